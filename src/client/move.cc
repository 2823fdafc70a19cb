#include "client/move.h"

#include <algorithm>
#include <cmath>

namespace attune::client {
namespace {

using conversation::Emotion;
using conversation::State;
using Memory = std::map<std::string, double>;

double unit(double value) {
  return rounded(std::clamp(value, 0.0, 1.0));
}

double toward(double from, double target, double rate) {
  return from + rate * (target - from);
}

/// A number for what the turn does, 0 when it is nothing that could wear out.
double technique(const Heard& heard) {
  const auto& skills = heard.reading.skills;
  if (!skills || skills->main == conversation::MainSkill::other) return 0;
  return 1 + static_cast<double>(skills->main);
}

/// What lasts of earlier turns, and what this turn adds.
Memory remember(const Dynamics& of, const Standing& standing, const Heard& heard,
                const Weighed& weighed) {
  Memory memory = standing.memory;
  const auto fade = [&](const std::string& name, double keep, double add) {
    memory[name] = rounded(keep * recall(standing.memory, name) + add);
  };
  const double kind = technique(heard);
  const bool same = kind != 0 && kind == recall(standing.memory, "kind");
  memory["used"] = same ? rounded(of("technique_keeps") * recall(standing.memory, "used") + 1)
                        : (kind == 0 ? 0 : 1);
  memory["kind"] = kind;
  fade("formulas", of("run_keeps"), weighed.stock);
  fade("parrots", of("run_keeps"), heard.fit.parrot);
  if (weighed.asks_risk)
    ++memory[heard.reading.asks->about_safety ? "asked_safety" : "asked_suicide"];
  const double adds = (1 - heard.fit.bare) * std::min(1.0, weighed.met / of("opens_at"));
  fade("bare", of("bare_keeps") * (1 - of("bare_eases") * adds), heard.fit.bare * weighed.met);
  fade("own_stories", of("run_keeps"), heard.fit.own_story);
  fade("silences", of("run_keeps"), weighed.silence ? 1 : 0);
  if (weighed.quizzes)
    ++memory["quizzes"];
  else if (weighed.opens)
    memory["quizzes"] = 0;
  const bool sore = weighed.hurt >= of("sore_from");
  fade("sore", of("sore_keeps"), sore ? std::max(0.0, -weighed.trust) : 0);
  fade("owed_trust", of("owed_keeps"), std::max(0.0, -weighed.trust));
  fade("owed_guard", of("owed_keeps"), std::max(0.0, weighed.guard));
  fade("heard", of("heard_keeps"), (1 - of("heard_keeps")) * (weighed.met - weighed.hurt));
  const double walled =
      of("strain_guard") * std::max(0.0, standing.state.guard - of("walled_from"));
  fade("strain", of("strain_keeps"),
       walled + std::max(0.0, weighed.hurt + heard.fit.judges - of("strain_eases") * weighed.met));
  if (weighed.mends) {
    memory["sore"] = rounded(std::max(0.0, memory["sore"] - recall(standing.memory, "owed_trust")));
    memory["owed_trust"] = memory["owed_guard"] = 0;
  }
  return memory;
}

void feel(const Case& person, const Dynamics& of, const Weighed& weighed, double relief,
          State& state) {
  const double slow = 1 - of("rumination_slows") * person.traits.rumination;
  const double eased = of("distress_ease") * weighed.met * slow * relief * state.distress;
  const double raised = of("distress_rise") * weighed.hurt * (1 - state.distress);
  state.distress = unit(state.distress - eased + raised);
  const double lift = of("hope_rise") * weighed.met * state.trust * relief * (1 - state.hope);
  state.hope = unit(state.hope + lift - of("hope_fall") * weighed.hurt * state.hope);
}

void color(const Case& person, const Dynamics& of, const Weighed& weighed, State& state) {
  const double rate = of("mood_rate"), vivid = 0.5 + person.traits.expressiveness;
  const double pleasant =
      state.hope + of("mood_trust") * state.trust - of("mood_distress") * state.distress;
  state.valence = rounded(std::clamp(toward(state.valence, std::tanh(pleasant), rate), -1.0, 1.0));
  const double stirred = person.start.arousal + of("arousal_hurt") * weighed.hurt * vivid -
                         of("arousal_met") * weighed.met;
  state.arousal = rounded(std::clamp(toward(state.arousal, stirred, rate), -1.0, 1.0));
  const auto shift = [&](Emotion emotion, double target) {
    double& score = state.emotions[static_cast<std::size_t>(emotion)];
    score = unit(toward(score, target, rate * vivid));
  };
  const auto start = [&](Emotion emotion) {
    return person.start.emotions[static_cast<std::size_t>(emotion)];
  };
  shift(Emotion::anger, start(Emotion::anger) + weighed.hurt - 0.3 * weighed.met);
  shift(Emotion::disgust, start(Emotion::disgust) + 0.3 * weighed.hurt - 0.3 * weighed.met);
  shift(Emotion::fear, start(Emotion::fear) + 0.3 * state.guard - 0.3 * state.trust);
  shift(Emotion::sadness, state.distress * (0.5 + 0.5 * state.trust));
  shift(Emotion::happiness, state.hope * (1 - state.distress));
  shift(Emotion::surprise, 0.1 + 0.3 * weighed.met * (1 - state.trust));
  shift(Emotion::neutral, start(Emotion::neutral) * (0.5 + state.guard));
}

}  // namespace

double recall(const Memory& memory, const std::string& name) {
  const auto found = memory.find(name);
  return found == memory.end() ? 0 : found->second;
}

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

conversation::Moved move(const Case& person, const Dynamics& dynamics, const Standing& standing,
                         const Heard& heard, const Weighed& weighed, double relief) {
  conversation::Moved moved{heard.turn, standing.state, weighed.causes, {}};
  State& state = moved.state;
  state.trust = unit(state.trust + weighed.trust);
  state.guard = unit(state.guard + weighed.guard);
  feel(person, dynamics, weighed, relief, state);
  color(person, dynamics, weighed, state);
  moved.memory = remember(dynamics, standing, heard, weighed);
  return moved;
}

}  // namespace attune::client
