#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conversation/event.h"
#include "stats/isotonic.h"

/// What this service's experts make of the program's scores, and where they differ over a talk.
/// Plain data: whoever makes the debrief brings it.
namespace attune::debrief {

/// How far a score is trusted here. Scores by name: "nudge.advice", "empathy.explorations",
/// "concern.any".
struct Trust {
  std::string title;
  bool shown = true;
  std::string text;    ///< "not yet trusted here: 14 ratings, κ 0.31 [0.02, 0.58]"
  stats::Steps steps;  ///< recalibration; none: as the program says it
  double grain = 0;    ///< nothing finer than this is shown; 0: as it is
};

/// A reply, or the whole talk, that experts judged differently.
struct Differing {
  std::optional<conversation::TurnNumber> turn;
  std::string title;                 ///< of the code or the item
  std::vector<std::string> reasons;  ///< a sentence or two from each side
};

struct ExpertView {
  std::map<std::string, Trust> scores;  ///< those that were measured here
  std::vector<Differing> differ;

  [[nodiscard]] bool shows(const std::string& score) const;

  /// Recalibrated, and to the grain.
  [[nodiscard]] double as_shown(const std::string& score, double value) const;
};

}  // namespace attune::debrief
