#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client/mind.h"
#include "client/weigh.h"

namespace attune::client {

/// What one supporter turn did to the cues that were open.
struct Ledger {
  std::vector<conversation::CueMoved> moves;
  Cues weight;
  std::string passed_by;  ///< the cue hinted in the client's last turn and left lying, or ""
  bool excuses = false;   ///< the heaviest of several was taken: the rest may wait
};

/// Laughs along: "haha", "lol".
[[nodiscard]] bool laughs(const std::string& text);

/// Planted, neither taken up nor withdrawn.
[[nodiscard]] std::vector<const PlantedCue*> open_cues(const Standing& standing);

/// Reads which open cues the turn names, explores or knowingly holds. `senses` are those of its
/// text.
[[nodiscard]] Ledger take_up(const Case& person, const Dynamics& dynamics,
                             const language::Matcher& takes, const Standing& standing,
                             const Heard& heard, std::span<const language::Sense> senses);

/// Fills `takes` with the ways in which each cue of the case is named (label 2i) or explored (2i +
/// 1).
void add_takes(language::Matcher& takes, const Case& person);

}  // namespace attune::client
