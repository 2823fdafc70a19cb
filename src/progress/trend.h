#pragma once

#include <vector>

#include "progress/record.h"

namespace attune::progress {

/// How much of what the supporter says begins as suggestions, over talks.
enum class Trend {
  unknown,  ///< fewer than four talks that count and in which suggestions could come
  none,     ///< hardly any ever did
  less,
  same,
  more
};

inline constexpr std::size_t kTalksForTrend = 4;

/// Compares the mean share of the later half of the talks with that of the earlier (the middle one
/// of an odd number is in neither). `records`: oldest first.
[[nodiscard]] Trend trend(const std::vector<Record>& records);

}  // namespace attune::progress
