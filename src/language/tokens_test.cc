#include "language/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "language/stem.h"

namespace attune::language {
namespace {

using testing::ElementsAre;

std::vector<std::string> forms(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::vector<std::string> out;
  for (const Token& token : tokens.list) out.emplace_back(tokens.form(token));
  return out;
}

TEST(Tokens, AreLowerCaseWithMarksApart) {
  EXPECT_THAT(forms("Why, NOT now?"), ElementsAre("why", ",", "not", "now", "?"));
}

TEST(Tokens, LowerLatinLettersBeyondAscii) {
  EXPECT_THAT(forms("ÉTÉ Łódź"), ElementsAre("été", "łódź"));
}

TEST(Tokens, GiveMissingApostrophesBack) {
  EXPECT_THAT(forms("im fine dont ask"), ElementsAre("i'm", "fine", "don't", "ask"));
}

TEST(Tokens, TakeCurlyApostrophesForStraightOnes) {
  EXPECT_THAT(forms("don’t"), ElementsAre("don't"));
}

TEST(Tokens, ShortenDrawnOutLetters) {
  EXPECT_THAT(forms("sooooo tired"), ElementsAre("soo", "tired"));
}

TEST(Tokens, CountCodePointsNotBytes) {
  const Tokens tokens = tokenize("é 😀 ok");
  ASSERT_EQ(tokens.list.size(), 3U);
  EXPECT_EQ(tokens.list[1].start, 2);
  EXPECT_EQ(tokens.list[1].kind, Token::Kind::symbol);
  EXPECT_EQ(tokens.list[2].start, 4);
  EXPECT_EQ(tokens.list[2].end, 6);
}

TEST(Tokens, SurviveIllFormedBytes) {
  const Tokens tokens = tokenize("a\xFF\xC3 b");
  ASSERT_EQ(tokens.code_points, 5);
  EXPECT_EQ(tokens.form(tokens.list.back()), "b");
  EXPECT_EQ(tokens.list.back().start, 4);
}

TEST(Tokens, AreNegatedForFourWordsOrToTheNextMark) {
  const Tokens tokens = tokenize("not a good day, fine");
  EXPECT_FALSE(tokens.list[0].negated);
  EXPECT_TRUE(tokens.list[2].negated);
  EXPECT_FALSE(tokens.list[5].negated);
}

TEST(Tokens, TellLatinFromOtherScripts) {
  const Tokens tokens = tokenize("ok привет");
  EXPECT_EQ(tokens.letters, 8);
  EXPECT_EQ(tokens.latin, 2);
}

TEST(Tokens, OfNothingAreNone) {
  EXPECT_TRUE(tokenize(" \n\t").list.empty());
}

TEST(Sentences, EndAtMarksAndLineEnds) {
  EXPECT_THAT(sentences("no. really?! yes\nok"), ElementsAre("no.", " really?!", " yes\n", "ok"));
}

TEST(Stem, IsSharedByTheFormsOfAWord) {
  EXPECT_EQ(stem("sleeping"), stem("slept"));
  EXPECT_EQ(stem("families"), stem("family"));
  EXPECT_EQ(stem("stopped"), stem("stops"));
  EXPECT_EQ(stem("hoping"), stem("hope"));
  EXPECT_EQ(stem("loneliness"), stem("lonely"));
}

TEST(Stem, LeavesShortWordsAlone) {
  EXPECT_EQ(stem("bus"), "bus");
  EXPECT_EQ(stem("red"), "red");
  EXPECT_EQ(stem("sing"), "sing");
}

}  // namespace
}  // namespace attune::language
