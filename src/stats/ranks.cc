#include "stats/ranks.h"

#include <algorithm>
#include <numeric>

namespace attune::stats {
namespace {

/// Calls `with(first, last)` for every run of equal values in rising order; the indices of the
/// order are in [first, last).
template <class With>
void each_tie(std::span<const double> values, With with) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    with(order, from, to);
  }
}

}  // namespace

std::vector<double> ranks(std::span<const double> values) {
  std::vector<double> out(values.size());
  each_tie(values, [&](const auto& order, std::size_t from, std::size_t to) {
    const double middle = (static_cast<double>(from + to) + 1) / 2;
    for (std::size_t i = from; i < to; ++i) out[order[i]] = middle;
  });
  return out;
}

double tie_sum(std::span<const double> values) {
  double sum = 0;
  each_tie(values, [&](const auto&, std::size_t from, std::size_t to) {
    const double t = static_cast<double>(to - from);
    sum += t * t * t - t;
  });
  return sum;
}

}  // namespace attune::stats
