#include "language/meaning.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace attune::language {
namespace {

const std::filesystem::path kRoot = ATTUNE_ROOT;

const Meaning& meaning() {
  static const auto opened = Meaning::open(kRoot / "models", kRoot / "content/lexicons");
  return **opened;
}

double similarity(std::string_view a, std::string_view b) {
  return meaning().similarity(meaning().sense(a), meaning().sense(b));
}

double contains(std::string_view whole, std::string_view part) {
  return meaning().contains(meaning().sense(whole), meaning().sense(part));
}

TEST(Meaning, OfEqualTextsIsEqual) {
  EXPECT_NEAR(similarity("how is your mother", "how is your mother"), 1, 1e-6);
}

TEST(Meaning, IsSharedBySynonyms) {
  EXPECT_GT(similarity("is your mum ok", "how is your mother"),
            similarity("is your mum ok", "how is your work"));
}

TEST(Meaning, SurvivesEndings) {
  EXPECT_GT(similarity("are you sleeping", "do you sleep"), 0.5);
}

TEST(Meaning, OfUnrelatedTextsIsFar) {
  EXPECT_LT(similarity("do you drink a lot", "what music do you teach"), 0.3);
}

TEST(Meaning, IsSymmetric) {
  EXPECT_DOUBLE_EQ(similarity("my brothers never come", "family"),
                   similarity("family", "my brothers never come"));
}

TEST(Meaning, IsFoundInsideALongerTurn) {
  EXPECT_GT(contains("that sounds like a lot to carry, and do you get any sleep at all?", "sleep"),
            0.8);
  EXPECT_LT(contains("that sounds like a lot to carry", "do you play football"), 0.3);
}

TEST(Meaning, OfNothingIsNothing) {
  EXPECT_EQ(similarity("", "sleep"), 0);
  EXPECT_EQ(contains("sleep", ""), 0);
}

TEST(Matcher, FindsTheLabelOfTheNearestExample) {
  Matcher matcher(meaning());
  matcher.add(1, "how are you sleeping");
  matcher.add(1, "do you get any rest at night");
  matcher.add(2, "are you in touch with your brothers");
  matcher.add(3, "how is work");
  EXPECT_EQ(matcher.match("sleep ok?", 0.3).at(0).label, 1U);
  EXPECT_EQ(matcher.match("and your siblings?", 0.2).at(0).label, 2U);
  EXPECT_EQ(matcher.match("whats your job like", 0.2).at(0).label, 3U);
}

TEST(Matcher, HearsTheQuestionAtTheEndOfALongTurn) {
  Matcher matcher(meaning());
  matcher.add(1, "how are you sleeping");
  const auto found = matcher.match(
      "That sounds so heavy, and I can hear how much you care about her and your class. "
      "How do you sleep?",
      0.5);
  ASSERT_EQ(found.size(), 1U);
}

TEST(Matcher, FindsNothingBelowTheFloor) {
  Matcher matcher(meaning());
  matcher.add(1, "how are you sleeping");
  EXPECT_TRUE(matcher.match("the weather is nice", 0.5).empty());
}

TEST(Meaning, RefusesALexiconThatIsNone) {
  const auto folder = std::filesystem::path(testing::TempDir());
  EXPECT_FALSE(Meaning::open(kRoot / "models", folder / "no-such-folder"));
}

}  // namespace
}  // namespace attune::language
