#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "client/case.h"
#include "client/dynamics.h"
#include "conversation/event.h"
#include "language/fit.h"
#include "language/meaning.h"

namespace attune::client {

/// A cue that was planted and what became of it.
struct PlantedCue {
  std::string cue;
  conversation::TurnNumber opened = 0;
  int hints = 1;
  bool caught = false, withdrawn = false;
};

/// Everything that a client carries from turn to turn: a fold over the session's events.
struct Standing {
  conversation::State state;
  std::map<std::string, double> memory;
  std::set<std::string> disclosed;  ///< layers
  std::vector<PlantedCue> cues;     ///< in the order they were planted
  std::set<std::string> sprung;     ///< traps already asked
  std::string open_trap;            ///< the trap that the client's last turn sprang, or ""
  conversation::TurnNumber turn = 0;
};

/// The supporter's turn as the client takes it in.
struct Heard {
  conversation::TurnNumber turn = 0;  ///< the number of this supporter turn, from 1
  std::string text;
  conversation::Reading reading;
  language::Fit fit;
};

/// The standing of a client who has not yet spoken.
[[nodiscard]] Standing begin(const Case& person);

/// Brings a standing up to date with one event; events that are not the mind's leave it as it is.
[[nodiscard]] Standing fold(Standing standing, const conversation::Event& event);

/// What happens inside the client on hearing a turn: Moved, CueMoved, Disclosed and last one
/// Intended, in this order. Pure: equal arguments give equal results, so a seeded session replays
/// exactly. The first turn takes longer than the others: the case's examples are read then.
/// Thread-safe.
class Mind {
 public:
  /// `person` and `meaning` must outlive the mind.
  Mind(const Case& person, const Dynamics& dynamics, const language::Meaning& meaning);
  ~Mind();

  [[nodiscard]] std::vector<conversation::Body> hear(const Standing& standing, const Heard& heard,
                                                     std::uint64_t seed) const;

  /// The client begins the talk: Intended `open`.
  [[nodiscard]] std::vector<conversation::Body> begin(std::uint64_t seed) const;

  /// The talk ends: cues still open become missed.
  [[nodiscard]] std::vector<conversation::Body> end(const Standing& standing) const;

  /// `move` alone, for following a transcript: state and causes, no cues, no intent.
  [[nodiscard]] conversation::Moved follow(const Standing& standing, const Heard& heard) const;

 private:
  const Case& person_;
  Dynamics dynamics_;
  const language::Meaning& meaning_;
  struct Ear;
  std::unique_ptr<Ear> ear_;
};

}  // namespace attune::client
