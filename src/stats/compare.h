#pragma once

#include <span>
#include <vector>

#include "stats/agreement.h"

/// Tests of a difference, two-sided, each with the size of the effect. What cannot be said (too
/// little data, no spread) is NaN.
namespace attune::stats {

struct Comparison {
  double statistic = 0;
  double p = 0;
  double freedom = 0;     ///< degrees of freedom, where it has any
  bool exact = false;     ///< p counts every outcome instead of resting on a large sample
  Estimate difference{};  ///< of means, medians' stand-in or shares; see each test
  Estimate effect{};      ///< without a unit; see each test
};

/// Student's t of pairs. `difference`: mean of a - b; `effect`: Cohen's d of the differences, its
/// interval by the large-sample variance 1/n + d^2/(2n) (Hedges & Olkin 1985).
[[nodiscard]] Comparison paired_t(std::span<const double> a, std::span<const double> b,
                                  double coverage = 0.95);

/// Welch's t. `difference`: mean of a less mean of b; `effect`: Hedges' g with the pooled spread.
[[nodiscard]] Comparison welch_t(std::span<const double> a, std::span<const double> b,
                                 double coverage = 0.95);

/// Wilcoxon's signed ranks of a - b, zeros left out; exact below 50 pairs without ties or zeros,
/// else normal with the corrections for continuity and ties. `statistic`: the sum of positive
/// ranks; `effect`: matched-pairs rank-biserial correlation (no interval).
[[nodiscard]] Comparison wilcoxon_signed_rank(std::span<const double> a, std::span<const double> b);

/// Mann-Whitney; exact below 50 in each group without ties, else as above. `statistic`: pairs in
/// which a lies above b, ties half; `effect`: Cliff's delta with the interval of its large-sample
/// variance (Cliff 1993).
[[nodiscard]] Comparison mann_whitney(std::span<const double> a, std::span<const double> b,
                                      double coverage = 0.95);

/// Friedman's test; `rows` are blocks, columns conditions. Exact up to 200,000 arrangements, else
/// chi-squared. `effect`: Kendall's W (no interval).
[[nodiscard]] Comparison friedman(const std::vector<std::vector<double>>& rows);

/// Kendall's W of complete ratings: how alike raters order the items, 0 to 1, corrected for ties.
[[nodiscard]] double kendall_w(const Ratings& ratings);

/// Spearman's correlation; p by counting all orders up to nine pairs without ties, else by t.
/// `effect`: the correlation with Fisher's interval (Bonett & Wright 2000).
[[nodiscard]] Comparison spearman(std::span<const double> a, std::span<const double> b,
                                  double coverage = 0.95);

/// `hits` among `n`.
struct Share {
  double hits = 0, n = 0;
};

/// Wilson's interval (1927).
[[nodiscard]] Estimate wilson(Share share, double coverage = 0.95);

/// z of two shares, pooled; Fisher's exact p where a count below 5 is expected. `difference`: a
/// less b, its interval by Newcombe (1998, method 10); `effect`: Cohen's h (no interval).
[[nodiscard]] Comparison two_proportions(Share a, Share b, double coverage = 0.95);

/// p-values adjusted for being many: Holm (1979), and Benjamini & Hochberg (1995), in their order.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> p);

/// Differences of two ways of measuring the same (Bland & Altman 1986, 1999).
struct BlandAltman {
  double bias = 0, spread = 0;    ///< mean and standard deviation of a - b
  Estimate low, high;             ///< limits of agreement, bias -+ 1.96 spreads
  double trend = 0, trend_p = 0;  ///< Spearman of difference and mean: far from 0, limits mislead
};
[[nodiscard]] BlandAltman bland_altman(std::span<const double> a, std::span<const double> b,
                                       double coverage = 0.95);

/// Strengths by Bradley & Terry (1952) from `wins[i][j]`, how often i beat j, fitted by Hunter's
/// steps (2004): logarithms with mean 0. NaN for all when some never win or never lose, for then
/// nothing holds them.
[[nodiscard]] std::vector<double> bradley_terry(const std::vector<std::vector<double>>& wins);

}  // namespace attune::stats
