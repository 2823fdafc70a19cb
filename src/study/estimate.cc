#include "study/estimate.h"

#include <numeric>

namespace attune::study {

std::vector<Estimate> estimate(
    std::span<const int> strata,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistics) {
  constexpr int kDraws = 1000;
  constexpr std::uint64_t kSeed = 1;
  std::vector<std::size_t> all(strata.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto values = statistics(all);
  const auto intervals = stats::bootstrap_each(strata, statistics, kDraws, kSeed);
  std::vector<Estimate> estimates;
  for (std::size_t i = 0; i < values.size(); ++i) estimates.push_back({values[i], intervals[i]});
  return estimates;
}

}  // namespace attune::study
