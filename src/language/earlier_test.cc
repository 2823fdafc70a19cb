#include "language/earlier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace attune::language {
namespace {

using Texts = std::vector<std::string_view>;

Features added(std::string_view said, const Texts& earlier) {
  Features features;
  added_features(wording(said), earlier, features);
  return features;
}

std::vector<std::uint32_t> answered(std::string_view asked, const Texts& earlier) {
  Features features;
  const Tokens tokens = tokenize(asked);
  answer_features(&tokens, earlier, features);
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
  EXPECT_NE(answered("yes", {}), answered("", {"yes"}));
  EXPECT_EQ(answered("", {"Yes, maybe."}), answered("", {"yes maybe"}));
}

}  // namespace
}  // namespace attune::language
