#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

#include "stats/agreement.h"
#include "stats/bca.h"

namespace attune::stats {
namespace {

using Sums = std::vector<double>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What items, or groups of them, add. Units that add the same are kept once, with their number.
struct Units {
  std::vector<Sums> kinds;
  std::vector<std::uint32_t> kind_of;  ///< of each unit

  [[nodiscard]] std::size_t size() const { return kind_of.size(); }

  [[nodiscard]] Sums total(const std::vector<double>& counts) const {
    Sums all(kinds.front().size(), 0);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      if (counts[kind] == 0) continue;
      for (std::size_t i = 0; i < all.size(); ++i) all[i] += counts[kind] * kinds[kind][i];
    }
    return all;
  }
};

Units units_of(const Ratings& ratings, const Coefficient& coefficient,
               const std::vector<int>& groups) {
  std::map<int, Sums> by_group;
  std::map<Sums, std::uint32_t> known;
  Units units;
  const auto keep = [&](Sums sums) {
    const auto [at, is_new] =
        known.emplace(std::move(sums), static_cast<std::uint32_t>(units.kinds.size()));
    if (is_new) units.kinds.push_back(at->first);
    units.kind_of.push_back(at->second);
  };
  for (std::size_t item = 0; item < ratings.items; ++item) {
    if (groups.empty()) {
      Sums sums(coefficient.width, 0);
      coefficient.add(ratings.of(item), sums);
      keep(std::move(sums));
    } else {
      Sums& sums = by_group.try_emplace(groups[item], coefficient.width, 0.0).first->second;
      coefficient.add(ratings.of(item), sums);
    }
  }
  for (auto& [group, sums] : by_group) keep(std::move(sums));
  return units;
}

std::vector<double> counts_of(const Units& units) {
  std::vector<double> counts(units.kinds.size(), 0);
  for (const std::uint32_t kind : units.kind_of) counts[kind] += 1;
  return counts;
}

// The most numbers that all draws together add up, so that many different items take a second at
// most, and the fewest draws that this may leave; our choice.
constexpr double kMostSums = 1e8;
constexpr int kFewestDraws = 200;

int affordable(const Units& units, const Resampling& how) {
  const double width = static_cast<double>(units.kinds.front().size());
  const double each =
      static_cast<double>(units.kinds.size()) * width + 2 * static_cast<double>(units.size());
  const double most = std::max<double>(kFewestDraws, kMostSums / each);
  return std::min(how.draws, static_cast<int>(std::min(most, 1e9)));
}

std::vector<double> drawn_values(const Units& units, const Coefficient& coefficient,
                                 const Resampling& how) {
  std::mt19937 random(static_cast<std::mt19937::result_type>(how.seed));
  std::vector<double> values, counts(units.kinds.size());
  for (int draw = affordable(units, how); draw > 0; --draw) {
    std::ranges::fill(counts, 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
      // The high half of a product: an index below the size, alike everywhere.
      const std::uint64_t at = (std::uint64_t{random()} * units.size()) >> 32;
      counts[units.kind_of[at]] += 1;
    }
    const double value = coefficient.value(units.total(counts));
    if (!std::isnan(value)) values.push_back(value);
  }
  std::ranges::sort(values);
  return values;
}

/// How skewed the statistic is, from leaving out one unit at a time; units of a kind give the same.
double skew(const Units& units, const Coefficient& coefficient) {
  const std::vector<double> counts = counts_of(units);
  const Sums all = units.total(counts);
  std::vector<double> without;
  for (const Sums& kind : units.kinds) {
    Sums less = all;
    for (std::size_t i = 0; i < less.size(); ++i) less[i] -= kind[i];
    without.push_back(coefficient.value(less));
  }
  return acceleration(without, counts);
}

}  // namespace

double value(const Ratings& ratings, const Coefficient& coefficient) {
  Sums sums(coefficient.width, 0);
  for (std::size_t item = 0; item < ratings.items; ++item) coefficient.add(ratings.of(item), sums);
  return ratings.items == 0 ? kNone : coefficient.value(sums);
}

Estimate estimate(const Ratings& ratings, const Coefficient& coefficient, const Resampling& how) {
  Estimate out{value(ratings, coefficient), kNone, kNone};
  if (std::isnan(out.value)) return out;
  const Units units = units_of(ratings, coefficient, how.groups);
  const std::vector<double> drawn = drawn_values(units, coefficient, how);
  if (units.size() < 2) return out;
  return bca(out.value, drawn, skew(units, coefficient), how.coverage);
}

}  // namespace attune::stats
