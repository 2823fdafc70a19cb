#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "stats/auroc.h"
#include "stats/bootstrap.h"

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

}  // namespace
}  // namespace attune::stats
