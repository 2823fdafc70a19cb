#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace attune::stats {

/// What raters said of items, row by row; NaN where a rating is missing.
struct Ratings {
  std::size_t items = 0, raters = 0;
  std::vector<double> values;  ///< items x raters

  [[nodiscard]] std::span<const double> of(std::size_t item) const {
    return std::span(values).subspan(item * raters, raters);
  }
  [[nodiscard]] bool complete() const;                   ///< nothing is missing
  [[nodiscard]] std::vector<double> categories() const;  ///< the values that occur, rising
};

/// What the differences between two values mean.
enum class Level { nominal, ordinal, interval };

/// How much two categories count as agreeing: not at all unless equal; falling with the distance of
/// their places, with its square, or with the pairs of places between them (Gwet 2014).
enum class Weights { identity, linear, quadratic, ordinal };

/// A statistic that rests on sums over items, so that resampling needs no second look at ratings.
/// An undefined value (constant raters, too little data) is NaN.
struct Coefficient {
  std::string name;       ///< "krippendorff_alpha", as in JSON
  std::size_t width = 0;  ///< how many numbers an item adds
  std::function<void(std::span<const double> ratings, std::span<double> sums)> add;
  std::function<double(std::span<const double> sums)> value;
};

/// Share of pairs of ratings of an item that are equal, averaged over items.
[[nodiscard]] Coefficient percent_agreement();

/// Cohen (1960, 1968) between the first two raters, over items that both rated. Not for `ordinal`.
[[nodiscard]] Coefficient cohen_kappa(std::vector<double> categories, Weights weights);

/// Fleiss (1971). Undefined unless all items have the same number of ratings, two at least.
[[nodiscard]] Coefficient fleiss_kappa(std::vector<double> categories);

/// Krippendorff (2011): any number of raters, missing ratings allowed.
[[nodiscard]] Coefficient krippendorff_alpha(std::vector<double> categories, Level level);

/// Gwet (2008, 2014): AC1 with `identity`, else AC2. Missing ratings allowed.
[[nodiscard]] Coefficient gwet_ac(std::vector<double> categories, Weights weights);

/// Intraclass correlations (Shrout & Fleiss 1979; McGraw & Wong 1996) of one rater: one-way (1,1),
/// two-way with absolute agreement (2,1) and with consistency (3,1). Items with a rating missing
/// are left out.
enum class Icc { one_way, absolute, consistency };
[[nodiscard]] Coefficient icc(std::size_t raters, Icc form);

/// A value with its interval.
struct Estimate {
  double value = 0, low = 0, high = 0;
};

/// The same of the mean of `raters`, as (1,k), (2,k), (3,k), by the formula of Spearman & Brown.
[[nodiscard]] Estimate of_mean(const Estimate& icc, std::size_t raters);

struct Resampling {
  int draws = 1000;  ///< fewer, 200 at least, where there are very many different items
  std::uint64_t seed = 1;
  double coverage = 0.95;
  /// The group of each item ("conversation"), which is drawn whole; empty: every item by itself.
  std::vector<int> groups = {};
};

[[nodiscard]] double value(const Ratings& ratings, const Coefficient& coefficient);

/// With the bias-corrected and accelerated bootstrap interval (Efron 1987) over items or groups. No
/// numbers where fewer than two of them, or all alike, give nothing to draw from.
[[nodiscard]] Estimate estimate(const Ratings& ratings, const Coefficient& coefficient,
                                const Resampling& how = {});

}  // namespace attune::stats
