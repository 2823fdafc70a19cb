#include "stats/tally.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "base/result.h"
#include "stats/bca.h"

namespace attune::stats {
namespace {

using Sums = std::vector<double>;

// The most numbers that all draws together add up, so that a page opens at once, and the fewest
// draws that this may leave; our choice.
constexpr double kMostSums = 1e8;
constexpr int kFewestDraws = 200;

int affordable(const Tally& tally, int draws) {
  const double each = static_cast<double>(tally.units * (tally.width + 2));
  return std::min(draws, static_cast<int>(std::max<double>(kFewestDraws, kMostSums / each)));
}

void add(const Tally& tally, std::size_t unit, double times, Sums& sums) {
  const double* from = tally.sums.data() + unit * tally.width;
  for (std::size_t i = 0; i < tally.width; ++i) sums[i] += times * from[i];
}

double value(const Statistic& statistic, const Sums& sums) {
  return statistic.value(std::span(sums).subspan(statistic.first, statistic.width));
}

/// What each statistic gives of units drawn with replacement, draw by draw.
std::vector<Sums> draw(const Tally& tally, const std::vector<Statistic>& statistics,
                       const Resampling& how) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(how.seed));
  std::vector<Sums> drawn(statistics.size());
  std::vector<int> counts(tally.units);
  Sums sums(tally.width);
  for (int left = affordable(tally, how.draws); left > 0; --left) {
    std::ranges::fill(counts, 0);
    std::ranges::fill(sums, 0);
    for (std::size_t i = 0; i < tally.units; ++i)
      ++counts[(std::uint64_t{random()} * tally.units) >> 32];
    for (std::size_t unit = 0; unit < tally.units; ++unit)
      if (counts[unit] > 0) add(tally, unit, counts[unit], sums);
    for (std::size_t s = 0; s < statistics.size(); ++s) {
      const double now = value(statistics[s], sums);
      if (!std::isnan(now)) drawn[s].push_back(now);
    }
  }
  return drawn;
}

double skew(const Tally& tally, const Statistic& statistic, const Sums& all) {
  std::vector<double> without;
  Sums less(statistic.width);
  for (std::size_t unit = 0; unit < tally.units; ++unit) {
    const double* of_unit = tally.sums.data() + unit * tally.width + statistic.first;
    for (std::size_t i = 0; i < less.size(); ++i) less[i] = all[statistic.first + i] - of_unit[i];
    without.push_back(statistic.value(less));
  }
  return acceleration(without, std::vector<double>(tally.units, 1));
}

}  // namespace

std::vector<Estimate> estimate_each(const Tally& tally, const std::vector<Statistic>& statistics,
                                    const Resampling& how) {
  base::expects(how.groups.empty());
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  Sums all(tally.width, 0);
  for (std::size_t unit = 0; unit < tally.units; ++unit) add(tally, unit, 1, all);
  std::vector<Estimate> out;
  for (const Statistic& statistic : statistics)
    out.push_back({value(statistic, all), kNone, kNone});
  if (tally.units < 2) return out;
  std::vector<Sums> drawn = draw(tally, statistics, how);
  for (std::size_t s = 0; s < statistics.size(); ++s) {
    std::ranges::sort(drawn[s]);
    out[s] = bca(out[s].value, drawn[s], skew(tally, statistics[s], all), how.coverage);
  }
  return out;
}

}  // namespace attune::stats
