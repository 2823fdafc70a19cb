#include "stats/planner.h"

#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace attune::stats {
namespace {

double z(double share) {
  return quantile(boost::math::normal(), share);
}

/// Items until the interval is narrow, given the variance that one item has.
int items(double variance, double width, double coverage) {
  const double far = 2 * z((1 + coverage) / 2) / width;
  return static_cast<int>(std::ceil(far * far * variance));
}

}  // namespace

int items_for_kappa(double kappa, double prevalence, double width, double coverage) {
  const double spread = prevalence * (1 - prevalence);
  const double variance =
      (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + kappa * (2 - kappa) / (2 * spread));
  return items(variance, width, coverage);
}

int items_for_icc(double icc, int raters, double width, double coverage) {
  const double k = raters, more = 1 + (k - 1) * icc;
  const double variance = 2 * (1 - icc) * (1 - icc) * more * more / (k * (k - 1));
  return items(variance, width, coverage) + 1;
}

int items_for_share(double share, double width, double coverage) {
  return items(share * (1 - share), width, coverage);
}

int people_for_difference(double d, double power, double alpha) {
  const double reach = z(1 - alpha / 2), both = reach + z(power);
  return static_cast<int>(std::ceil(2 * both * both / (d * d) + reach * reach / 4));
}

int pairs_for_difference(double d, double power, double alpha) {
  const double reach = z(1 - alpha / 2), both = reach + z(power);
  return static_cast<int>(std::ceil(both * both / (d * d) + reach * reach / 2));
}

}  // namespace attune::stats
