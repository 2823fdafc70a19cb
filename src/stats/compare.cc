#include "stats/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "base/result.h"
#include "stats/ranks.h"

namespace attune::stats {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance(std::span<const double> values) {
  const double middle = mean(values);
  double squares = 0;
  for (const double x : values) squares += (x - middle) * (x - middle);
  return squares / (static_cast<double>(values.size()) - 1);
}

std::vector<double> differences(std::span<const double> a, std::span<const double> b) {
  base::expects(a.size() == b.size());
  std::vector<double> out;
  for (std::size_t i = 0; i < a.size(); ++i) out.push_back(a[i] - b[i]);
  return out;
}

/// How many standard errors an interval of that coverage reaches to each side.
double reach(double coverage) {
  return quantile(boost::math::normal(), (1 + coverage) / 2);
}

double t_reach(double freedom, double coverage) {
  return quantile(boost::math::students_t(freedom), (1 + coverage) / 2);
}

Comparison nothing() {
  return {kNone, kNone, kNone, false, {kNone, kNone, kNone}, {kNone, kNone, kNone}};
}

Comparison t_test(double difference, double error, double freedom, double coverage) {
  Comparison test = nothing();
  test.statistic = difference / error;
  test.freedom = freedom;
  test.p = 2 * cdf(complement(boost::math::students_t(freedom), std::abs(test.statistic)));
  const double far = t_reach(freedom, coverage) * error;
  test.difference = {difference, difference - far, difference + far};
  return test;
}

Estimate around(double value, double error, double coverage) {
  const double far = reach(coverage) * error;
  return {value, value - far, value + far};
}

/// Two-sided p of a standard normal statistic, drawn half a step toward the middle.
double normal_p(double distance, double spread) {
  if (!(spread > 0)) return 1;
  const double z = std::max(0.0, std::abs(distance) - 0.5) / spread;
  return 2 * cdf(complement(boost::math::normal(), z));
}

}  // namespace

Comparison paired_t(std::span<const double> a, std::span<const double> b, double coverage) {
  const std::vector<double> d = differences(a, b);
  if (d.size() < 2 || !(variance(d) > 0)) return nothing();
  const double n = static_cast<double>(d.size()), spread = std::sqrt(variance(d));
  Comparison test = t_test(mean(d), spread / std::sqrt(n), n - 1, coverage);
  const double size = mean(d) / spread;
  test.effect = around(size, std::sqrt(1 / n + size * size / (2 * n)), coverage);
  return test;
}

Comparison welch_t(std::span<const double> a, std::span<const double> b, double coverage) {
  if (a.size() < 2 || b.size() < 2) return nothing();
  const double n = static_cast<double>(a.size()), m = static_cast<double>(b.size());
  const double of_a = variance(a) / n, of_b = variance(b) / m;
  if (!(of_a + of_b > 0)) return nothing();
  const double freedom =
      (of_a + of_b) * (of_a + of_b) / (of_a * of_a / (n - 1) + of_b * of_b / (m - 1));
  const double apart = mean(a) - mean(b);
  Comparison test = t_test(apart, std::sqrt(of_a + of_b), freedom, coverage);
  const double pooled = ((n - 1) * variance(a) + (m - 1) * variance(b)) / (n + m - 2);
  const double g = apart / std::sqrt(pooled) * (1 - 3 / (4 * (n + m) - 9));
  test.effect = around(g, std::sqrt((n + m) / (n * m) + g * g / (2 * (n + m))), coverage);
  return test;
}

namespace {

/// How many of the 2^n signs give each sum of positive ranks.
std::vector<double> signed_rank_counts(std::size_t n) {
  std::vector<double> counts(n * (n + 1) / 2 + 1, 0);
  counts[0] = 1;
  std::size_t most = 0;
  for (std::size_t rank = 1; rank <= n; ++rank) {
    most += rank;
    for (std::size_t sum = most; sum >= rank; --sum) counts[sum] += counts[sum - rank];
  }
  return counts;
}

/// How many ways of choosing n of n + m ranks give each U.
std::vector<double> mann_whitney_counts(std::size_t n, std::size_t m) {
  // Coefficients of the Gaussian binomial: times (1 - q^(m+i)), then by (1 - q^i), for i to n.
  const std::size_t most = n * m;
  std::vector<double> counts(most + 1, 0);
  counts[0] = 1;
  for (std::size_t i = 1; i <= n; ++i) {
    for (std::size_t u = most; u >= m + i && u <= most; --u) counts[u] -= counts[u - m - i];
    for (std::size_t u = i; u <= most; ++u) counts[u] += counts[u - i];
  }
  return counts;
}

/// Two-sided p: twice the smaller tail, 1 at most.
double tail_p(const std::vector<double>& counts, double at) {
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  double below = 0, above = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (static_cast<double>(i) <= at) below += counts[i];
    if (static_cast<double>(i) >= at) above += counts[i];
  }
  return std::min(1.0, 2 * std::min(below, above) / all);
}

constexpr std::size_t kExactBelow = 50;  // as R has it

}  // namespace

Comparison wilcoxon_signed_rank(std::span<const double> a, std::span<const double> b) {
  std::vector<double> d = differences(a, b);
  const std::size_t given = d.size();
  std::erase(d, 0.0);
  Comparison test = nothing();
  if (d.empty()) return test;
  std::vector<double> sizes;
  for (const double x : d) sizes.push_back(std::abs(x));
  const std::vector<double> order = ranks(sizes);
  double positive = 0;
  for (std::size_t i = 0; i < d.size(); ++i) positive += d[i] > 0 ? order[i] : 0;
  const double n = static_cast<double>(d.size()), all = n * (n + 1) / 2;
  test.statistic = positive;
  test.effect.value = 2 * positive / all - 1;
  const double ties = tie_sum(sizes);
  test.exact = d.size() == given && ties == 0 && d.size() < kExactBelow;
  const double spread = std::sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
  test.p = test.exact ? tail_p(signed_rank_counts(d.size()), positive)
                      : normal_p(positive - all / 2, spread);
  return test;
}

namespace {

/// Cliff's delta and its standard error from how each value of one group stands to the other.
Estimate cliffs_delta(std::span<const double> a, std::span<const double> b, double coverage) {
  const double n = static_cast<double>(a.size()), m = static_cast<double>(b.size());
  std::vector<double> rows(a.size(), 0), columns(b.size(), 0);
  double squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double sign = a[i] > b[j] ? 1 : a[i] < b[j] ? -1 : 0;
      rows[i] += sign / m;
      columns[j] += sign / n;
      squares += sign * sign;
    }
  const double delta = mean(rows);
  if (a.size() < 2 || b.size() < 2) return {delta, kNone, kNone};
  const double each = (squares - n * m * delta * delta) / (n * m - 1);
  const double error = ((m - 1) * variance(rows) + (n - 1) * variance(columns) + each) / (n * m);
  const Estimate out = around(delta, std::sqrt(std::max(0.0, error)), coverage);
  return {delta, std::max(-1.0, out.low), std::min(1.0, out.high)};
}

}  // namespace

Comparison mann_whitney(std::span<const double> a, std::span<const double> b, double coverage) {
  Comparison test = nothing();
  if (a.empty() || b.empty()) return test;
  std::vector<double> both(a.begin(), a.end());
  both.insert(both.end(), b.begin(), b.end());
  const std::vector<double> order = ranks(both);
  const double n = static_cast<double>(a.size()), m = static_cast<double>(b.size());
  test.statistic =
      std::accumulate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(a.size()), 0.0) -
      n * (n + 1) / 2;
  test.effect = cliffs_delta(a, b, coverage);
  const double ties = tie_sum(both), all = n + m;
  test.exact = ties == 0 && a.size() < kExactBelow && b.size() < kExactBelow;
  const double spread = std::sqrt(n * m / 12 * (all + 1 - ties / (all * (all - 1))));
  test.p = test.exact ? tail_p(mann_whitney_counts(a.size(), b.size()), test.statistic)
                      : normal_p(test.statistic - n * m / 2, spread);
  return test;
}

namespace {

double correlation(std::span<const double> a, std::span<const double> b) {
  const double of_a = mean(a), of_b = mean(b);
  double both = 0, first = 0, second = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - of_a) * (b[i] - of_b);
    first += (a[i] - of_a) * (a[i] - of_a);
    second += (b[i] - of_b) * (b[i] - of_b);
  }
  return first > 0 && second > 0 ? both / std::sqrt(first * second) : kNone;
}

/// Share of all orders of `b` at least as far from 0 as `seen`.
double all_orders_p(const std::vector<double>& a, std::vector<double> b, double seen) {
  std::ranges::sort(b);
  double as_far = 0, all = 0;
  do {
    all += 1;
    as_far += std::abs(correlation(a, b)) >= std::abs(seen) - 1e-12 ? 1 : 0;
  } while (std::ranges::next_permutation(b).found);
  return as_far / all;
}

constexpr std::size_t kMostOrders = 9;  // 9! = 362,880

}  // namespace

Comparison spearman(std::span<const double> a, std::span<const double> b, double coverage) {
  base::expects(a.size() == b.size());
  Comparison test = nothing();
  if (a.size() < 3) return test;
  const std::vector<double> first = ranks(a), second = ranks(b);
  const double rho = correlation(first, second), n = static_cast<double>(a.size());
  test.statistic = test.effect.value = rho;
  if (std::isnan(rho)) return test;
  test.exact = a.size() <= kMostOrders && tie_sum(a) == 0 && tie_sum(b) == 0;
  test.freedom = n - 2;
  const double t = rho * std::sqrt((n - 2) / std::max(1e-300, 1 - rho * rho));
  test.p = test.exact ? all_orders_p(first, second, rho)
                      : 2 * cdf(complement(boost::math::students_t(n - 2), std::abs(t)));
  if (n > 3 && std::abs(rho) < 1) {
    const double far = reach(coverage) * std::sqrt((1 + rho * rho / 2) / (n - 3));
    test.effect.low = std::tanh(std::atanh(rho) - far);
    test.effect.high = std::tanh(std::atanh(rho) + far);
  }
  return test;
}

Estimate wilson(Share share, double coverage) {
  if (!(share.n > 0)) return {kNone, kNone, kNone};
  const double p = share.hits / share.n, z = reach(coverage), z2 = z * z;
  const double middle = (p + z2 / (2 * share.n)) / (1 + z2 / share.n);
  const double far =
      z / (1 + z2 / share.n) * std::sqrt(p * (1 - p) / share.n + z2 / (4 * share.n * share.n));
  return {p, std::max(0.0, middle - far), std::min(1.0, middle + far)};
}

namespace {

/// Sum over all tables with these margins that are no likelier than this one.
double fisher_p(Share a, Share b) {
  const auto count = [](double x) { return static_cast<unsigned>(std::lround(x)); };
  const unsigned hits = count(a.hits + b.hits), n = count(a.n), all = count(a.n + b.n);
  const boost::math::hypergeometric_distribution<> tables(hits, n, all);
  const double seen = pdf(tables, count(a.hits));
  double p = 0;
  for (unsigned x = hits + n > all ? hits + n - all : 0; x <= std::min(hits, n); ++x) {
    const double here = pdf(tables, x);
    p += here <= seen * (1 + 1e-7) ? here : 0;
  }
  return std::min(1.0, p);
}

}  // namespace

Comparison two_proportions(Share a, Share b, double coverage) {
  Comparison test = nothing();
  if (!(a.n > 0 && b.n > 0)) return test;
  const double of_a = a.hits / a.n, of_b = b.hits / b.n;
  const double pooled = (a.hits + b.hits) / (a.n + b.n);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const double least = std::min(a.n, b.n) * std::min(pooled, 1 - pooled);
  test.exact = least < 5;
  if (error > 0) test.statistic = (of_a - of_b) / error;
  test.p = test.exact ? fisher_p(a, b)
                      : 2 * cdf(complement(boost::math::normal(), std::abs(test.statistic)));
  const Estimate first = wilson(a, coverage), second = wilson(b, coverage);
  const double apart = of_a - of_b;
  test.difference = {apart, apart - std::hypot(of_a - first.low, second.high - of_b),
                     apart + std::hypot(first.high - of_a, of_b - second.low)};
  test.effect.value = 2 * std::asin(std::sqrt(of_a)) - 2 * std::asin(std::sqrt(of_b));
  return test;
}

namespace {

std::vector<std::size_t> rising(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
  return order;
}

}  // namespace

std::vector<double> holm(std::span<const double> p) {
  std::vector<double> out(p.size());
  double most = 0;
  std::size_t left = p.size();
  for (const std::size_t i : rising(p)) {
    most = std::max(most, std::min(1.0, static_cast<double>(left--) * p[i]));
    out[i] = most;
  }
  return out;
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  std::vector<double> out(p.size());
  const std::vector<std::size_t> order = rising(p);
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const double scaled =
        p[order[rank - 1]] * static_cast<double>(p.size()) / static_cast<double>(rank);
    least = std::min(least, scaled);
    out[order[rank - 1]] = least;
  }
  return out;
}

BlandAltman bland_altman(std::span<const double> a, std::span<const double> b, double coverage) {
  const std::vector<double> d = differences(a, b);
  if (d.size() < 2)
    return {kNone, kNone, {kNone, kNone, kNone}, {kNone, kNone, kNone}, kNone, kNone};
  BlandAltman out;
  out.bias = mean(d);
  out.spread = std::sqrt(variance(d));
  constexpr double kReach = 1.96;  // the authors' own
  const double n = static_cast<double>(d.size());
  const double error = out.spread * std::sqrt(1 / n + kReach * kReach / (2 * (n - 1)));
  const double far = t_reach(n - 1, coverage) * error;
  const auto limit = [&](double at) { return Estimate{at, at - far, at + far}; };
  out.low = limit(out.bias - kReach * out.spread);
  out.high = limit(out.bias + kReach * out.spread);
  std::vector<double> means;
  for (std::size_t i = 0; i < a.size(); ++i) means.push_back((a[i] + b[i]) / 2);
  const Comparison trend = spearman(d, means);
  out.trend = trend.effect.value;
  out.trend_p = trend.p;
  return out;
}

}  // namespace attune::stats
