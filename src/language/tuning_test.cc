#include "language/tuning.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "language/pack.h"
#include "language/tokens.h"

namespace attune::language {
namespace {

// One word that tells nothing, and who labeled: the first coder says yes to all, the second to
// none.
TEST(FitAll, ForgetsWhatWasSetAside) {
  const std::vector<Row> rows = {
      {{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}, {{0, 1}, {2, 1}}, {{0, 1}, {2, 1}}};
  const double targets[] = {1, 1, 0, 0};
  const Line line = fit_all(rows, targets, {.columns = 3, .rarity = true, .aside = 2});
  EXPECT_EQ(line.weights[1], 0);
  EXPECT_EQ(line.weights[2], 0);
  EXPECT_NEAR(line.at(rows[0]), 0, 0.01);
  EXPECT_DOUBLE_EQ(line.at(rows[0]), line.at(rows[2]));
}

// One word that tells nothing. The first group is positive twice in three, the second once: lines
// fitted to the other group alone would put the second above the first.
TEST(HeldOut, StandsLevelHoweverManyOfTheOthersArePositive) {
  const std::vector<Row> rows(6, Row{{0, 1}});
  const double targets[] = {1, 1, 0, 1, 0, 0};
  const int folds[] = {0, 0, 0, 1, 1, 1};
  Task task{.options = {.cost = 10}, .columns = 1, .folds = 2};
  const auto uneven = held_out(rows, targets, folds, task);
  EXPECT_GT(uneven[3], uneven[0] + 0.5);
  task.level = true;
  for (const double value : held_out(rows, targets, folds, task)) EXPECT_NEAR(value, 0, 1e-9);
}

TEST(Counts, GiveTheF1OfALabel) {
  // Found 3, there 4, both 2: precision 2/3, recall 2/4, F1 = 2 * 2 / (3 + 4).
  const Counts counts{.both = 2, .found = 3, .there = 4};
  EXPECT_DOUBLE_EQ(counts.f1(), 4.0 / 7);
}

TEST(Pearson, IsOneOnALineAndMinusOneAgainstIt) {
  const double a[] = {1, 2, 3};
  const double b[] = {10, 20, 30};
  const double c[] = {3, 2, 1};
  EXPECT_DOUBLE_EQ(pearson(a, b), 1);
  EXPECT_DOUBLE_EQ(pearson(a, c), -1);
}

TEST(Calibrate, PutsTheThresholdBetweenTheSides) {
  const double values[] = {-2, -1, 1, 2};
  const double targets[] = {0, 0, 1, 1};
  const auto calibration = calibrate(values, targets);
  const auto score = [&](double z) {
    return 1 / (1 + std::exp(-(static_cast<double>(calibration.slope) * z +
                               static_cast<double>(calibration.offset))));
  };
  EXPECT_LT(score(-1), static_cast<double>(calibration.threshold));
  EXPECT_GT(score(1), static_cast<double>(calibration.threshold));
}

TEST(CalibrateSteadily, PutsTheThresholdBetweenTheSides) {
  std::vector<double> values, targets;
  for (int i = 0; i < 40; ++i) {
    values.push_back(i < 20 ? -2 + 0.01 * i : 1 + 0.01 * i);
    targets.push_back(i < 20 ? 0 : 1);
  }
  const auto calibration = calibrate_steadily(values, targets);
  const auto score = [&](double z) {
    return 1 / (1 + std::exp(-(static_cast<double>(calibration.slope) * z +
                               static_cast<double>(calibration.offset))));
  };
  EXPECT_LT(score(-1.5), static_cast<double>(calibration.threshold));
  EXPECT_GT(score(1.2), static_cast<double>(calibration.threshold));
}

TEST(CalibrateChoice, CutsAtOneHalf) {
  const double values[] = {1, 2, 4, 5};
  const double targets[] = {0, 0, 1, 1};
  const auto c = calibrate_choice(values, targets);
  EXPECT_NEAR(c.slope * 3 + c.offset, 0, 1e-4);
}

// Texts about two things, told apart by one word each.
struct Small {
  Vocabulary words;
  std::vector<Row> rows;
  std::vector<double> targets;

  Small() {
    std::vector<Features> all;
    for (const auto* text : {"a cat sat", "my cat ran", "a dog sat", "my dog ran"}) {
      Features features;
      text_features(tokenize(text), features);
      words.count(features);
      all.push_back(features);
    }
    words.close(1);
    for (const auto& features : all) rows.push_back(words.row(features));
    targets = {1, 1, 0, 0};
  }
};

float score_of(const Linear& linear, const char* text) {
  Features features;
  text_features(tokenize(text), features);
  Linear::Hits hits;
  float raw = 0;
  linear.find(features, hits);
  linear.score(features, hits, {}, {&raw, 1});
  return linear.probability(0, raw);
}

TEST(Pack, KeepsWhatWasLearned) {
  const Small small;
  const Line line =
      fit_all(small.rows, small.targets, {Loss::logistic, {.cost = 10}, small.words.size(), 0});
  const auto linear =
      Linear::open(pack("pets", small.words, 0, {line}, {Linear::Calibration{}}, 1'000));
  ASSERT_TRUE(linear);
  EXPECT_GT(score_of(*linear, "the cat"), 0.5F);
  EXPECT_LT(score_of(*linear, "the dog"), 0.5F);
}

TEST(Pack, ScoresNearlyAsTheLineDoes) {
  const Small small;
  const Line line =
      fit_all(small.rows, small.targets, {Loss::logistic, {.cost = 10}, small.words.size(), 0});
  const auto packed =
      Linear::open(pack("pets", small.words, 0, {line}, {Linear::Calibration{}}, 1'000));
  ASSERT_TRUE(packed);
  const double whole = 1 / (1 + std::exp(-line.at(small.rows[1])));
  EXPECT_NEAR(score_of(*packed, "my cat ran"), whole, 0.02);
}

TEST(Pack, KeepsWhatMovesMostOverAllTexts) {
  Vocabulary words;
  const std::uint32_t rare = 1, often = 2;
  words.count({{rare, 1}, {often, 1}});
  for (int i = 0; i < 8; ++i) words.count({{often, 1}});
  words.close(1);
  const Line line{.weights = {2, 1}, .bias = 0};
  const auto linear = Linear::open(pack("pets", words, 0, {line}, {Linear::Calibration{}}, 1));
  ASSERT_TRUE(linear);
  const auto value = [&](std::uint32_t key) {
    const Features features{{key, 1}};
    Linear::Hits hits;
    float raw = 0;
    linear->find(features, hits);
    linear->score(features, hits, {}, {&raw, 1});
    return raw;
  };
  EXPECT_EQ(value(rare), 0);
  EXPECT_NEAR(value(often), 1, 0.02);
}

TEST(FitAll, LearnsTheSameSidesWithColumnsScaled) {
  const Small small;
  for (const Task& task : {Task{Loss::logistic, {.cost = 10}, small.words.size(), 0, 0.1, false},
                           Task{Loss::logistic, {.cost = 10}, small.words.size(), 0, 0, true}}) {
    const Line line = fit_all(small.rows, small.targets, task);
    EXPECT_GT(line.at(small.rows[0]), 0);
    EXPECT_LT(line.at(small.rows[3]), 0);
  }
}

TEST(HeldOut, LeavesEachFoldOutOfItsOwnTraining) {
  const Small small;
  const int folds[] = {0, 1, 0, 1};
  const auto values = held_out(small.rows, small.targets, folds,
                               {Loss::logistic, {.cost = 10}, small.words.size(), 2});
  EXPECT_GT(values[0], values[2]);
  EXPECT_GT(values[1], values[3]);
}

}  // namespace
}  // namespace attune::language
