#include "client/mind.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "base/draw.h"
#include "client/choose.h"
#include "client/move.h"
#include "language/uptake.h"

namespace attune::client {
namespace {

using conversation::Body;
using conversation::CueChange;
using conversation::CueMoved;
using conversation::Intent;
using conversation::Phase;

constexpr double kVerb = 0.5;  // what a common verb of talk counts at most; our choice

/// Distress yields little in about half of sound talks.
double relief(const Dynamics& of, std::uint64_t seed) {
  const double luck = base::draw(seed, 0, "relief");
  return of("relief_least") + (1 - of("relief_least")) * luck * luck;
}

CueMoved changed(conversation::TurnNumber turn, const std::string& cue, CueChange change) {
  CueMoved moved;
  moved.turn = turn;
  moved.cue = cue;
  moved.change = change;
  return moved;
}

struct TrapTaken {
  std::string met, fed;
};

/// Whether the turn gives what a trap of this kind asks for, in whatever words.
bool feeds(const std::string& kind, const Heard& heard) {
  const auto& asks = heard.reading.asks;
  if (kind == "advice" || kind == "direction" || kind == "yes_but")
    return heard.fit.together < 0.5 && heard.fit.pressure > 0 && !(asks && asks->permission);
  if (kind == "reassurance") return heard.fit.minimizes >= 0.5;
  return kind == "self" && heard.fit.own_story >= 0.5;
}

using Senses = std::span<const language::Sense>;

TrapTaken read_trap(const Case& person, const Dynamics& of, const language::Matcher& traps,
                    const Standing& standing, const Heard& heard, Senses senses) {
  const std::string& open = standing.open_trap;
  for (const auto& trap : person.traps) {
    if (trap.id != open) continue;
    for (const auto& match : traps.match(senses, of("trap_floor"))) {
      if (&person.traps[match.label / 2] != &trap) continue;
      return match.label % 2 == 0 ? TrapTaken{open, ""} : TrapTaken{"", open};
    }
    if (feeds(trap.kind, heard)) return {"", open};
  }
  return {};
}

std::string asked_layer(const Case& person, const Dynamics& of, const language::Matcher& topics,
                        const Standing& standing, const std::string& text, Senses senses) {
  // "Who was that?" points at what was told, and asks for no layer.
  if (language::telling_words(language::wording(text)) < kVerb) return "";
  for (const auto& match : topics.match(senses, of("topic_floor"))) {
    const std::string& layer = person.topics[match.label].layer;
    if (standing.disclosed.contains(layer)) return "";
    const Layer* asked = person.layer(layer);
    if (asked != nullptr && standing.state.trust >= asked->trust - of("asked_well_easier"))
      return layer;
    return "";
  }
  return "";
}

Phase phase(const Case& person, const Standing& standing, const conversation::State& state,
            const conversation::Intended& next) {
  const double share = person.layers.empty() ? state.trust
                                             : static_cast<double>(standing.disclosed.size()) /
                                                   static_cast<double>(person.layers.size());
  if (next.intent == Intent::close) return Phase::closing;
  if (state.guard >= 0.75) return Phase::withdrawing;
  if (next.intent == Intent::step || standing.state.phase == Phase::looking_ahead)
    return Phase::looking_ahead;
  if (share >= 0.5) return Phase::disclosing;
  return share > 0 ? Phase::exploring : Phase::arriving;
}

}  // namespace

/// What the person listens for. Made for the first turn they hear: a program that starts should not
/// wait for every client's.
struct Mind::Ear {
  struct Examples {
    language::Matcher takes;   ///< cues: named 2i, explored 2i + 1
    language::Matcher traps;   ///< traps: met 2i, fed 2i + 1
    language::Matcher topics;  ///< topics that open a layer, by position

    Examples(const Case& person, const language::Meaning& meaning)
        : takes(meaning), traps(meaning), topics(meaning) {
      add_takes(takes, person);
      for (std::size_t i = 0; i < person.traps.size(); ++i) {
        for (const std::string& example : person.traps[i].meets) traps.add(2 * i, example);
        for (const std::string& example : person.traps[i].feeds) traps.add(2 * i + 1, example);
      }
      for (std::size_t i = 0; i < person.topics.size(); ++i) {
        if (!person.topics[i].reveals || person.topics[i].layer.empty()) continue;
        for (const std::string_view example : person.topics[i].asked) topics.add(i, example);
      }
    }
  };

  const Examples& examples(const Case& person, const language::Meaning& meaning) {
    std::call_once(once, [&] { made.emplace(person, meaning); });
    return *made;
  }

  std::once_flag once;
  std::optional<Examples> made;
};

Mind::Mind(const Case& person, const Dynamics& dynamics, const language::Meaning& meaning)
    : person_(person), dynamics_(dynamics), meaning_(meaning), ear_(std::make_unique<Ear>()) {}

Mind::~Mind() = default;

std::vector<Body> Mind::hear(const Standing& standing, const Heard& heard,
                             std::uint64_t seed) const {
  const auto senses = meaning_.senses(heard.text);
  const auto& [takes, traps, topics] = ear_->examples(person_, meaning_);
  Ledger ledger = take_up(person_, dynamics_, takes, standing, heard, senses);
  const TrapTaken trap = read_trap(person_, dynamics_, traps, standing, heard, senses);
  ledger.weight.trap_met = !trap.met.empty();
  ledger.weight.trap_fed = !trap.fed.empty();
  const Weighed weighed = weigh(person_, dynamics_, standing, heard, ledger.weight);
  auto moved = move(person_, dynamics_, standing, heard, weighed, relief(dynamics_, seed));
  if (ledger.excuses) moved.memory["excused_until"] = heard.turn + dynamics_("excused_turns");
  const Moment moment{person_,
                      dynamics_,
                      standing,
                      heard,
                      weighed,
                      ledger,
                      moved.state,
                      asked_layer(person_, dynamics_, topics, standing, heard.text, senses),
                      trap.met,
                      trap.fed,
                      standing.disclosed.contains(person_.risk.layer),
                      seed};
  const auto intended = choose(moment, moved.memory);
  if (intended.intent == Intent::step)
    moved.state.hope = rounded(moved.state.hope + dynamics_("hope_step") * (1 - moved.state.hope));
  moved.state.phase = phase(person_, standing, moved.state, intended);

  std::vector<Body> bodies{moved};
  for (const auto& move : ledger.moves) bodies.emplace_back(move);
  if (intended.intent == Intent::withdraw)
    bodies.emplace_back(changed(heard.turn, intended.cue, CueChange::withdrawn));
  else if (!intended.cue.empty() && !intended.again)
    bodies.emplace_back(changed(heard.turn, intended.cue, CueChange::opened));
  std::string out = intended.intent == Intent::disclose ? intended.layer : "";
  if (intended.risk == "true") out = person_.risk.layer;
  if (!out.empty() && !standing.disclosed.contains(out))
    bodies.emplace_back(conversation::Disclosed{heard.turn, out});
  bodies.emplace_back(intended);
  return bodies;
}

std::vector<Body> Mind::begin(std::uint64_t) const {
  conversation::Intended open;
  open.intent = Intent::open;
  return {open};
}

std::vector<Body> Mind::end(const Standing& standing) const {
  std::vector<Body> bodies;
  for (const PlantedCue* cue : open_cues(standing))
    bodies.emplace_back(changed(standing.turn, cue->cue, CueChange::missed));
  return bodies;
}

conversation::Moved Mind::follow(const Standing& standing, const Heard& heard) const {
  const Weighed weighed = weigh(person_, dynamics_, standing, heard, {});
  auto moved = move(person_, dynamics_, standing, heard, weighed, dynamics_("relief_followed"));
  moved.state.phase = phase({}, standing, moved.state, {});
  return moved;
}

}  // namespace attune::client
