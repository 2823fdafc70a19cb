#pragma once

#include <string>
#include <vector>

#include "client/mind.h"

/// A made-up client and a talk with him, one supporter turn after the other, for tests of the mind.
namespace attune::fakes {

inline const client::Dynamics& dynamics() {
  static const auto kDynamics =
      client::load_dynamics(std::string(ATTUNE_ROOT) + "/content/dynamics.yaml");
  return *kDynamics;
}

inline const language::Meaning& meaning() {
  static const std::string kRoot = ATTUNE_ROOT;
  static const auto kMeaning =
      language::Meaning::open(kRoot + "/models", kRoot + "/content/lexicons");
  return **kMeaning;
}

inline client::Cue cue(const std::string& id, const std::string& kind, double weight,
                       const std::string& layer, const std::string& named,
                       const std::string& explored) {
  client::Cue made;
  made.id = id;
  made.kind = kind;
  made.weight = weight;
  made.layer = layer;
  made.named = {named};
  made.explored = {explored};
  return made;
}

inline client::Layer layer(const std::string& id, double trust) {
  client::Layer made;
  made.id = id;
  made.trust = trust;
  return made;
}

/// Four layers, four cues, two traps; enough to reach every intent.
inline client::Case harbor_pilot() {
  client::Case person;
  person.id = "pilot";
  person.start.trust = 0.25;
  person.start.guard = 0.5;
  person.start.distress = 0.6;
  person.start.hope = 0.3;
  person.risk.level = "low";
  person.risk.trust = 0.4;
  person.risk.layer = "dark";
  person.layers = {layer("boat", 0.2), layer("brother", 0.35), layer("debt", 0.5),
                   layer("dark", 0.6)};
  person.cues = {
      cue("rope", "shame", 0.4, "boat", "the rope troubles you", "what about the rope"),
      cue("bell", "loss", 0.8, "boat", "you miss the bell", "when did the bell stop"),
      cue("gull", "hint", 0.5, "brother", "the gull scared you", "which gull was it"),
      cue("tide", "risk", 0.9, "dark", "you want to be gone", "what does the tide mean")};
  client::Trap advice;
  advice.id = "what-now";
  advice.kind = "advice";
  advice.meets = {"what have you already tried"};
  advice.feeds = {"you should sell the boat"};
  person.traps = {advice};
  client::Topic brother;
  brother.id = "brother";
  brother.asked = {"do you have a brother", "tell me about your brother"};
  brother.layer = "brother";
  brother.reveals = true;
  person.topics = {brother};
  return person;
}

/// A talk, one supporter turn after the other.
class Talk {
 public:
  explicit Talk(client::Case person, std::uint64_t seed = 1)
      : person_(std::move(person)), mind_(person_, dynamics(), meaning()), seed_(seed) {
    standing = client::begin(person_);
  }

  const std::vector<conversation::Body>& say(const language::Fit& fit,
                                             const std::string& text = "mm, right",
                                             const conversation::Asks& asks = {}) {
    client::Heard heard;
    heard.turn = standing.turn + 1;
    heard.text = text;
    heard.fit = fit;
    heard.reading.skills.emplace();
    heard.reading.asks = asks;
    bodies = mind_.hear(standing, heard, seed_);
    for (const conversation::Body& body : bodies) standing = client::fold(standing, {0, {}, body});
    return bodies;
  }
  [[nodiscard]] const conversation::Intended& intended() const {
    return std::get<conversation::Intended>(bodies.back());
  }
  [[nodiscard]] bool changed(conversation::CueChange change) const {
    for (const conversation::Body& body : bodies)
      if (const auto* cue = std::get_if<conversation::CueMoved>(&body);
          cue != nullptr && cue->change == change)
        return true;
    return false;
  }
  [[nodiscard]] std::vector<conversation::Body> end() const { return mind_.end(standing); }
  [[nodiscard]] const client::Mind& mind() const { return mind_; }

  client::Standing standing;
  std::vector<conversation::Body> bodies;

 private:
  client::Case person_;
  client::Mind mind_;
  std::uint64_t seed_;
};

inline language::Fit met() {
  language::Fit fit;
  fit.content = 0.7;
  fit.feeling = 0.7;
  fit.follows = 0.6;
  return fit;
}

inline language::Fit with(double language::Fit::*field, double value) {
  language::Fit fit;
  fit.*field = value;
  return fit;
}

inline conversation::Asks asks_directly() {
  conversation::Asks asks;
  asks.about_suicide = true;
  return asks;
}

}  // namespace attune::fakes
