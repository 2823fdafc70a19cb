#pragma once

#include <functional>
#include <span>
#include <vector>

#include "stats/bootstrap.h"

namespace attune::study {

/// With a 95 % interval.
struct Estimate {
  double value = 0;
  stats::Interval interval;
};

/// Statistics of resampled indices, each of all and with its interval by 1,000 draws of a seeded
/// bootstrap; `strata` as in `stats::bootstrap`. Equal arguments give equal estimates.
[[nodiscard]] std::vector<Estimate> estimate(
    std::span<const int> strata,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistics);

}  // namespace attune::study
