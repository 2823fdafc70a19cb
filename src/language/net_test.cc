#include "language/net.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "language/tokens.h"
#include "language/train_net.h"

namespace attune::language {
namespace {

using namespace net_shape;

using testing::HasSubstr;

constexpr std::size_t kPairFilter = kFilters[0];
constexpr std::size_t kTripleFilter = kFilters[0] + kFilters[1];

/// A net of one output that knows "not" and "sad", and answers with what a test fills in.
class NetTest : public testing::Test {
 protected:
  NetTest() {
    numbers_.keys = {net_key("not"), net_key("sad")};
    std::ranges::sort(numbers_.keys);
    numbers_.words.resize(3 * kDims);
    numbers_.filters.resize(kColumns * kDims);
    numbers_.bias.resize(kAllFilters);
    numbers_.out.resize(kAllFilters);
    numbers_.out_bias = {0.25F};
    word("not", 0) = 100;
    word("sad", 1) = 50;
    numbers_.words[2] = 10;  // any other word
  }

  std::int8_t& word(std::string_view form, std::size_t i) {
    const auto at = std::ranges::find(numbers_.keys, net_key(form)) - numbers_.keys.begin();
    return numbers_.words[static_cast<std::size_t>(1 + at) * kDims + i];
  }
  std::int16_t& filter(std::size_t column, std::size_t i) {
    return numbers_.filters[column * kDims + i];
  }
  float read(std::string_view text) const {
    float out = 0;
    Net(numbers_).read(tokenize(text), {&out, 1});
    return out;
  }

  NetNumbers numbers_;
};

TEST_F(NetTest, AFilterOverOneWordTakesTheBest) {
  filter(0, 1) = 512;
  filter(0, 2) = 256;
  numbers_.bias[0] = -30;
  numbers_.out[0] = 0.5F;
  // "sad" adds 50 * 512 / 256 = 100, another word 10 * 256 / 256 = 10, "not" 0: the best less 30.
  EXPECT_FLOAT_EQ(read("so sad today"), 0.25F + 0.5F * 70);
  EXPECT_FLOAT_EQ(read("today"), 0.25F);  // 10 - 30 is not an answer
}

TEST_F(NetTest, AFilterOverTwoWordsHeedsTheirOrder) {
  filter(kFilters[0], 0) = 256;                // the first word: "not" adds 100
  filter(kFilters[0] + kFilters[1], 1) = 256;  // the second: "sad" adds 50
  numbers_.bias[kPairFilter] = -100;
  numbers_.out[kPairFilter] = 1;
  EXPECT_FLOAT_EQ(read("not sad"), 0.25F + 50);
  EXPECT_FLOAT_EQ(read("sad not"), 0.25F);  // at best "not" and the end: 100 - 100
}

TEST_F(NetTest, AFilterOverThreeWordsReachesPastOne) {
  const std::size_t first = kFilters[0] + 2 * kFilters[1];
  filter(first, 0) = 256;
  filter(first + kFilters[2], 2) = 128;      // any word between: 10 * 128 / 256 = 5
  filter(first + 2 * kFilters[2], 1) = 256;  // "sad": 50
  numbers_.bias[kTripleFilter] = -150;
  numbers_.out[kTripleFilter] = 1;
  EXPECT_FLOAT_EQ(read("not so sad"), 0.25F + 5);
  EXPECT_FLOAT_EQ(read("not that so sad"), 0.25F);
}

TEST_F(NetTest, SumsAreRoundedToTheNearestStep) {
  filter(0, 1) = 3;  // 150 / 256 is nearest to 1; for "not" -100 / 256 to 0
  filter(0, 0) = -1;
  numbers_.out[0] = 1;
  EXPECT_FLOAT_EQ(read("sad"), 1.25F);
  EXPECT_FLOAT_EQ(read("not"), 0.25F);
}

TEST_F(NetTest, ATextWithoutWordsIsOneUnknownWord) {
  filter(0, 2) = 256;
  numbers_.out[0] = 1;
  EXPECT_FLOAT_EQ(read(""), 10.25F);
}

TEST_F(NetTest, IsStoredWhole) {
  filter(0, 1) = 512;
  numbers_.out[0] = 0.5F;
  ModelFile file("emotion");
  numbers_.put_into(file);
  const auto net = Net::open(file);
  ASSERT_TRUE(net);
  float out = 0;
  net->read(tokenize("sad"), {&out, 1});
  EXPECT_FLOAT_EQ(out, read("sad"));
}

TEST_F(NetTest, RefusesArraysThatDoNotFit) {
  numbers_.words.pop_back();
  ModelFile file("emotion");
  numbers_.put_into(file);
  const auto net = Net::open(file);
  ASSERT_FALSE(net);
  EXPECT_THAT(net.error().message, HasSubstr("do not fit"));
}

/// "good" is the first output, "bad" the second, unless "not" stands before it; the last is never
/// known.
std::vector<NetText> toy() {
  std::vector<NetText> texts;
  const float unknown = std::numeric_limits<float>::quiet_NaN();
  const auto add = [&](const char* text, float first, float second) {
    const int group = static_cast<int>(texts.size() / 4);
    texts.push_back({net_keys(tokenize(text)), {first, second, unknown}, group});
  };
  for (int i = 0; i < 100; ++i) {
    add("it was good today", 1, 0);
    add("it was bad today", 0, 1);
    add("it was not good today", 0, 1);
    add("it was not bad today", 1, 0);
  }
  return texts;
}

FittedNet fitted() {
  return fit_net(toy(), Words(), {.teachers = 1, .epochs = 20, .final_epochs = 20},
                 [](const std::string&) {});
}

TEST(FitNet, LearnsWhatAWordTurnsRound) {
  const Net net(fitted().net);
  ASSERT_EQ(net.width(), 3U);
  std::array<float, 3> good{}, turned{};
  net.read(tokenize("it was good"), good);
  net.read(tokenize("it was not good"), turned);
  EXPECT_GT(good[0], good[1]);
  EXPECT_LT(turned[0], turned[1]);
}

TEST(FitNet, ValuesEachTextByNetsThatDidNotSeeItsGroup) {
  const auto texts = toy();
  const FittedNet net = fitted();
  ASSERT_EQ(net.held_out.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    EXPECT_EQ(net.held_out[i][0] > net.held_out[i][1], texts[i].is[0] == 1) << i;
}

TEST(FitNet, GivesEqualNumbersAgain) {
  const FittedNet one = fitted(), other = fitted();
  EXPECT_EQ(one.held_out, other.held_out);
  EXPECT_EQ(one.net.words, other.net.words);
  EXPECT_EQ(one.net.filters, other.net.filters);
  EXPECT_EQ(one.net.bias, other.net.bias);
  EXPECT_EQ(one.net.out, other.net.out);
}

}  // namespace
}  // namespace attune::language
