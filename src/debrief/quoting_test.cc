#include "debrief/quoting.h"

#include <gtest/gtest.h>

namespace attune::debrief {
namespace {

TEST(Quoting, ASentenceIsFoundByACodePointInIt) {
  const std::string words = "It was fine. Zoë wept, so did I!\nthen nothing";
  EXPECT_EQ(sentence_at(words, 0), "It was fine.");
  EXPECT_EQ(sentence_at(words, 15), "Zoë wept, so did I!");
  EXPECT_EQ(sentence_at(words, 33), "then nothing");
  EXPECT_EQ(sentence_at(words, 999), "");
}

TEST(Quoting, MentionsAreWordsFromTheirBeginningAndNotDenied) {
  const std::vector<std::string> phrases = {"died", "want to die", "don't want to live"};
  EXPECT_TRUE(mentions("My dad DIED.", phrases));
  EXPECT_FALSE(mentions("I studied all night", phrases));
  EXPECT_TRUE(mentions("sometimes i want to die", phrases));
  EXPECT_FALSE(mentions("I don’t want to die", phrases));
  EXPECT_TRUE(mentions("i dont want to live", phrases));
  EXPECT_EQ(sentence_with("Fine. He died in May. He died.", phrases), "He died in May.");
}

TEST(Quoting, AQuoteIsAWholeSentenceOrNothing) {
  EXPECT_EQ(fit_to_quote("I sat there for an hour."), "I sat there for an hour");
  EXPECT_EQ(fit_to_quote("Why me, of all people?"), "");
  EXPECT_EQ(fit_to_quote("Yes."), "");
  EXPECT_EQ(fit_to_quote("She said \"go away\" to me"), "");
  EXPECT_EQ(fit_to_quote(std::string(91, 'x')), "");
}

}  // namespace
}  // namespace attune::debrief
