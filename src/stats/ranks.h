#pragma once

#include <span>
#include <vector>

namespace attune::stats {

/// Ranks from 1, ties getting the mean of theirs.
[[nodiscard]] std::vector<double> ranks(std::span<const double> values);

/// Sum of t^3 - t over groups of t equal values: what ties take from a rank statistic's variance.
[[nodiscard]] double tie_sum(std::span<const double> values);

}  // namespace attune::stats
