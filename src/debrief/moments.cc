#include <algorithm>
#include <set>

#include "debrief/page.h"

namespace attune::debrief {
namespace {

using conversation::CueChange;
using conversation::TurnNumber;

constexpr std::size_t kMost = 3;
constexpr double kLeastCost = 0.02;
constexpr double kNewGround =
    0.5;                         // new words are often a fair question; what else cost comes first
constexpr double kMarked = 0.3;  // what marking a moment oneself adds to its weight

/// The reply did something good with what lay open, so what else lay there is excused.
bool met_something(const Exchange& one) {
  const bool caught = std::any_of(one.cues.begin(), one.cues.end(), [](const auto& moved) {
    return moved.change == CueChange::caught;
  });
  return caught || one.trap_met || one.asks_plainly() || one.has_cause("owned");
}

/// What cost the most in a reply, or "".
std::string worst_cause(const Exchange& one) {
  const auto weight = [](const conversation::Cause& cause) {
    return cause.guard / 2 - cause.trust;
  };
  const auto worst =
      std::max_element(one.causes.begin(), one.causes.end(),
                       [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
  return worst == one.causes.end() || weight(*worst) <= 0 ? "" : worst->what;
}

/// Chooses moments so that no turn is looked at twice.
class Choosing {
 public:
  explicit Choosing(const Scene& scene)
      : scene_(scene),
        marked_(scene.talk.rated && scene.talk.rated->redo ? *scene.talk.rated->redo : 0) {}

  std::vector<Moment> choose();

 private:
  struct Passed {
    const CueStory* story;
    double weight;
  };
  [[nodiscard]] std::vector<Passed> passed() const;
  [[nodiscard]] const Exchange* reply_to(const CueStory& story) const;
  [[nodiscard]] const CueStory* hinted_before(const Exchange& one) const;
  [[nodiscard]] bool told_already(const Exchange& one) const;
  [[nodiscard]] const Exchange* trap_fed() const;
  [[nodiscard]] const Exchange* costliest() const;
  [[nodiscard]] bool free(const Exchange& one) const {
    return one.turn >= scene_.talk.from && !turns_.contains(one.turn);
  }
  [[nodiscard]] std::string title(const CueStory& story, const Exchange& one);
  [[nodiscard]] std::string title(const std::string& kind, const Exchange& one);
  void add(const Exchange& one, Moment moment);
  void add_cue(const CueStory& story, const Exchange& one);
  void add_trap(const Exchange& one);
  void add_cost(const Exchange& one);

  const Scene& scene_;
  TurnNumber marked_;
  std::set<TurnNumber> turns_;
  std::set<const client::Cue*> cues_;
  std::set<std::string> causes_;
  std::vector<Moment> out_;
};

/// The reply that passed the cue by: after its first hint, which the case's words fit best, else
/// after a later one.
const Exchange* Choosing::reply_to(const CueStory& story) const {
  for (const TurnNumber hint : story.hinted) {
    const Exchange* one = scene_.talk.at(hint + 1);
    if (one != nullptr && free(*one) && !met_something(*one)) return one;
  }
  return nullptr;
}

std::vector<Choosing::Passed> Choosing::passed() const {
  std::vector<Passed> found;
  for (const CueStory& story : scene_.talk.cues) {
    if (story.outcome == CueChange::caught || scene_.risk.answers(story)) continue;
    const Exchange* one = reply_to(story);
    if (one != nullptr) {
      found.push_back({&story, story.cue->weight + (one->turn == marked_ ? kMarked : 0)});
    }
  }
  std::ranges::stable_sort(
      found, {}, [](const Passed& one) { return std::pair(one.story->cue->subtle, -one.weight); });
  return found;
}

const CueStory* Choosing::hinted_before(const Exchange& one) const {
  for (const CueStory& story : scene_.talk.cues)
    if (std::find(story.hinted.begin(), story.hinted.end(), one.turn - 1) != story.hinted.end())
      return &story;
  return nullptr;
}

bool Choosing::told_already(const Exchange& one) const {
  const std::string what = worst_cause(one);
  if (causes_.contains(what) || one.turn == scene_.risk.consulted) return true;
  if (what != "passed_by") return false;
  const CueStory* story = hinted_before(one);
  return story == nullptr || cues_.contains(story->cue);
}

const Exchange* Choosing::trap_fed() const {
  const Exchange* best = nullptr;
  for (const Exchange& one : scene_.talk.exchanges) {
    if (!one.trap_fed || one.trap.empty() || !free(one)) continue;
    const bool secrecy = one.trap == "secrecy";
    if (best == nullptr || secrecy || (best->trap != "secrecy" && one.cost() > best->cost())) {
      best = &one;
    }
  }
  return best;
}

const Exchange* Choosing::costliest() const {
  const Exchange* worst = nullptr;
  for (const Exchange& one : scene_.talk.exchanges) {
    if (one.cost() < kLeastCost || !free(one) || met_something(one) || told_already(one)) continue;
    if (worst == nullptr || one.cost() > worst->cost()) worst = &one;
  }
  return worst;
}

std::string Choosing::title(const std::string& kind, const Exchange& one) {
  if (one.turn == marked_) return scene_.pen.write("title.redo", one.turn);
  return scene_.pen.write_kind("title", kind, one.turn);
}

std::string Choosing::title(const CueStory& story, const Exchange& one) {
  if (story.cue->kind == "risk") return title("risk", one);
  if (story.cue->subtle) return title("subtle", one);
  if (story.outcome == CueChange::withdrawn && story.turn == one.turn)
    return title("withdrawn", one);
  if (story.hinted.size() > 1) return title("again", one);
  const TurnNumber last = scene_.talk.exchanges.back().turn;
  return title(one.turn == last && last > 3 ? "last" : "passed", one);
}

void Choosing::add(const Exchange& one, Moment moment) {
  moment.quote = quote(one);
  turns_.insert(one.turn);
  out_.push_back(std::move(moment));
}

void Choosing::add_cue(const CueStory& story, const Exchange& one) {
  cues_.insert(story.cue);
  add(one, {{}, title(story, one), story.cue->beneath, story.cue->another_way});
}

void Choosing::add_trap(const Exchange& one) {
  Pen& pen = scene_.pen;
  add(one, {{},
            title("trap", one),
            pen.write_kind("trap_beneath", one.trap, one.turn),
            pen.write_kind("trap_another", one.trap, one.turn)});
}

void Choosing::add_cost(const Exchange& one) {
  const std::string what = worst_cause(one);
  const CueStory* story = what == "passed_by" ? hinted_before(one) : nullptr;
  if (story != nullptr) return add_cue(*story, one);
  causes_.insert(what);
  Pen& pen = scene_.pen;
  const Slots slots{{"words", quotable(one.client)}};
  add(one, {{},
            title(what, one),
            pen.write_kind("beneath", what, one.turn),
            pen.write_kind("another", what, one.turn, slots)});
}

std::vector<Moment> Choosing::choose() {
  const bool other = trap_fed() != nullptr || costliest() != nullptr;
  const std::size_t most_cues = kMost - (other ? 1 : 0);
  for (const Passed& one : passed()) {
    const Exchange* reply = out_.size() < most_cues ? reply_to(*one.story) : nullptr;
    if (reply != nullptr) add_cue(*one.story, *reply);
  }
  if (const Exchange* fed = trap_fed(); fed != nullptr && out_.size() < kMost) add_trap(*fed);
  while (out_.size() < kMost) {
    const Exchange* cost = costliest();
    if (cost == nullptr) break;
    add_cost(*cost);
    if (cost->cost() < 2 * kLeastCost) break;
  }
  return std::move(out_);
}

}  // namespace

std::vector<Moment> moments(const Scene& scene) {
  if (scene.stopped()) return {};
  return Choosing(scene).choose();
}

}  // namespace attune::debrief
