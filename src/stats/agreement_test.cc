#include "stats/agreement.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace attune::stats {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// Rows of items.
Ratings ratings(std::vector<std::vector<double>> rows) {
  Ratings out{rows.size(), rows.front().size(), {}};
  for (const auto& row : rows) out.values.insert(out.values.end(), row.begin(), row.end());
  return out;
}

/// Two raters from the table of their categories.
Ratings from_table(const std::vector<std::vector<int>>& table) {
  std::vector<std::vector<double>> rows;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = 0; j < table[i].size(); ++j)
      for (int n = 0; n < table[i][j]; ++n)
        rows.push_back({static_cast<double>(i), static_cast<double>(j)});
  return ratings(rows);
}

/// Krippendorff's own example: four raters, twelve units, gaps.
Ratings krippendorff() {
  const std::vector<std::vector<double>> raters{{1, 2, 3, 3, 2, 1, 4, 1, 2, kGap, kGap, kGap},
                                                {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, kGap, 3},
                                                {kGap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, kGap},
                                                {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, kGap}};
  std::vector<std::vector<double>> rows(12);
  for (const auto& rater : raters)
    for (std::size_t i = 0; i < rater.size(); ++i) rows[i].push_back(rater[i]);
  return ratings(rows);
}

Ratings shrout_fleiss() {
  return ratings(
      {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
}

TEST(Cohen, PlainLinearAndQuadratic) {
  const Ratings table = from_table({{20, 5, 1}, {4, 15, 6}, {1, 5, 23}});
  const auto kappa = [&](Weights weights) {
    return value(table, cohen_kappa(table.categories(), weights));
  };
  EXPECT_NEAR(kappa(Weights::identity), 0.586369, 5e-7);
  EXPECT_NEAR(kappa(Weights::linear), 0.666667, 5e-7);
  EXPECT_NEAR(kappa(Weights::quadratic), 0.744584, 5e-7);
}

TEST(Cohen, ConstantRatersHaveNone) {
  const Ratings same = ratings({{1, 1}, {1, 1}});
  EXPECT_TRUE(std::isnan(value(same, cohen_kappa(same.categories(), Weights::identity))));
}

TEST(Fleiss, TheStandardExample) {
  const std::vector<std::vector<int>> counts{
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
  std::vector<std::vector<double>> rows(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i)
    for (std::size_t c = 0; c < counts[i].size(); ++c)
      rows[i].insert(rows[i].end(), static_cast<std::size_t>(counts[i][c]), static_cast<double>(c));
  const Ratings all = ratings(rows);
  EXPECT_NEAR(value(all, fleiss_kappa(all.categories())), 0.209931, 5e-7);
}

TEST(Fleiss, UnequalNumbersOfRatingsHaveNone) {
  const Ratings gaps = krippendorff();
  EXPECT_TRUE(std::isnan(value(gaps, fleiss_kappa(gaps.categories()))));
}

TEST(Krippendorff, NominalOrdinalAndInterval) {
  const Ratings all = krippendorff();
  const auto alpha = [&](Level level) {
    return value(all, krippendorff_alpha(all.categories(), level));
  };
  EXPECT_NEAR(alpha(Level::nominal), 0.743421, 5e-7);
  EXPECT_NEAR(alpha(Level::ordinal), 0.815388, 5e-7);
  EXPECT_NEAR(alpha(Level::interval), 0.849107, 5e-7);
}

TEST(Gwet, Ac1AndAc2) {
  const Ratings all = krippendorff();
  const auto ac = [&](Weights weights) { return value(all, gwet_ac(all.categories(), weights)); };
  EXPECT_NEAR(ac(Weights::identity), 0.775444, 5e-7);
  EXPECT_NEAR(ac(Weights::linear), 0.858739, 5e-7);
  EXPECT_NEAR(ac(Weights::quadratic), 0.914001, 5e-7);
  EXPECT_NEAR(ac(Weights::ordinal), 0.898940, 5e-7);
}

TEST(IntraclassCorrelation, ShroutAndFleiss) {
  const Ratings all = shrout_fleiss();
  const auto of = [&](Icc form) { return value(all, icc(4, form)); };
  EXPECT_NEAR(of(Icc::one_way), 0.165742, 5e-7);
  EXPECT_NEAR(of(Icc::absolute), 0.289764, 5e-7);
  EXPECT_NEAR(of(Icc::consistency), 0.714841, 5e-7);
  const auto mean = [&](Icc form) { return of_mean({of(form), 0, 0}, 4).value; };
  EXPECT_NEAR(mean(Icc::one_way), 0.442797, 5e-7);
  EXPECT_NEAR(mean(Icc::absolute), 0.620051, 5e-7);
  EXPECT_NEAR(mean(Icc::consistency), 0.909316, 5e-7);
}

TEST(Estimate, HoldsTheValueAndIsTheSameForTheSameSeed) {
  const Ratings all = krippendorff();
  const Coefficient ac1 = gwet_ac(all.categories(), Weights::identity);
  const Estimate once = estimate(all, ac1), again = estimate(all, ac1);
  EXPECT_LT(once.low, once.value);
  EXPECT_GT(once.high, once.value);
  EXPECT_LE(once.high, 1);
  EXPECT_EQ(once.low, again.low);
  EXPECT_EQ(once.high, again.high);
}

TEST(Estimate, CoversTheTruthAboutAsOftenAsItSays) {
  // Two raters with a true agreement of 0.8 on two balanced categories: kappa 0.6.
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::vector<std::vector<double>> rows;
    for (std::uint64_t i = 0; i < 80; ++i) {
      const std::uint64_t h = (seed * 1'000'003 + i) * 0x9E3779B97F4A7C15ULL;
      const double first = static_cast<double>(h >> 63);
      const bool alike =
          static_cast<double>((h * 0xD1342543DE82EF95ULL) >> 11) < 0.8 * 9007199254740992.0;
      rows.push_back({first, alike ? first : 1 - first});
    }
    const Ratings all = ratings(rows);
    const Estimate kappa =
        estimate(all, cohen_kappa({0, 1}, Weights::identity), {.draws = 400, .seed = seed});
    if (kappa.low <= 0.6 && 0.6 <= kappa.high) ++covered;
  }
  EXPECT_GE(covered, 180);
  EXPECT_LE(covered, 199);
}

TEST(Estimate, GroupsAreDrawnWhole) {
  // Every conversation is alike within: drawing items by themselves would promise too much.
  std::vector<std::vector<double>> rows;
  Resampling by_group;
  for (int group = 0; group < 12; ++group)
    for (int i = 0; i < 10; ++i) {
      rows.push_back({static_cast<double>(group % 2), group % 3 == 0 ? 0.0 : group % 2});
      by_group.groups.push_back(group);
    }
  const Ratings all = ratings(rows);
  const Coefficient kappa = cohen_kappa(all.categories(), Weights::identity);
  const Estimate wide = estimate(all, kappa, by_group), narrow = estimate(all, kappa);
  EXPECT_GT(wide.high - wide.low, 1.5 * (narrow.high - narrow.low));
}

TEST(Agreement, OrderOfRatersAndItemsMovesNothing) {
  const Ratings all = krippendorff();
  Ratings turned = all;
  for (std::size_t i = 0; i < all.items; ++i)
    for (std::size_t r = 0; r < all.raters; ++r)
      turned.values[(all.items - 1 - i) * all.raters + (all.raters - 1 - r)] =
          all.values[i * all.raters + r];
  for (const Level level : {Level::nominal, Level::ordinal, Level::interval}) {
    const Coefficient alpha = krippendorff_alpha(all.categories(), level);
    EXPECT_NEAR(value(all, alpha), value(turned, alpha), 1e-12);
  }
}

TEST(Agreement, PerfectAgreementIsOne) {
  const Ratings all = ratings({{1, 1, 1}, {2, 2, 2}, {4, 4, 4}});
  const auto categories = all.categories();
  EXPECT_DOUBLE_EQ(value(all, percent_agreement()), 1);
  EXPECT_DOUBLE_EQ(value(all, fleiss_kappa(categories)), 1);
  EXPECT_DOUBLE_EQ(value(all, gwet_ac(categories, Weights::ordinal)), 1);
  EXPECT_DOUBLE_EQ(value(all, icc(3, Icc::absolute)), 1);
  for (const Level level : {Level::nominal, Level::ordinal, Level::interval})
    EXPECT_DOUBLE_EQ(value(all, krippendorff_alpha(categories, level)), 1);
}

}  // namespace
}  // namespace attune::stats
