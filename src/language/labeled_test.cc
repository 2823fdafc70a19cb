#include "language/labeled.h"

#include <gtest/gtest.h>

namespace attune::language {
namespace {

/// Texts whose words say nothing of the output; what stands beside them does.
std::vector<Labeled> rows() {
  std::vector<Labeled> all;
  for (int i = 0; i < 60; ++i) {
    const bool is = i % 2 == 0;
    Labeled row{"the same words", {}, {static_cast<std::int8_t>(is)}, i / 2};
    row.beside = {is ? 2.0F : -2.0F, 1.0F};
    all.push_back(row);
  }
  return all;
}

TEST(MixIn, LearnsFromWhatStandsBeside) {
  const Recipe recipe{.head = "x", .outputs = {{}}, .least_texts = 1, .folds = 3};
  const auto texts = rows();
  FittedLabels fitted = fit_labels(texts, recipe, Spelling(), [](const std::string&) {});
  mix_in(texts, fitted);
  const auto linear = Linear::open(packed(fitted, recipe));
  ASSERT_TRUE(linear);
  EXPECT_EQ(linear->dense_inputs(), 2U);
  const auto scores = score_all(texts, *linear, Spelling());
  const auto threshold = static_cast<double>(linear->calibration(0).threshold);
  EXPECT_GT(scores[0][0], threshold);
  EXPECT_LT(scores[1][0], threshold);
}

TEST(MixIn, LeavesOutRowsWithNothingBeside) {
  const Recipe recipe{.head = "x", .outputs = {{}}, .least_texts = 1, .folds = 3};
  auto texts = rows();
  for (int i = 0; i < 20; ++i) texts.push_back({"the same words", {}, {1}, i, false});
  FittedLabels fitted = fit_labels(texts, recipe, Spelling(), [](const std::string&) {});
  mix_in(texts, fitted);
  texts.resize(2);
  const auto linear = Linear::open(packed(fitted, recipe));
  ASSERT_TRUE(linear);
  const auto scores = score_all(texts, *linear, Spelling());
  EXPECT_GT(scores[0][0], 0.5);
  EXPECT_LT(scores[1][0], 0.5);
}

}  // namespace
}  // namespace attune::language
