#include "voice/plain.h"

#include <gtest/gtest.h>

namespace attune::voice {
namespace {

TEST(Plain, AnEmojiEndsASentence) {
  const auto sentences = plain("my ex dumped me too 💀 did she take everything?", {});
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_FALSE(sentences[0].asks);
  EXPECT_EQ(sentences[1].text, "did she take everything");
}

TEST(Plain, StackedQuestionsArePartedAtTheirCommas) {
  const auto sentences = plain("Are you sleeping, are you eating, and who is at home?", {});
  ASSERT_EQ(sentences.size(), 3U);
  for (const Sentence& sentence : sentences) EXPECT_TRUE(sentence.asks) << sentence.text;
  EXPECT_EQ(plain("You told me, how you cooked for them.", {}).size(), 1U);
  EXPECT_EQ(plain("If it got loud again, what could you do?", {}).size(), 1U);
  EXPECT_EQ(plain("Do you mean the boy, who is twelve now?", {})[0].text, "do you mean the boy");
}

TEST(Plain, TerseQuestionsNeedNoMark) {
  for (const char* text : {"u sleeping ok", "you warm", "who can you tell", "how come"})
    EXPECT_TRUE(plain(text, {.spelling = {{"u", "you"}}})[0].asks) << text;
  for (const char* text : {"don't worry", "do not rush", "you looked after her alone for years"})
    EXPECT_FALSE(plain(text, {})[0].asks) << text;
}

TEST(Plain, ALostPossessiveIsNoted) {
  EXPECT_TRUE(plain("You went to Niamh's game.", {})[0].possessive);
  EXPECT_FALSE(plain("It's cold there.", {})[0].possessive);
}

}  // namespace
}  // namespace attune::voice
