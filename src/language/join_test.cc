#include <gmock/gmock.h>

#include <cmath>

#include "language/emotion_join.h"
#include "language/join_learner.h"

namespace attune::language {
namespace {

using conversation::kEmotions;
using conversation::kFineEmotions;
using testing::HasSubstr;

/// The first emotion is there where one of two inputs is above zero and not both: no line says so.
std::vector<JoinText> either_or() {
  std::vector<JoinText> texts;
  for (int i = 0; i < 8'000; ++i) {
    const bool one = i % 2 == 0, other = i / 2 % 2 == 0;
    JoinText text{std::vector<float>(kJoined), std::vector<std::int8_t>(kEmotions), i / 4};
    text.inputs[0] = one ? 1 : -1;
    text.inputs[20] = other ? 1 : -1;
    text.is[0] = one != other ? 1 : 0;
    texts.push_back(text);
  }
  return texts;
}

TEST(Join, LearnsWhatNoLineSays) {
  const auto texts = either_or();
  const FittedJoin fitted = fit_join(texts);
  for (std::size_t i = 0; i < 8; ++i) {
    std::vector<float> out(kEmotions);
    fitted.numbers.read(texts[i].inputs, out);
    EXPECT_EQ(out[0] > 0, texts[i].is[0] == 1) << i;
    EXPECT_EQ(fitted.held_out[i][0] > 0, texts[i].is[0] == 1) << i;
    EXPECT_LT(out[1], 0) << i;
  }
}

TEST(Join, IsTheSameForEqualTexts) {
  const auto texts = either_or();
  EXPECT_EQ(fit_join(texts).numbers.hidden, fit_join(texts).numbers.hidden);
}

TEST(Join, TakesValuesAndChances) {
  std::vector<float> line(kEmotions), fine(kFineEmotions), net(kNetOutputs), inputs(kJoined);
  line[0] = 2, fine[0] = 3, net[0] = 1;
  net.back() = std::log(3.0F);  // distress by 3 to 1: 0.75
  join_inputs({line, fine, net}, inputs);
  EXPECT_FLOAT_EQ(inputs[0], 2);
  EXPECT_FLOAT_EQ(inputs[kEmotions], 4 / (1 + std::exp(-2.0F)));
  EXPECT_FLOAT_EQ(inputs[2 * kEmotions], 3);
  const std::size_t first = 2 * kEmotions + kFineEmotions;
  EXPECT_FLOAT_EQ(inputs[first], 1);
  EXPECT_FLOAT_EQ(inputs[first + kNetEmotions], 0.75F);
  EXPECT_FLOAT_EQ(inputs[first + 2 * kNetEmotions], 4 / (1 + std::exp(-1.0F)));
  EXPECT_FLOAT_EQ(inputs.back(), 0.75F);
}

TEST(Join, IsStoredWholeAndRefusedWhenCut) {
  JoinNumbers numbers = fit_join(either_or()).numbers;
  ModelFile file("emotion");
  numbers.put_into(file);
  const auto stored = JoinNumbers::of(file);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->past, numbers.past);
  numbers.past.pop_back();
  numbers.put_into(file);
  const auto cut = JoinNumbers::of(file);
  ASSERT_FALSE(cut);
  EXPECT_THAT(cut.error().message, HasSubstr("join_past"));
}

}  // namespace
}  // namespace attune::language
