#include "stats/auroc.h"

#include <algorithm>
#include <vector>

namespace attune::stats {

double auroc(std::span<const double> positive, std::span<const double> negative) {
  if (positive.empty() || negative.empty()) return 0.5;
  std::vector<double> below(negative.begin(), negative.end());
  std::sort(below.begin(), below.end());
  double wins = 0;
  for (const double value : positive) {
    const auto [low, high] = std::equal_range(below.begin(), below.end(), value);
    wins += static_cast<double>(low - below.begin()) + 0.5 * static_cast<double>(high - low);
  }
  return wins / (static_cast<double>(positive.size()) * static_cast<double>(negative.size()));
}

}  // namespace attune::stats
