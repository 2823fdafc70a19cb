#include <algorithm>
#include <set>

#include "debrief/page.h"
#include "debrief/touch.h"

namespace attune::debrief {
namespace {

using conversation::CueChange;
using conversation::Intent;
using conversation::MainSkill;
using conversation::Skill;
using conversation::TurnNumber;

constexpr double kHarm = 0.02;  // a reply that cost more did not work, whatever else it did
constexpr double kLeastGain = 0.02;
constexpr double kSure = 0.6;       // a cue caught with less is not claimed as a success
constexpr double kSureLater = 0.8;  // the same, when other words came between
constexpr double kBorrowed = 0.6;   // weight of a suggestion sent as it stood
constexpr double kSameAgain = 0.5;  // weight of a second reply that worked in the same way

/// A reply that did something good: which sentence says so, and how much it weighs.
struct Good {
  const Exchange* one = nullptr;
  std::string section, kind;
  std::string how;  ///< a second sentence from section "how", or ""
  Slots slots;
  double weight = 0;
};

const CueStory* caught_at(const Scene& scene, const Exchange& one) {
  const CueStory* best = nullptr;
  for (const CueStory& story : scene.talk.cues) {
    if (story.outcome != CueChange::caught || story.turn != one.turn) continue;
    const bool near = std::ranges::find(story.hinted, one.turn - 1) != story.hinted.end();
    if (story.probability < (near ? kSure : kSureLater)) continue;
    if (story.how != "held" && !may_touch(one.reply, story)) continue;
    if (best == nullptr || story.cue->weight > best->cue->weight) best = &story;
  }
  return best;
}

bool asks_something(const Exchange& one) {
  return one.reply.find('?') != std::string::npos;
}

/// How the reply took the cue up, in words that are true of the reply as it reads.
std::string how_taken(const CueStory& story, const Exchange& one) {
  if (story.late) return "late";
  if (story.how == "held") return "held";
  if (!asks_something(one)) return "named";
  const bool asks =
      one.reading && one.reading->skills && one.reading->skills->main == MainSkill::question;
  return asks ? "explored" : story.how;
}

/// The client's words that planted the cue, when they are not the last before the reply.
std::string earlier_words(const CueStory& story, const Exchange& one) {
  const auto near = std::find(story.hinted.begin(), story.hinted.end(), one.turn - 1);
  return near == story.hinted.end() ? quotable(story.words) : "";
}

/// The layer that came out in answer, other than the first, which is what brought them.
const client::Layer* opened_by(const Scene& scene, const Exchange& one) {
  const client::Layer* out =
      one.disclosed.empty() ? nullptr : scene.person.layer(one.disclosed.front());
  return out == nullptr || out == &scene.person.layers.front() ? nullptr : out;
}

std::string answer_to_asking(const Scene& scene, const Exchange& one) {
  const std::string risk = one.meant ? one.meant->risk : "";
  if (risk == "guarded") return "asked_guarded";
  if (risk == "true") return scene.risk.real ? "asked_true" : "asked_no";
  return "asked_any";
}

/// All the good that one reply did.
class Weighing {
 public:
  Weighing(const Scene& scene, const Exchange& one) : scene_(scene), one_(one) {}

  std::vector<Good> weigh();

 private:
  void add(double weight, std::string kind, Slots slots = {}) {
    add({&one_, "worked", std::move(kind), "", std::move(slots), weight});
  }
  void add(Good good) {
    good.weight += 3 * one_.gain();
    if (!one_.own) good.weight *= kBorrowed;
    found_.push_back(std::move(good));
  }
  void about_risk();
  void about_cues();
  void about_trust();

  const Scene& scene_;
  const Exchange& one_;
  std::vector<Good> found_;
};

void Weighing::about_risk() {
  const RiskStory& risk = scene_.risk;
  const bool truth = one_.asks_plainly() && one_.meant && one_.meant->risk == "true";
  if (one_.turn == risk.asked || truth) add(3, answer_to_asking(scene_, one_));
  for (const auto& [what, turn] : risk.after)
    if (turn == one_.turn && risk.told != 0 && turn > risk.told) add(1.8, "after_" + what);
  const bool asked = risk.asked != 0 && risk.asked <= one_.turn;
  const bool open = one_.trap == "secrecy" || asked || risk.told != 0;
  if (one_.turn == risk.consulted && open && !one_.trap_fed) add(1.7, "consulted");
}

void Weighing::about_cues() {
  if (const CueStory* story = caught_at(scene_, one_)) {
    const Slots slots{{"beneath", story->cue->beneath}, {"words", earlier_words(*story, one_)}};
    add({&one_, "caught", story->cue->kind, how_taken(*story, one_), slots,
         1 + story->cue->weight});
  }
  if (one_.trap_met && !one_.trap.empty()) {
    add({&one_,
         "worked",
         scene_.pen.texts().has("worked.met_" + one_.trap) ? "met_" + one_.trap : "met_any",
         "",
         {},
         1.3});
  }
  if (one_.has_cause("owned")) add(1.5, "owned");
}

void Weighing::about_trust() {
  const bool step = one_.meant && one_.meant->intent == Intent::step;
  if (step && says(one_.reply, scene_.pen.texts().of("said.steps"))) add(1.2, "step");
  if (!one_.disclosed.empty()) {
    if (const client::Layer* out = opened_by(scene_, one_))
      add(0.9, "opened", {{"about", out->about}});
    else if (const client::Layer* first = scene_.person.layer(one_.disclosed.front()))
      add(0.7, "arrived", {{"about", first->about}});
  }
  const bool asked_leave = one_.reading && one_.reading->asks && one_.reading->asks->permission;
  if (asked_leave) add(0.8, "permission");
  if (one_.gain() < kLeastGain || !one_.reading || !one_.reading->skills) return;
  const MainSkill main = one_.reading->skills->main;
  add(0.4, main == MainSkill::question     ? "question"
           : main == MainSkill::reflection ? "reflection"
                                           : "other");
}

std::vector<Good> Weighing::weigh() {
  about_risk();
  const bool harmed = one_.trust() < -kHarm || one_.cost() > 2 * kHarm || one_.trap_fed;
  if (harmed) return std::move(found_);
  about_cues();
  about_trust();
  return std::move(found_);
}

bool is_best(const Scene& scene, const Exchange& one) {
  return one.trust() > kLeastGain &&
         std::none_of(scene.talk.exchanges.begin(), scene.talk.exchanges.end(),
                      [&](const Exchange& other) { return other.trust() > one.trust(); });
}

std::string why(const Scene& scene, const Good& good) {
  const Exchange& one = *good.one;
  Pen& pen = scene.pen;
  std::string text = pen.write_kind(good.section, good.kind, one.turn, good.slots);
  const auto more = [&](const std::string& key, const Slots& slots = {}) {
    text += " " + pen.write(key, one.turn, slots);
  };
  const auto earlier = good.slots.find("words");
  if (earlier != good.slots.end() && !earlier->second.empty())
    text = pen.write("extra.earlier", one.turn, good.slots) + " " + text;
  if (pen.texts().has("how." + good.how)) more("how." + good.how);
  const client::Layer* out = opened_by(scene, one);
  if (!one.own) {
    more("extra.adopted");
  } else if (out != nullptr && good.kind != "opened" && good.kind != "asked_true") {
    more("extra.disclosed", {{"about", out->about}});
  } else if (is_best(scene, one)) {
    more("extra.best");
  }
  return text;
}

/// The heaviest good of each turn, the heaviest turn first.
std::vector<Good> by_weight(const Scene& scene, const std::set<TurnNumber>& taken) {
  std::vector<Good> all;
  for (const Exchange& one : scene.talk.exchanges) {
    if (one.turn < scene.talk.from || taken.contains(one.turn)) continue;
    auto found = Weighing(scene, one).weigh();
    const auto best =
        std::max_element(found.begin(), found.end(),
                         [](const Good& a, const Good& b) { return a.weight < b.weight; });
    if (best != found.end()) all.push_back(*best);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Good& a, const Good& b) { return a.weight > b.weight; });
  return all;
}

/// Up to `most`, each next one the heaviest after those that worked in the same way have paled.
std::vector<Good> varied(std::vector<Good> all, std::size_t most) {
  std::vector<Good> chosen;
  while (!all.empty() && chosen.size() < most) {
    const auto best = std::max_element(
        all.begin(), all.end(), [](const Good& a, const Good& b) { return a.weight < b.weight; });
    const Good good = *best;
    all.erase(best);
    for (Good& other : all)
      if (other.kind == good.kind) other.weight *= kSameAgain;
    chosen.push_back(good);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Good& a, const Good& b) { return a.one->turn < b.one->turn; });
  return chosen;
}

/// One true thing about a talk in which little else worked.
Worked one_true_thing(const Scene& scene) {
  const auto& all = scene.talk.exchanges;
  const auto say = [&](const Exchange& one, const char* kind) {
    const Slots slots{{"turns", std::to_string(all.size())}};
    return Worked{quote(one), scene.pen.write(std::string("fallback.") + kind, one.turn, slots)};
  };
  const Exchange* asked = nullptr;
  for (const Exchange& one : all)
    if (asks_something(one) && (asked == nullptr || one.cost() < asked->cost())) asked = &one;
  if (scene.stopped()) return say(all.back(), "stop");
  if (asked != nullptr && asked->cost() <= 2 * kHarm) return say(*asked, "question");
  if (scene.talk.ending == conversation::Ending::goodbye) return say(all.back(), "goodbye");
  if (all.size() >= 5) return say(all.back(), "stayed");
  return say(all.front(), "wrote");
}

}  // namespace

Quote quote(const Exchange& one) {
  return {one.turn, one.client, one.reply, one.answer};
}

std::vector<Worked> worked(const Scene& scene, const std::vector<Moment>& moments) {
  const auto& all = scene.talk.exchanges;
  if (all.empty()) {
    return {{{0, scene.talk.opening, "", ""}, scene.pen.write("fallback.opened", 0)}};
  }
  std::set<TurnNumber> taken;
  for (const Moment& moment : moments) taken.insert(moment.quote.turn);
  std::vector<Good> good = by_weight(scene, taken);
  if (good.empty()) good = by_weight(scene, {});
  const std::size_t most = scene.stopped() ? 1 : std::min<std::size_t>(3, 1 + all.size() / 3);
  std::vector<Worked> out;
  for (const Good& one : varied(std::move(good), most))
    out.push_back({quote(*one.one), why(scene, one)});
  if (out.empty()) out.push_back(one_true_thing(scene));
  return out;
}

}  // namespace attune::debrief
