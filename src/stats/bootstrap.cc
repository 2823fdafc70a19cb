#include "stats/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/draw.h"
#include "base/result.h"

namespace attune::stats {

Interval bootstrap(std::span<const int> strata,
                   const std::function<double(std::span<const std::size_t>)>& statistic, int draws,
                   std::uint64_t seed, double coverage) {
  base::expects(!strata.empty() && draws > 0);
  std::map<int, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < strata.size(); ++i) groups[strata[i]].push_back(i);
  std::vector<double> values;
  std::vector<std::size_t> drawn;
  std::uint64_t step = 0;
  for (int repeat = 0; repeat < draws; ++repeat) {
    drawn.clear();
    for (const auto& [group, members] : groups) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        drawn.push_back(members[base::draw_index(seed, ++step, "bootstrap", members.size())]);
      }
    }
    values.push_back(statistic(drawn));
  }
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(draws - 1)))];
  };
  return {at((1 - coverage) / 2), at((1 + coverage) / 2)};
}

}  // namespace attune::stats
