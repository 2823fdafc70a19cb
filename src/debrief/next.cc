#include <algorithm>
#include <array>
#include <string_view>

#include "debrief/figures.h"
#include "debrief/page.h"

namespace attune::debrief {
namespace {

using conversation::MainSkill;

// How much the patterns of a talk weigh against each other; our choice. What costs are paid in
// trust and guard is summed as it stands; safety stands above all.
constexpr double kSafety = 10;
constexpr double kTrapFed = 0.12;
constexpr double kPassedBy = 0.09;  // times the weight of the cue
constexpr double kHabit = 0.15;     // a habit of form, when it is plain
constexpr double kUnmended = 0.4;   // share of what was lost and never owned
constexpr double kFelt = 0.01;      // a smaller cost passes without notice
constexpr double kNewGround = 0.2;  // new words are often a fair question
constexpr double kLeast = 0.05;     // lighter patterns are left alone

/// A pattern of the talk and how much it weighs.
struct Pattern {
  std::string name;
  double weight = 0;
};

class Patterns {
 public:
  explicit Patterns(const Scene& scene) : scene_(scene) {}

  [[nodiscard]] std::string heaviest();

 private:
  void add(const std::string& name, double weight);
  void safety();
  void costs();
  void traps();
  void cues();
  void habits();
  [[nodiscard]] double share(const auto& holds) const;
  [[nodiscard]] std::size_t size() const { return scene_.talk.exchanges.size(); }

  const Scene& scene_;
  std::vector<Pattern> found_;
};

struct Named {
  std::string_view from, to;
};
constexpr std::array kOfCause = {
    Named{"advice", "advice"},           Named{"pressure", "advice"},
    Named{"lecture", "advice"},          Named{"minimizes", "minimizes"},
    Named{"judges", "judges"},           Named{"own_story", "own_story"},
    Named{"unanswered", "answer_first"}, Named{"off_topic", "follow"},
    Named{"parrot", "own_words"},        Named{"formula", "own_words"},
    Named{"repeated", "own_words"},      Named{"leading", "ask_plainly"},
    Named{"technique", "questions"},     Named{"quiz", "questions"}};
constexpr std::array kOfTrap = {Named{"advice", "advice"},  Named{"direction", "advice"},
                                Named{"yes_but", "advice"}, Named{"reassurance", "minimizes"},
                                Named{"self", "own_story"}, Named{"credentials", "follow"}};

std::string_view renamed(const auto& table, std::string_view from) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Named& one) { return one.from == from; });
  return found == table.end() ? std::string_view() : found->to;
}

void Patterns::add(const std::string& name, double weight) {
  if (name.empty() || weight <= 0) return;
  const auto known = std::find_if(found_.begin(), found_.end(),
                                  [&](const Pattern& one) { return one.name == name; });
  if (known == found_.end())
    found_.push_back({name, weight});
  else
    known->weight += weight;
}

void Patterns::safety() {
  const RiskStory& risk = scene_.risk;
  const bool due = risk.led != 0 || risk.shown != 0;
  if (risk.asked == 0 && due) add("ask_plainly", kSafety);
  if (risk.promised != 0) add("secrecy", kSafety / 2);
  const bool left = scene_.talk.ending == conversation::Ending::left;
  if (risk.asked != 0 && risk.told != 0 && risk.after.size() < 3 && !left)
    add("after_yes", kSafety / 4);
}

void Patterns::costs() {
  double lost = 0;
  bool owned = false;
  for (const Exchange& one : scene_.talk.exchanges) {
    if (one.turn < scene_.talk.from) continue;
    owned = owned || one.has_cause("owned");
    for (const conversation::Cause& cause : one.causes) {
      const double cost = cause.guard / 2 - cause.trust;
      if (cost < kFelt) continue;
      lost += cost;
      const double share = cause.what == "off_topic" ? kNewGround : 1;
      add(std::string(renamed(kOfCause, cause.what)), share * cost);
    }
  }
  if (!owned) add("mend", kUnmended * lost);
}

void Patterns::traps() {
  for (const Exchange& one : scene_.talk.exchanges)
    if (one.trap_fed && one.turn >= scene_.talk.from)
      add(std::string(renamed(kOfTrap, one.trap)), kTrapFed);
}

void Patterns::cues() {
  double weight = 0;
  const CueStory* heaviest = nullptr;
  for (const CueStory& story : scene_.talk.cues) {
    const bool had_reply =
        scene_.talk.at(story.opened + 1) != nullptr && story.opened + 1 >= scene_.talk.from;
    const bool met = story.outcome == conversation::CueChange::caught || scene_.risk.answers(story);
    if (met || !had_reply || story.cue->subtle) continue;
    weight += kPassedBy * story.cue->weight;
    if (heaviest == nullptr || story.cue->weight > heaviest->cue->weight) heaviest = &story;
  }
  if (heaviest != nullptr) add("hint_" + heaviest->cue->kind, weight);
}

double Patterns::share(const auto& holds) const {
  const auto& all = scene_.talk.exchanges;
  const auto count = std::count_if(all.begin(), all.end(), holds);
  return all.empty() ? 0 : static_cast<double>(count) / static_cast<double>(all.size());
}

void Patterns::habits() {
  if (size() < 4) return;
  const double asking = share([](const Exchange& one) {
    return one.reading && one.reading->skills && one.reading->skills->main == MainSkill::question;
  });
  const double borrowed = share([](const Exchange& one) { return !one.own; });
  const double lengthy = share([](const Exchange& one) {
    return words(one.reply) > 60 && words(one.reply) > 2 * words(one.client);
  });
  const double bare = share([](const Exchange& one) { return one.has_cause("bare"); });
  if (asking >= 0.8) add("questions", kHabit);
  if (bare >= 0.5) add("own_words", kHabit);
  if (borrowed >= 0.5) add("own_voice", kHabit);
  if (lengthy >= 0.5) add("shorter", kHabit);
}

std::string Patterns::heaviest() {
  safety();
  costs();
  traps();
  cues();
  habits();
  const auto best =
      std::max_element(found_.begin(), found_.end(),
                       [](const Pattern& a, const Pattern& b) { return a.weight < b.weight; });
  return best == found_.end() || best->weight < kLeast ? "stretch" : best->name;
}

}  // namespace

std::string next(const Scene& scene) {
  Pen& pen = scene.pen;
  const auto turn = static_cast<conversation::TurnNumber>(scene.talk.exchanges.size());
  if (scene.stopped()) return pen.write("next.stop", turn);
  if (turn == 0) return pen.write("next.begin", turn);
  const std::string pattern = Patterns(scene).heaviest();
  if (pattern == "stretch" && turn < 4) return pen.write("next.begin", turn);
  const bool known = pen.texts().has("next." + pattern);
  return pen.write(known ? "next." + pattern : "next.hint_any", turn);
}

}  // namespace attune::debrief
