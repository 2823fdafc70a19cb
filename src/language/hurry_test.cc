#include "language/hurry.h"

#include <gtest/gtest.h>

namespace attune::language {
namespace {

TEST(Hurried, DropsCapitalsAndApostrophes) {
  EXPECT_EQ(hurried("I can't."), "i cant.");
}

TEST(Hurried, SlipsInSomeLongWordsAndKeepsTheirEnds) {
  const std::string text = "yesterday everything seemed pointless somehow because nobody answered";
  const std::string typed = hurried(text);
  EXPECT_NE(typed, text);
  EXPECT_EQ(typed, hurried(text));
  EXPECT_EQ(typed.front(), 'y');
  EXPECT_EQ(typed.back(), 'd');
}

TEST(Hurried, LeavesOtherScriptsAndBadBytesAlone) {
  EXPECT_EQ(hurried("\xD0\xBC\xFF 12"), "\xD0\xBC\xFF 12");
  EXPECT_EQ(hurried(""), "");
}

}  // namespace
}  // namespace attune::language
