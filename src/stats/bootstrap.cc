#include "stats/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/draw.h"
#include "base/result.h"

namespace attune::stats {
namespace {

Interval percentiles(std::vector<double> values, double coverage) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return {std::nan(""), std::nan("")};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    const double last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::lround(share * last))];
  };
  return {at((1 - coverage) / 2), at((1 + coverage) / 2)};
}

}  // namespace

std::vector<Interval> bootstrap_each(
    std::span<const int> strata,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistics, int draws,
    std::uint64_t seed, double coverage) {
  base::expects(!strata.empty() && draws > 0);
  std::map<int, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < strata.size(); ++i) groups[strata[i]].push_back(i);
  std::vector<std::vector<double>> values;
  std::vector<std::size_t> drawn;
  std::uint64_t step = 0;
  for (int repeat = 0; repeat < draws; ++repeat) {
    drawn.clear();
    for (const auto& [group, members] : groups) {
      for (std::size_t i = 0; i < members.size(); ++i) {
        drawn.push_back(members[base::draw_index(seed, ++step, "bootstrap", members.size())]);
      }
    }
    const std::vector<double> now = statistics(drawn);
    values.resize(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) values[i].push_back(now[i]);
  }
  std::vector<Interval> intervals;
  for (auto& column : values) intervals.push_back(percentiles(std::move(column), coverage));
  return intervals;
}

Interval bootstrap(std::span<const int> strata,
                   const std::function<double(std::span<const std::size_t>)>& statistic, int draws,
                   std::uint64_t seed, double coverage) {
  const auto one = [&](std::span<const std::size_t> drawn) {
    return std::vector<double>{statistic(drawn)};
  };
  return bootstrap_each(strata, one, draws, seed, coverage).front();
}

}  // namespace attune::stats
