#pragma once

#include <vector>

#include "progress/record.h"

namespace attune::progress {

/// One ability over all talks that count, with a 95 % interval.
struct AbilityCourse {
  struct Talk {
    conversation::SessionId session;
    double value = 0;  ///< [0, 1]
    int n = 0;         ///< what it is a share of
  };
  /// What the interval was drawn by. Turns of one talk are alike, so talks are drawn where there
  /// are enough of them; never is it taken for narrower than the turns alone allow.
  enum class Basis { talks, turns };

  Ability ability = Ability::reflections;
  double value = 0, low = 0, high = 0;  ///< [0, 1], over all turns of all talks
  int n = 0;
  Basis basis = Basis::turns;
  std::vector<Talk> talks;  ///< those that show something of it, oldest first
};

inline constexpr std::size_t kTalksForBootstrap = 5;  ///< our choice

/// Of every ability that shows in some talk, in the order of `Ability`. Where five talks or more
/// show it: a percentile bootstrap by talk (1,000 draws, always the same), each end no nearer than
/// Wilson's of all turns; else Wilson's. `records`: oldest first.
[[nodiscard]] std::vector<AbilityCourse> abilities(const std::vector<Record>& records);

}  // namespace attune::progress
