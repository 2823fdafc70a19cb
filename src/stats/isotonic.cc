#include "stats/isotonic.h"

#include <algorithm>
#include <numeric>

#include "base/result.h"

namespace attune::stats {
namespace {

struct Block {
  double from = 0, sum = 0, weight = 0;

  [[nodiscard]] double mean() const { return sum / weight; }
};

}  // namespace

double Steps::at(double x) const {
  if (from.empty()) return x;
  const auto above = std::ranges::upper_bound(from, x) - from.begin();
  return value[static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - 1, 0))];
}

Steps isotonic(std::span<const double> x, std::span<const double> y) {
  base::expects(x.size() == y.size());
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return x[i]; });
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < order.size();) {
    Block block{x[order[at]], 0, 0};
    for (; at < order.size() && x[order[at]] == block.from; ++at) {
      block.sum += y[order[at]];
      block.weight += 1;
    }
    while (!blocks.empty() && blocks.back().mean() >= block.mean()) {
      block = {blocks.back().from, blocks.back().sum + block.sum,
               blocks.back().weight + block.weight};
      blocks.pop_back();
    }
    blocks.push_back(block);
  }
  Steps steps;
  for (const Block& block : blocks) {
    steps.from.push_back(block.from);
    steps.value.push_back(block.mean());
  }
  return steps;
}

}  // namespace attune::stats
