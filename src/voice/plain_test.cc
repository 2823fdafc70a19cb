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

TEST(Plain, AccentsMakeNoOtherWord) {
  EXPECT_EQ(plain("Is ÅSA in Östra with Inés, Ilídio and Kovačević?", {})[0].text,
            "is asa in ostra with ines ilidio and kovacevic");
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
  for (const char* text :
       {"u sleeping ok", "you warm", "give me one example", "who can you tell", "how come"})
    EXPECT_TRUE(plain(text, {.spelling = {{"u", "you"}}})[0].asks) << text;
  for (const char* text :
       {"Eluned, whose cup your hand still goes out for.", "don't worry", "give me a minute",
        "do not rush", "you looked after her alone for years"})
    EXPECT_FALSE(plain(text, {})[0].asks) << text;
}

TEST(Plain, AWishToHearAsksAndAnotherWishDoesNot) {
  for (const char* text : {"I'd like to hear about your mum", "I would love to know more",
                           "I'd like you to tell me about it"})
    EXPECT_TRUE(plain(text, {})[0].asks) << text;
  for (const char* text : {"I'd like to have met her", "I'd like to stay with that a moment"})
    EXPECT_FALSE(plain(text, {})[0].asks) << text;
}

TEST(Plain, AnAbbreviatedTitleEndsNoSentence) {
  const auto sentences = plain("Do you miss Mrs. Boutilier? And Mr. Coyle.", {});
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].text, "do you miss mrs boutilier");
}

TEST(Plain, ASmileyOrAColonEndsASentence) {
  for (const char* text : {"Purple would be nice for you :) Who is Timah?",
                           "Let me put it simply: who is Timah?", "Fair - :( who is Timah"})
    EXPECT_EQ(plain(text, {}).back().text, "who is timah") << text;
}

TEST(Plain, ATagAsksNothingOfItsOwn) {
  const auto sentences = plain("What could be a first step, do you think?", {});
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(plain("ok il put it another way, did you thank him", {}).size(), 2U);
}

TEST(Plain, AQuestionMayBeAskedByLeave) {
  for (const char* text :
       {"May I ask what prompted you to write?", "Can I ask: what prompted you to write?"})
    EXPECT_EQ(plain(text, {}).back().text, "what prompted you to write") << text;
  EXPECT_EQ(plain("Could I ask if you live alone?", {}).back().text, "you live alone");
  EXPECT_EQ(plain("May I ask you something?", {}).back().text, "may i ask you something");
}

TEST(Plain, AQuestionPutRightIsTheQuestion) {
  EXPECT_EQ(plain("No, I meant your cousin. What's she like?", {})[0].text, "your cousin");
  EXPECT_TRUE(plain("i mean biology", {})[0].asks);
  EXPECT_EQ(plain("sorry, i asked since when you get this", {})[0].text, "since when you get this");
  EXPECT_EQ(plain("I mean it.", {})[0].text, "i mean it");
}

TEST(Plain, AQuestionWantsASortOfAnswer) {
  const auto sort = [](const char* text) { return sort_of(plain(text, {}).back()); };
  EXPECT_EQ(sort("So who told her?"), "who");
  EXPECT_EQ(sort("What time does he get up?"), "when");
  EXPECT_EQ(sort("What made you go?"), "why");
  EXPECT_EQ(sort("How many bikes do you have?"), "how_much");
  EXPECT_EQ(sort("What was the soup like?"), "like");
  EXPECT_EQ(sort("How do you feel about that?"), "feel");
  EXPECT_EQ(sort("How did you fix it?"), "how");
  EXPECT_EQ(sort("Which one do you miss?"), "which");
  EXPECT_EQ(sort("Did you tell her?"), "you");
  EXPECT_EQ(sort("Does she know?"), "other");
  EXPECT_EQ(sort("Could she be someone who may know about it?"), "other");
  EXPECT_EQ(sort("Can you tell me who knows?"), "who");
  EXPECT_EQ(sort("Would you feel able to say what happened?"), "you");
}

TEST(Plain, ALostPossessiveIsNoted) {
  EXPECT_TRUE(plain("You went to Niamh's game.", {})[0].possessive);
  EXPECT_FALSE(plain("It's cold there.", {})[0].possessive);
}

}  // namespace
}  // namespace attune::voice
