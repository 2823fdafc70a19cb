#include "stats/proportion.h"

#include <algorithm>
#include <cmath>

#include "base/result.h"

namespace attune::stats {

Interval wilson(double hits, double n) {
  constexpr double kZ = 1.959963984540054;  // the normal distribution's 97.5 % point
  base::expects(n > 0 && hits >= 0 && hits <= n);
  const double p = hits / n, z2 = kZ * kZ;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double reach = kZ / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {std::max(0.0, middle - reach), std::min(1.0, middle + reach)};
}

}  // namespace attune::stats
