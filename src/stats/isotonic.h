#pragma once

#include <span>
#include <vector>

namespace attune::stats {

/// A function that never falls: from each `from` on, the `value` beside it; below the first, the
/// first. Both rise. Without steps it is the identity.
struct Steps {
  std::vector<double> from, value;

  [[nodiscard]] double at(double x) const;
};

/// The rising function nearest to `y` in squares, by pooling adjacent violators (Ayer et al. 1955;
/// Barlow et al. 1972). Equal `x` count as one, by their mean; steps of equal value are one.
[[nodiscard]] Steps isotonic(std::span<const double> x, std::span<const double> y);

}  // namespace attune::stats
