#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "stats/auroc.h"
#include "stats/bootstrap.h"
#include "stats/regression.h"

namespace attune::stats {
namespace {

TEST(Auroc, CountsPairsAndHalvesTies) {
  // Pairs: 3>1, 3>2, 2>1 win; 2=2 counts one half: 3.5 of 4.
  const std::vector<double> positive{3, 2};
  const std::vector<double> negative{1, 2};
  EXPECT_DOUBLE_EQ(auroc(positive, negative), 3.5 / 4);
}

TEST(Auroc, TurnsOverWithItsArguments) {
  const std::vector<double> a{0.1, 0.7, 0.4};
  const std::vector<double> b{0.3, 0.2, 0.9, 0.4};
  EXPECT_DOUBLE_EQ(auroc(a, b), 1 - auroc(b, a));
}

TEST(Auroc, IsUndecidedWithoutOneSide) {
  EXPECT_DOUBLE_EQ(auroc({}, {}), 0.5);
}

TEST(Bootstrap, CoversTheMeanAtItsStandardError) {
  std::vector<double> values;
  for (int i = 0; i < 100; ++i) values.push_back(i % 2);
  const std::vector<int> strata(values.size(), 0);
  const Interval interval = bootstrap(
      strata,
      [&](std::span<const std::size_t> drawn) {
        double sum = 0;
        for (const std::size_t i : drawn) sum += values[i];
        return sum / static_cast<double>(drawn.size());
      },
      2000, 1);
  // A share of 0.5 in 100 draws has a standard error of 0.05, so 95 % lie within 0.402 and 0.598.
  EXPECT_NEAR(interval.low, 0.402, 0.02);
  EXPECT_NEAR(interval.high, 0.598, 0.02);
}

TEST(Bootstrap, KeepsTheSizeOfEachGroup) {
  const std::vector<int> strata{0, 0, 0, 1, 1};
  const auto of_group_one = [&](std::span<const std::size_t> drawn) {
    double count = 0;
    for (const std::size_t i : drawn) count += strata[i];
    return count;
  };
  const Interval interval = bootstrap(strata, of_group_one, 50, 3);
  EXPECT_EQ(interval.low, 2);
  EXPECT_EQ(interval.high, 2);
}

TEST(Bootstrap, GivesEachStatisticItsOwnIntervalAndLeavesOutWhatIsNoNumber) {
  const std::vector<int> strata{0, 0, 0, 0};
  const auto intervals = bootstrap_each(
      strata,
      [](std::span<const std::size_t> drawn) {
        const bool has_first = std::ranges::find(drawn, std::size_t{0}) != drawn.end();
        return std::vector<double>{7, has_first ? 3 : std::nan(""), std::nan("")};
      },
      100, 1);
  ASSERT_EQ(intervals.size(), 3U);
  EXPECT_EQ(intervals[0].low, 7);
  EXPECT_EQ(intervals[1].high, 3);
  EXPECT_TRUE(std::isnan(intervals[2].low));
}

TEST(LeastSquares, FindsTheLineThroughFourPoints) {
  // y = 1 + 2x - z holds at every point, so the slopes are exact.
  const Rows rows{{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 2, 1}};
  const std::vector<double> outcome{1, 3, 0, 4};
  const auto slopes = least_squares(rows, outcome, 0);
  EXPECT_NEAR(slopes[0], 1, 1e-9);
  EXPECT_NEAR(slopes[1], 2, 1e-9);
  EXPECT_NEAR(slopes[2], -1, 1e-9);
}

TEST(LeastSquares, LeavesAColumnOfNothingAtNothing) {
  const auto slopes = least_squares({{1, 0}, {1, 0}}, std::vector<double>{2, 4});
  EXPECT_NEAR(slopes[0], 3, 1e-5);
  EXPECT_EQ(slopes[1], 0);
}

TEST(LeastSquares, RidgeDrawsTheSlopeTowardNothing) {
  // (1*1 + 2*2) / (1 + 4 + 5) = 0.5, without the ridge 1.
  EXPECT_NEAR(least_squares({{1}, {2}}, std::vector<double>{1, 2}, 5)[0], 0.5, 1e-12);
}

TEST(LeastSquares, IsTheSameOfMomentsAddedUp) {
  const Rows rows{{1, 0}, {1, 1}, {1, 3}, {1, 4}};
  const std::vector<double> outcome{1, 2, 2, 5};
  Moments sum;
  for (std::size_t i = 0; i < rows.size(); ++i) sum += moments({rows[i]}, std::vector{outcome[i]});
  const auto whole = least_squares(rows, outcome);
  const auto added = least_squares(sum);
  EXPECT_NEAR(added[0], whole[0], 1e-12);
  EXPECT_NEAR(added[1], whole[1], 1e-12);
}

TEST(Logistic, GivesTheLogOfTheOddsInTwoGroups) {
  // Without the mark 1 of 4 happen: log(1/3). With it 2 of 3: log(2) - log(1/3) more.
  const Rows rows{{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 1}};
  const std::vector<double> outcome{1, 0, 0, 0, 1, 1, 0};
  const auto slopes = logistic(rows, outcome, 1e-9);
  EXPECT_NEAR(slopes[0], std::log(1.0 / 3), 1e-5);
  EXPECT_NEAR(slopes[1], std::log(6.0), 1e-5);
  EXPECT_NEAR(chance(slopes, rows.back()), 2.0 / 3, 1e-5);
}

TEST(Logistic, StaysFiniteWhereAColumnTellsAll) {
  const auto slopes = logistic({{1, -1}, {1, -1}, {1, 1}, {1, 1}}, std::vector<double>{0, 0, 1, 1});
  EXPECT_GT(slopes[1], 0.5);
  EXPECT_LT(slopes[1], 3);
}

TEST(LogLoss, IsTheSurpriseAtWhatHappened) {
  EXPECT_NEAR(log_loss(0.25, true), std::log(4), 1e-12);
  EXPECT_NEAR(log_loss(0.25, false), std::log(4.0 / 3), 1e-12);
  EXPECT_LT(log_loss(0, true), 21);
}

}  // namespace
}  // namespace attune::stats
