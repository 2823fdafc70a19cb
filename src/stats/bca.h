#pragma once

#include <vector>

#include "stats/agreement.h"

namespace attune::stats {

/// The bias-corrected and accelerated interval (Efron 1987) of `value` from what the draws gave, in
/// rising order and without NaN. No bounds from fewer than twenty.
[[nodiscard]] Estimate bca(double value, const std::vector<double>& drawn, double acceleration,
                           double coverage);

/// Efron's acceleration from the values with one unit left out, each so often as `counts` says.
[[nodiscard]] double acceleration(const std::vector<double>& without,
                                  const std::vector<double>& counts);

}  // namespace attune::stats
