#include "language/earlier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace attune::language {
namespace {

using conversation::Speaker;
using Texts = std::vector<std::string_view>;

Features added(std::string_view said, const Texts& earlier) {
  Features features;
  added_features(wording(said), earlier, features);
  return features;
}

std::vector<std::uint32_t> answered(const Past& past) {
  Features features;
  answer_features(past, features);
  std::vector<std::uint32_t> keys;
  for (const Feature& feature : features) keys.push_back(feature.key);
  std::ranges::sort(keys);
  return keys;
}

TEST(AddedFeatures, AreNoneWhereTheClientsWordsAreGivenBack) {
  const Texts client = {"The house is quiet since she left.", "My SISTER moved out"};
  EXPECT_TRUE(added("Your sister left and the house is quiet.", client).empty());
}

TEST(AddedFeatures, GrowWithWordsThatTheClientDidNotSay) {
  const Texts client = {"The house is quiet since she left."};
  const auto few = added("The quiet house echoes.", client);
  const auto many = added("The quiet house echoes with every meal you cooked together.", client);
  EXPECT_FALSE(few.empty());
  EXPECT_GT(many.size(), few.size());
}

TEST(AddedFeatures, TellAFeelingThatTheClientNamedFromOneThatIsNew) {
  EXPECT_GT(added("You are lonely.", {"The lamp is on."}).size(),
            added("You are lonely.", {"I'm so alone", "it's lonely here"}).size());
}

TEST(AnswerFeatures, KeepWhoseWordsTheyAreApart) {
  const std::vector<std::vector<std::uint32_t>> kinds = {
      answered({.asked = {"maybe"}}), answered({.own = {"maybe"}}), answered({.theirs = {"maybe"}}),
      answered({.opening = {"maybe"}})};
  for (std::size_t i = 1; i < kinds.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(kinds[i], kinds[j]);
  EXPECT_EQ(answered({.own = {"Gone, MAYBE."}}), answered({.own = {"gone maybe"}}));
}

TEST(AnswerFeatures, PassOverShortWordsOfLongAgo) {
  EXPECT_EQ(answered({.own = {"so he is in bed again"}}), answered({.own = {"again"}}));
}

const std::vector<conversation::Turn> kTalk = {{Speaker::supporter, "s1?"},
                                               {Speaker::client, "c1"},
                                               {Speaker::supporter, "s2"},
                                               {Speaker::supporter, "s3?"},
                                               {Speaker::client, "c2"}};

TEST(Past, HoldsTheLatestFirstAndTheOpeningAsItCame) {
  Past past;
  take_past(kTalk, past);
  EXPECT_EQ(past.asked, Texts{"s3?"});
  EXPECT_EQ(past.own, (Texts{"c2", "c1"}));
  EXPECT_EQ(past.theirs, (Texts{"s2", "s1?"}));
  EXPECT_EQ(past.opening, (Texts{"s1?", "s2", "s3?"}));
}

TEST(Past, OfALongTalkIsItsLastTurnsAndItsFirst) {
  std::vector<conversation::Turn> talk;
  for (int i = 0; i < 20; ++i) {
    talk.push_back({Speaker::supporter, "s" + std::to_string(i)});
    talk.push_back({Speaker::client, "c" + std::to_string(i)});
  }
  Past past;
  take_past(talk, past);
  EXPECT_EQ(past.own, (Texts{"c19", "c18", "c17", "c16"}));
  EXPECT_EQ(past.theirs, (Texts{"s18", "s17", "s16", "s15"}));
  EXPECT_EQ(past.opening, (Texts{"s0", "s1", "s2", "s3"}));
}

TEST(AskedDirection, IsThatOfTheSupportersLongerWords) {
  const auto words = Words::open(ATTUNE_ROOT "/models/words.bin");
  ASSERT_TRUE(words) << words.error().message;
  std::vector<float> asked(words->dims()), plain(words->dims());
  asked_direction({.asked = {"So is it SLEEP?"}, .own = {"coffee"}, .opening = {"work"}}, *words,
                  asked);
  words->direction(tokenize("sleep"), plain);
  EXPECT_NE(plain, std::vector<float>(words->dims()));
  for (std::size_t i = 0; i < plain.size(); ++i) EXPECT_NEAR(asked[i], plain[i], 1e-6);
}

TEST(TalkShape, TellsHowLongATalkIsHowMuchTheClientSaysAndWhatIsAsked) {
  std::array<float, kShapes> none, some;
  talk_shape({}, none);
  talk_shape(kTalk, some);
  EXPECT_FLOAT_EQ(none[0], 0);
  EXPECT_FLOAT_EQ(some[0], std::log(6.0F) / 3);
  // Two bytes twice, beside three usual turns of thirty.
  EXPECT_FLOAT_EQ(some[1], (4 + 90) / 5.0F / 75);
  EXPECT_FLOAT_EQ(none[1], 30 / 75.0F);
  // Two of three ask, beside four tenths of three.
  EXPECT_FLOAT_EQ(some[2], (2 + 1.2F) / 6);
  EXPECT_FLOAT_EQ(none[2], 0.4F);
}

}  // namespace
}  // namespace attune::language
