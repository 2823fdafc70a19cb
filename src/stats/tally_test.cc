#include "stats/tally.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "stats/isotonic.h"

namespace attune::stats {
namespace {

/// Items of two raters, the second of whom errs on one in four.
Ratings two_raters(std::size_t items) {
  Ratings out{items, 2, {}};
  for (std::size_t i = 0; i < items; ++i) {
    const double truth = base::draw(7, i, "truth") < 0.4 ? 1 : 0;
    const bool errs = base::draw(7, i, "errs") < 0.25;
    out.values.push_back(truth);
    out.values.push_back(errs ? 1 - truth : truth);
  }
  return out;
}

TEST(Tally, GivesWhatEachStatisticGivesByItself) {
  const Ratings ratings = two_raters(200);
  const Coefficient kappa = cohen_kappa({0, 1}, Weights::identity);
  const Coefficient alpha = krippendorff_alpha({0, 1}, Level::nominal);
  Tally tally(ratings.items, kappa.width + alpha.width);
  for (std::size_t i = 0; i < ratings.items; ++i) {
    kappa.add(ratings.of(i), tally.at(i, 0, kappa.width));
    alpha.add(ratings.of(i), tally.at(i, kappa.width, alpha.width));
  }
  const auto both = estimate_each(
      tally, {{0, kappa.width, kappa.value}, {kappa.width, alpha.width, alpha.value}});
  const Estimate alone = estimate(ratings, kappa);
  EXPECT_DOUBLE_EQ(both[0].value, alone.value);
  EXPECT_NEAR(both[0].low, alone.low, 0.03);
  EXPECT_NEAR(both[0].high, alone.high, 0.03);
  EXPECT_DOUBLE_EQ(both[1].value, value(ratings, alpha));
}

TEST(Tally, SaysNothingOfBoundsWhereThereIsNothingToDrawFrom) {
  Tally one(1, 2);
  one.sums = {3, 1};
  const auto mean = [](std::span<const double> s) { return s[0] / s[1]; };
  EXPECT_EQ(estimate_each(one, {{0, 2, mean}})[0].value, 3);
  EXPECT_TRUE(std::isnan(estimate_each(one, {{0, 2, mean}})[0].low));
}

TEST(Isotonic, PoolsWhatFalls) {
  // 3 and 1 pool to 2; the two at x = 4 count as one of mean 5.
  const std::vector<double> x{1, 2, 3, 4, 4}, y{1, 3, 1, 4, 6};
  const Steps steps = isotonic(x, y);
  EXPECT_EQ(steps.from, (std::vector<double>{1, 2, 4}));
  EXPECT_EQ(steps.value, (std::vector<double>{1, 2, 5}));
  EXPECT_EQ(steps.at(0), 1);
  EXPECT_EQ(steps.at(3.9), 2);
  EXPECT_EQ(steps.at(9), 5);
}

TEST(Isotonic, LeavesWhatRisesAndKeepsTheMean) {
  std::vector<double> x, y;
  for (std::size_t i = 0; i < 50; ++i) {
    x.push_back(base::draw(3, i, "x"));
    y.push_back(x.back() + base::draw(3, i, "noise") - 0.5);
  }
  EXPECT_EQ(isotonic(x, x).value.size(), x.size());
  const Steps steps = isotonic(x, y);
  EXPECT_TRUE(std::ranges::is_sorted(steps.value));
  double fitted = 0;
  for (const double at : x) fitted += steps.at(at);
  EXPECT_NEAR(fitted, std::accumulate(y.begin(), y.end(), 0.0), 1e-9);
}

TEST(Isotonic, WithoutStepsChangesNothing) {
  EXPECT_EQ(Steps{}.at(0.3), 0.3);
}

}  // namespace
}  // namespace attune::stats
