#include "stats/compare.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stats/planner.h"
#include "stats/ranks.h"

// Figures beside which no other source stands are those of R 4.2 (its own tests' data where it has
// them): bench/stats.R prints them.
namespace attune::stats {
namespace {

using testing::ElementsAre;
using testing::Pointwise;

const std::vector<double> kBefore{1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
const std::vector<double> kAfter{0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

MATCHER_P(Near, tolerance, "") {
  return std::abs(std::get<0>(arg) - std::get<1>(arg)) <= tolerance;
}

TEST(Ranks, TiesGetTheMeanOfTheirs) {
  const std::vector<double> values{3, 1, 3, 2};
  EXPECT_THAT(ranks(values), ElementsAre(3.5, 1, 3.5, 2));
  EXPECT_EQ(tie_sum(values), 6);
}

TEST(PairedT, AsInR) {
  const Comparison test = paired_t(kBefore, kAfter);
  EXPECT_NEAR(test.statistic, 3.03537541565, 1e-9);
  EXPECT_EQ(test.freedom, 8);
  EXPECT_NEAR(test.p, 0.01617662743, 1e-9);
  EXPECT_NEAR(test.difference.value, 0.43188888889, 1e-9);
  EXPECT_NEAR(test.difference.low, 0.10377871227, 1e-9);
  EXPECT_NEAR(test.difference.high, 0.75999906551, 1e-9);
  EXPECT_NEAR(test.effect.value, 3.03537541565 / 3, 1e-9);
}

TEST(WelchT, AsInR) {
  const Comparison test = welch_t(kBefore, kAfter);
  EXPECT_NEAR(test.statistic, 1.2051727991, 1e-9);
  EXPECT_NEAR(test.freedom, 15.7950355825, 1e-8);
  EXPECT_NEAR(test.p, 0.2458828385, 1e-9);
  EXPECT_NEAR(test.difference.low, -0.3286079302, 1e-9);
  EXPECT_NEAR(test.difference.high, 1.1923857080, 1e-9);
}

TEST(WelchT, NoSpreadSaysNothing) {
  EXPECT_TRUE(std::isnan(welch_t(std::vector{1.0, 1.0}, std::vector{1.0, 1.0}).p));
}

TEST(Wilcoxon, ExactAsInR) {
  const Comparison test = wilcoxon_signed_rank(kBefore, kAfter);
  EXPECT_TRUE(test.exact);
  EXPECT_EQ(test.statistic, 40);
  EXPECT_NEAR(test.p, 0.0390625, 1e-12);
}

TEST(Wilcoxon, WithTiesAndZerosAsInR) {
  const std::vector<double> d{1, 2, -1, 3, 0, 2, -2, 1, 4, 1, 1, -1, 2}, zeros(d.size(), 0);
  const Comparison test = wilcoxon_signed_rank(d, zeros);
  EXPECT_FALSE(test.exact);
  EXPECT_EQ(test.statistic, 62.5);
  EXPECT_NEAR(test.p, 0.06630871713, 1e-9);
}

TEST(MannWhitney, ExactAsInR) {
  const Comparison test =
      mann_whitney(std::vector{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46},
                   std::vector{1.15, 0.88, 0.90, 0.74, 1.21});
  EXPECT_TRUE(test.exact);
  EXPECT_EQ(test.statistic, 35);
  EXPECT_NEAR(test.p, 0.2544122544, 1e-9);
  EXPECT_NEAR(test.effect.value, 2 * 35.0 / 50 - 1, 1e-12);
}

TEST(MannWhitney, WithTiesAsInR) {
  const Comparison test = mann_whitney(std::vector<double>{3, 4, 4, 5, 2, 3, 5, 4, 1, 4},
                                       std::vector<double>{2, 2, 3, 1, 3, 2, 4, 1});
  EXPECT_FALSE(test.exact);
  EXPECT_EQ(test.statistic, 62.5);
  EXPECT_NEAR(test.p, 0.04530786874, 1e-9);
}

TEST(Friedman, AsInR) {
  const std::vector<std::vector<double>> rounding{
      {5.40, 5.50, 5.55}, {5.85, 5.70, 5.75}, {5.20, 5.60, 5.50}, {5.55, 5.50, 5.40},
      {5.90, 5.85, 5.70}, {5.45, 5.55, 5.60}, {5.40, 5.40, 5.35}, {5.45, 5.50, 5.35},
      {5.25, 5.15, 5.00}, {5.85, 5.80, 5.70}, {5.25, 5.20, 5.10}, {5.65, 5.55, 5.45},
      {5.60, 5.35, 5.45}, {5.05, 5.00, 4.95}, {5.50, 5.50, 5.40}, {5.45, 5.55, 5.50},
      {5.55, 5.55, 5.35}, {5.45, 5.50, 5.55}, {5.50, 5.45, 5.25}, {5.65, 5.60, 5.40},
      {5.70, 5.65, 5.55}, {6.30, 6.30, 6.25}};
  const Comparison test = friedman(rounding);
  EXPECT_NEAR(test.statistic, 11.142857142857, 1e-9);
  EXPECT_NEAR(test.p, 0.003805040776, 1e-9);
}

TEST(Friedman, SmallOnesCountEveryArrangement) {
  // Three blocks in full agreement over three conditions: 3! of (3!)^3 arrangements.
  const Comparison test = friedman({{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
  EXPECT_TRUE(test.exact);
  EXPECT_NEAR(test.p, 6.0 / 216, 1e-12);
  EXPECT_DOUBLE_EQ(test.effect.value, 1);
}

TEST(KendallW, FullAgreementIsOneAndContraryNone) {
  EXPECT_DOUBLE_EQ(kendall_w({3, 2, {1, 10, 2, 20, 3, 30}}), 1);
  EXPECT_DOUBLE_EQ(kendall_w({3, 2, {1, 30, 2, 20, 3, 10}}), 0);
}

TEST(Spearman, AsInR) {
  const Comparison test = spearman(kBefore, kAfter);
  EXPECT_FALSE(test.exact) << "two values are alike";
  EXPECT_NEAR(test.effect.value, 0.64708167125, 1e-9);
  EXPECT_NEAR(test.p, 0.05959221389, 1e-9);
}

TEST(Spearman, FewPairsCountEveryOrder) {
  const Comparison test =
      spearman(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 2, 3, 4});
  EXPECT_TRUE(test.exact);
  EXPECT_NEAR(test.p, 2.0 / 24, 1e-12);
}

TEST(TwoProportions, AsInR) {
  const Comparison test = two_proportions({15, 50}, {25, 50});
  EXPECT_NEAR(std::abs(test.statistic), 2.04124145232, 1e-9);
  EXPECT_NEAR(test.p, 0.04122683334, 1e-9);
  EXPECT_LT(test.difference.high, 0);
  const Estimate alone = wilson({15, 50});
  EXPECT_NEAR(alone.low, 0.1910355350, 1e-9);
  EXPECT_NEAR(alone.high, 0.4375035046, 1e-9);
}

TEST(TwoProportions, FewExpectedAsFishersTestInR) {
  const Comparison test = two_proportions({3, 4}, {1, 8});
  EXPECT_TRUE(test.exact);
  EXPECT_NEAR(test.p, 0.06666666667, 1e-9);
}

TEST(Adjusting, AsInR) {
  const std::vector<double> p{0.01, 0.02, 0.03, 0.04, 0.05, 0.001};
  EXPECT_THAT(holm(p), Pointwise(Near(1e-12), {0.05, 0.08, 0.09, 0.09, 0.09, 0.006}));
  EXPECT_THAT(benjamini_hochberg(p),
              Pointwise(Near(1e-12), {0.03, 0.04, 0.045, 0.048, 0.05, 0.006}));
}

TEST(BlandAltmanLimits, OfTheFieldNotes) {
  const BlandAltman limits = bland_altman(std::vector<double>{4, 3, 5, 2, 4, 3, 5, 1},
                                          std::vector<double>{3, 3, 4, 2, 5, 2, 5, 2});
  EXPECT_NEAR(limits.bias, 0.125, 1e-12);
  EXPECT_NEAR(limits.spread, 0.834523, 5e-7);
  EXPECT_NEAR(limits.low.value, -1.510665, 5e-7);
  EXPECT_NEAR(limits.high.value, 1.760665, 5e-7);
  EXPECT_LT(limits.low.low, limits.low.value);
}

TEST(BradleyTerry, FindsTheOddsOfTwo) {
  const auto strength = bradley_terry({{0, 30}, {10, 0}});
  EXPECT_NEAR(strength[0] - strength[1], std::log(3), 1e-9);
}

TEST(BradleyTerry, FindsPlantedStrengths) {
  const std::vector<double> planted{1.0, 0.25, -0.25, -1.0};
  std::vector<std::vector<double>> wins(4, std::vector<double>(4, 0));
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      if (i != j) wins[i][j] = 1000 / (1 + std::exp(planted[j] - planted[i]));
  EXPECT_THAT(bradley_terry(wins), Pointwise(Near(1e-6), planted));
}

TEST(BradleyTerry, WhoNeverLosesHasNoStrength) {
  EXPECT_TRUE(std::isnan(bradley_terry({{0, 5}, {0, 0}})[0]));
}

TEST(Planner, NarrowerWantsMore) {
  EXPECT_LT(items_for_kappa(0.6, 0.3, 0.3), items_for_kappa(0.6, 0.3, 0.2));
  EXPECT_LT(items_for_kappa(0.6, 0.5, 0.2), items_for_kappa(0.6, 0.1, 0.2));
  EXPECT_EQ(items_for_share(0.5, 0.2), 97);
  // Bonett (2002): rho .7, three raters, width .2, and Cohen's table: 64 a group for d .5.
  EXPECT_EQ(items_for_icc(0.7, 3, 0.2), 68);
  EXPECT_EQ(people_for_difference(0.5), 64);
}

}  // namespace
}  // namespace attune::stats
