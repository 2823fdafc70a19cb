#include "stats/agreement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace attune::stats {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Where a rating stands among the categories.
std::size_t place(const std::vector<double>& categories, double rating) {
  return static_cast<std::size_t>(std::ranges::lower_bound(categories, rating) -
                                  categories.begin());
}

/// How many ratings of an item fall into each category, and how many there are.
double count(const std::vector<double>& categories, std::span<const double> ratings,
             std::vector<double>& counts) {
  counts.assign(categories.size(), 0);
  double all = 0;
  for (const double rating : ratings) {
    if (std::isnan(rating)) continue;
    counts[place(categories, rating)] += 1;
    all += 1;
  }
  return all;
}

double pairs(double places) {
  return places * (places + 1) / 2;
}

double weight(Weights weights, std::size_t k, std::size_t l, std::size_t q) {
  if (k == l) return 1;
  const double far = std::abs(static_cast<double>(k) - static_cast<double>(l));
  const double most = static_cast<double>(q) - 1;
  switch (weights) {
    case Weights::linear:
      return 1 - far / most;
    case Weights::quadratic:
      return 1 - far * far / (most * most);
    case Weights::ordinal:
      return 1 - pairs(far) / pairs(most);
    default:
      return 0;
  }
}

/// Chance-corrected agreement; none where chance explains everything.
double beyond_chance(double observed, double expected) {
  return expected < 1 ? (observed - expected) / (1 - expected) : kNone;
}

std::string weighted_name(std::string name, Weights weights) {
  if (weights == Weights::linear) return name + "_linear";
  if (weights == Weights::quadratic) return name + "_quadratic";
  return weights == Weights::ordinal ? name + "_ordinal" : name;
}

/// Alpha of values on a line: the squared differences within items beside those among all.
Coefficient interval_alpha() {
  Coefficient alpha{"krippendorff_alpha", 4, {}, {}};
  alpha.add = [](std::span<const double> ratings, std::span<double> sums) {
    double m = 0, sum = 0, squares = 0;
    for (const double x : ratings) {
      if (std::isnan(x)) continue;
      m += 1;
      sum += x;
      squares += x * x;
    }
    if (m < 2) return;
    sums[0] += m;
    sums[1] += sum;
    sums[2] += squares;
    sums[3] += 2 * (m * squares - sum * sum) / (m - 1);
  };
  alpha.value = [](std::span<const double> s) {
    const double expected = 2 * (s[0] * s[2] - s[1] * s[1]);
    // What rounding leaves of no difference at all.
    if (expected <= 1e-12 * s[0] * s[2]) return kNone;
    return 1 - (s[0] - 1) * s[3] / expected;
  };
  return alpha;
}

/// Places of the categories on a line: their middle ranks, so that the distance of two is the
/// number of ratings between their middles.
std::vector<double> middle_ranks(const std::vector<double>& counts) {
  std::vector<double> ranks;
  double below = 0;
  for (const double n : counts) {
    ranks.push_back(below + n / 2);
    below += n;
  }
  return ranks;
}

double alpha_of(std::span<const double> coincidences, std::size_t q, Level level) {
  std::vector<double> totals(q, 0);
  for (std::size_t c = 0; c < q; ++c)
    for (std::size_t k = 0; k < q; ++k) totals[c] += coincidences[c * q + k];
  const std::vector<double> ranks = middle_ranks(totals);
  double n = 0, observed = 0, expected = 0;
  for (std::size_t c = 0; c < q; ++c) {
    n += totals[c];
    for (std::size_t k = 0; k < q; ++k) {
      if (c == k) continue;
      const double far = level == Level::nominal ? 1 : ranks[c] - ranks[k];
      observed += coincidences[c * q + k] * far * far;
      expected += totals[c] * totals[k] * far * far;
    }
  }
  return expected > 0 ? 1 - (n - 1) * observed / expected : kNone;
}

/// The sums of squares behind every intraclass correlation: n, the sum and squares of all ratings,
/// the squared sums of items, and the sum of each rater.
struct MeanSquares {
  double between = 0, within = 0, raters = 0, error = 0, n = 0, k = 0;

  MeanSquares(std::span<const double> s, std::size_t raters_count)
      : n(s[0]), k(static_cast<double>(raters_count)) {
    const double correction = s[1] * s[1] / (n * k);
    double by_rater = 0;
    for (std::size_t r = 0; r < raters_count; ++r) by_rater += s[4 + r] * s[4 + r] / n;
    const double items = s[3] / k - correction, all = s[2] - correction;
    by_rater -= correction;
    between = items / (n - 1);
    within = (all - items) / (n * (k - 1));
    raters = by_rater / (k - 1);
    error = (all - items - by_rater) / ((n - 1) * (k - 1));
  }
};

double icc_of(const MeanSquares& ms, Icc form) {
  const double spread = (ms.raters - ms.error) / ms.n;
  switch (form) {
    case Icc::one_way:
      return (ms.between - ms.within) / (ms.between + (ms.k - 1) * ms.within);
    case Icc::absolute:
      return (ms.between - ms.error) / (ms.between + (ms.k - 1) * ms.error + ms.k * spread);
    case Icc::consistency:
      return (ms.between - ms.error) / (ms.between + (ms.k - 1) * ms.error);
  }
  return kNone;
}

}  // namespace

bool Ratings::complete() const {
  return std::ranges::none_of(values, [](double x) { return std::isnan(x); });
}

std::vector<double> Ratings::categories() const {
  std::vector<double> all = values;
  std::erase_if(all, [](double x) { return std::isnan(x); });
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Coefficient percent_agreement() {
  Coefficient share{"percent_agreement", 2, {}, {}};
  share.add = [](std::span<const double> ratings, std::span<double> sums) {
    double alike = 0, all = 0;
    for (std::size_t a = 0; a < ratings.size(); ++a)
      for (std::size_t b = a + 1; b < ratings.size(); ++b) {
        if (std::isnan(ratings[a]) || std::isnan(ratings[b])) continue;
        all += 1;
        alike += ratings[a] == ratings[b] ? 1 : 0;
      }
    if (all == 0) return;
    sums[0] += alike / all;
    sums[1] += 1;
  };
  share.value = [](std::span<const double> s) { return s[1] > 0 ? s[0] / s[1] : kNone; };
  return share;
}

Coefficient cohen_kappa(std::vector<double> categories, Weights weights) {
  const std::size_t q = categories.size();
  Coefficient kappa{weighted_name("cohen_kappa", weights), q * q, {}, {}};
  kappa.add = [categories = std::move(categories), q](std::span<const double> ratings,
                                                      std::span<double> sums) {
    if (std::isnan(ratings[0]) || std::isnan(ratings[1])) return;
    sums[place(categories, ratings[0]) * q + place(categories, ratings[1])] += 1;
  };
  kappa.value = [q, weights](std::span<const double> table) {
    const double n = std::accumulate(table.begin(), table.end(), 0.0);
    std::vector<double> first(q, 0), second(q, 0);
    for (std::size_t i = 0; i < q; ++i)
      for (std::size_t j = 0; j < q; ++j) {
        first[i] += table[i * q + j];
        second[j] += table[i * q + j];
      }
    double observed = 0, expected = 0;
    for (std::size_t i = 0; i < q; ++i)
      for (std::size_t j = 0; j < q; ++j) {
        observed += weight(weights, i, j, q) * table[i * q + j] / n;
        expected += weight(weights, i, j, q) * first[i] * second[j] / (n * n);
      }
    return beyond_chance(observed, expected);
  };
  return kappa;
}

Coefficient fleiss_kappa(std::vector<double> categories) {
  // Sums: items, those ratings' agreement, ratings an item and their square, then each category.
  const std::size_t q = categories.size();
  Coefficient kappa{"fleiss_kappa", 4 + q, {}, {}};
  kappa.add = [categories = std::move(categories), q](std::span<const double> ratings,
                                                      std::span<double> sums) {
    std::vector<double> counts;
    const double m = count(categories, ratings, counts);
    sums[0] += 1;
    sums[2] += m;
    sums[3] += m * m;
    double alike = 0;
    for (std::size_t c = 0; c < q; ++c) {
      alike += counts[c] * (counts[c] - 1);
      sums[4 + c] += counts[c];
    }
    if (m > 1) sums[1] += alike / (m * (m - 1));
  };
  kappa.value = [q](std::span<const double> s) {
    const double m = s[2] / s[0];
    if (m < 2 || s[0] * s[3] != s[2] * s[2]) return kNone;
    double expected = 0;
    for (std::size_t c = 0; c < q; ++c) expected += s[4 + c] * s[4 + c] / (s[2] * s[2]);
    return beyond_chance(s[1] / s[0], expected);
  };
  return kappa;
}

Coefficient krippendorff_alpha(std::vector<double> categories, Level level) {
  if (level == Level::interval) return interval_alpha();
  const std::size_t q = categories.size();
  Coefficient alpha{"krippendorff_alpha", q * q, {}, {}};
  alpha.add = [categories = std::move(categories), q](std::span<const double> ratings,
                                                      std::span<double> sums) {
    std::vector<double> counts;
    const double m = count(categories, ratings, counts);
    if (m < 2) return;
    for (std::size_t c = 0; c < q; ++c)
      for (std::size_t k = 0; k < q && counts[c] > 0; ++k)
        sums[c * q + k] += counts[c] * (counts[k] - (c == k ? 1 : 0)) / (m - 1);
  };
  alpha.value = [q, level](std::span<const double> sums) { return alpha_of(sums, q, level); };
  return alpha;
}

Coefficient gwet_ac(std::vector<double> categories, Weights weights) {
  // Sums: items rated twice at least, their agreement, items rated at all, then each category.
  const std::size_t q = categories.size();
  const std::string name = weights == Weights::identity ? "gwet_ac1" : "gwet_ac2";
  Coefficient ac{weighted_name(name, weights), 3 + q, {}, {}};
  ac.add = [categories = std::move(categories), q, weights](std::span<const double> ratings,
                                                            std::span<double> sums) {
    std::vector<double> counts;
    const double m = count(categories, ratings, counts);
    if (m < 1) return;
    sums[2] += 1;
    for (std::size_t k = 0; k < q; ++k) sums[3 + k] += counts[k] / m;
    if (m < 2) return;
    double alike = 0;
    for (std::size_t k = 0; k < q; ++k) {
      double near = 0;
      for (std::size_t l = 0; l < q; ++l) near += weight(weights, k, l, q) * counts[l];
      alike += counts[k] * (near - 1);
    }
    sums[0] += 1;
    sums[1] += alike / (m * (m - 1));
  };
  ac.value = [q, weights](std::span<const double> s) {
    if (s[0] == 0 || q < 2) return kNone;
    double all = 0, spread = 0;
    for (std::size_t k = 0; k < q; ++k) {
      for (std::size_t l = 0; l < q; ++l) all += weight(weights, k, l, q);
      const double share = s[3 + k] / s[2];
      spread += share * (1 - share);
    }
    return beyond_chance(s[1] / s[0], all / (static_cast<double>(q * (q - 1))) * spread);
  };
  return ac;
}

Coefficient icc(std::size_t raters, Icc form) {
  constexpr const char* kNames[] = {"icc_1_1", "icc_2_1", "icc_3_1"};
  Coefficient icc{kNames[static_cast<std::size_t>(form)], 4 + raters, {}, {}};
  icc.add = [](std::span<const double> ratings, std::span<double> sums) {
    if (std::ranges::any_of(ratings, [](double x) { return std::isnan(x); })) return;
    double sum = 0;
    for (std::size_t r = 0; r < ratings.size(); ++r) {
      sum += ratings[r];
      sums[2] += ratings[r] * ratings[r];
      sums[4 + r] += ratings[r];
    }
    sums[0] += 1;
    sums[1] += sum;
    sums[3] += sum * sum;
  };
  icc.value = [raters, form](std::span<const double> s) {
    if (s[0] < 2 || raters < 2) return kNone;
    const MeanSquares ms(s, raters);
    const double value = icc_of(ms, form);
    return std::isfinite(value) ? value : kNone;
  };
  return icc;
}

Estimate of_mean(const Estimate& icc, std::size_t raters) {
  const double k = static_cast<double>(raters);
  const auto raised = [k](double one) { return k * one / (1 + (k - 1) * one); };
  return {raised(icc.value), raised(icc.low), raised(icc.high)};
}

}  // namespace attune::stats
