#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include <boost/math/distributions/chi_squared.hpp>

#include "base/result.h"
#include "stats/compare.h"
#include "stats/ranks.h"

namespace attune::stats {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kMostArrangements = 200'000;

/// Ranks within blocks, and what Friedman's statistic and Kendall's W need of them.
struct Blocks {
  std::vector<std::vector<double>> ranked;
  double n = 0, k = 0, ties = 0;

  explicit Blocks(const std::vector<std::vector<double>>& rows)
      : n(static_cast<double>(rows.size())),
        k(rows.empty() ? 0 : static_cast<double>(rows.front().size())) {
    for (const auto& row : rows) {
      base::expects(row.size() == rows.front().size());
      ranked.push_back(ranks(row));
      ties += tie_sum(row);
    }
  }

  [[nodiscard]] double squares() const {
    std::vector<double> sums(static_cast<std::size_t>(k), 0);
    for (const auto& row : ranked)
      for (std::size_t c = 0; c < row.size(); ++c) sums[c] += row[c];
    double out = 0;
    for (const double sum : sums) out += (sum - n * (k + 1) / 2) * (sum - n * (k + 1) / 2);
    return out;
  }
  /// 12 S / (n^2 (k^3 - k) - n T): one where all blocks agree.
  [[nodiscard]] double w(double squares) const {
    return 12 * squares / (n * n * (k * k * k - k) - n * ties);
  }
};

/// Chances of each set of column sums when every block's ranks fall in any order.
using Sums = std::map<std::vector<double>, double>;

Sums one_more(const Sums& before, std::vector<double> ranks) {
  Sums after;
  std::ranges::sort(ranks);
  double orders = 0;
  do {
    orders += 1;
    for (const auto& [sums, chance] : before) {
      std::vector<double> now = sums;
      for (std::size_t c = 0; c < now.size(); ++c) now[c] += ranks[c];
      std::ranges::sort(now);  // the columns' order does not matter
      after[now] += chance;
    }
  } while (std::ranges::next_permutation(ranks).found);
  for (auto& [sums, chance] : after) chance /= orders;
  return after;
}

double exact_p(const Blocks& blocks, double seen) {
  Sums sums{{std::vector<double>(static_cast<std::size_t>(blocks.k), 0), 1.0}};
  for (const auto& row : blocks.ranked) sums = one_more(sums, row);
  const double middle = blocks.n * (blocks.k + 1) / 2;
  double p = 0;
  for (const auto& [columns, chance] : sums) {
    double squares = 0;
    for (const double sum : columns) squares += (sum - middle) * (sum - middle);
    p += squares >= seen - 1e-9 ? chance : 0;
  }
  return std::min(1.0, p);
}

}  // namespace

Comparison friedman(const std::vector<std::vector<double>>& rows) {
  Comparison test{kNone, kNone, kNone, false, {kNone, kNone, kNone}, {kNone, kNone, kNone}};
  const Blocks blocks(rows);
  if (blocks.n < 2 || blocks.k < 2) return test;
  const double squares = blocks.squares();
  test.effect.value = blocks.w(squares);
  if (std::isnan(test.effect.value)) return test;
  test.statistic = test.effect.value * blocks.n * (blocks.k - 1);
  test.freedom = blocks.k - 1;
  test.exact = std::pow(std::tgamma(blocks.k + 1), blocks.n) <= kMostArrangements;
  test.p = test.exact ? exact_p(blocks, squares)
                      : cdf(complement(boost::math::chi_squared(test.freedom), test.statistic));
  return test;
}

double kendall_w(const Ratings& ratings) {
  if (!ratings.complete() || ratings.items < 2 || ratings.raters < 2) return kNone;
  std::vector<std::vector<double>> by_rater(ratings.raters);
  for (std::size_t item = 0; item < ratings.items; ++item)
    for (std::size_t r = 0; r < ratings.raters; ++r) by_rater[r].push_back(ratings.of(item)[r]);
  const Blocks blocks(by_rater);
  return blocks.w(blocks.squares());
}

std::vector<double> bradley_terry(const std::vector<std::vector<double>>& wins) {
  const std::size_t n = wins.size();
  std::vector<double> won(n, 0), lost(n, 0), strength(n, 1);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      won[i] += i == j ? 0 : wins[i][j];
      lost[j] += i == j ? 0 : wins[i][j];
    }
  const auto none = [](double x) { return x == 0; };
  if (std::ranges::any_of(won, none) || std::ranges::any_of(lost, none))
    return std::vector<double>(n, kNone);
  for (int step = 0; step < 10'000; ++step) {
    double moved = 0, sum = 0;
    std::vector<double> next(n);
    for (std::size_t i = 0; i < n; ++i) {
      double met = 0;
      for (std::size_t j = 0; j < n; ++j)
        if (i != j) met += (wins[i][j] + wins[j][i]) / (strength[i] + strength[j]);
      next[i] = won[i] / met;
      sum += std::log(next[i]);
    }
    for (double& x : next) x /= std::exp(sum / static_cast<double>(n));
    for (std::size_t i = 0; i < n; ++i) moved = std::max(moved, std::abs(next[i] - strength[i]));
    strength = std::move(next);
    if (moved < 1e-12) break;
  }
  for (double& x : strength) x = std::log(x);
  return strength;
}

}  // namespace attune::stats
