#include "stats/bca.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/normal.hpp>

namespace attune::stats {

Estimate bca(double value, const std::vector<double>& drawn, double acceleration, double coverage) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  Estimate out{value, kNone, kNone};
  if (std::isnan(value) || drawn.size() < 20) return out;
  const auto below = std::ranges::lower_bound(drawn, value) - drawn.begin();
  const auto upto = std::ranges::upper_bound(drawn, value) - drawn.begin();
  const double n = static_cast<double>(drawn.size());
  const double share = std::clamp(static_cast<double>(below + upto) / 2 / n, 1 / n, 1 - 1 / n);
  const boost::math::normal normal;
  const double bias = quantile(normal, share);
  const auto at = [&](double tail) {
    const double z = bias + quantile(normal, tail);
    const double where = cdf(normal, bias + z / (1 - acceleration * z));
    return drawn[static_cast<std::size_t>(std::lround(where * (n - 1)))];
  };
  out.low = at((1 - coverage) / 2);
  out.high = at((1 + coverage) / 2);
  return out;
}

double acceleration(const std::vector<double>& without, const std::vector<double>& counts) {
  double mean = 0, units = 0;
  for (std::size_t i = 0; i < without.size(); ++i) {
    if (std::isnan(without[i])) return 0;
    mean += counts[i] * without[i];
    units += counts[i];
  }
  mean /= units;
  double squares = 0, cubes = 0;
  for (std::size_t i = 0; i < without.size(); ++i) {
    const double far = mean - without[i];
    squares += counts[i] * far * far;
    cubes += counts[i] * far * far * far;
  }
  return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

}  // namespace attune::stats
