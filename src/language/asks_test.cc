#include "language/asks.h"

#include <gtest/gtest.h>

#include <string>

namespace attune::language {
namespace {

conversation::Asks asks(const std::string& text) {
  return find_asks(tokenize(text)).asks;
}

class AboutSuicide : public testing::TestWithParam<const char*> {};
TEST_P(AboutSuicide, IsAskedDirectly) {
  EXPECT_TRUE(asks(GetParam()).about_suicide) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(
    Asks, AboutSuicide,
    testing::Values(
        "Are you thinking about killing yourself?", "are you thinking of suicide",
        "are you suicidal", "Do you want to die?", "Have you had thoughts of ending your life?",
        "any thoughts of suicide?", "have you thought about ending it all",
        "do you ever wish you were dead", "are u thinking of killing urself",
        "when you say you're done, do you mean you want to end your life?",
        "I want to ask you directly: are you thinking about suicide?",
        "does it ever get so bad that you don't want to be here anymore?",
        "Do you sometimes think about not waking up?", "suicidal thoughts?",
        "im going to ask you straight, do you want to kill yourself",
        "have you been feeling like you'd be better off dead?",
        "is part of you thinking about dying?", "do you not want to live anymore",
        "Do you still want to live?", "do you want to live",
        "did you mean that you want to die when you said that",
        "sometimes people in that place think about suicide. is that true for you, thoughts of "
        "suicide?",
        "are you having thoughts about taking your own life", "Do you ever wish it was all over?",
        "do you wish you could just disappear?", "Have you thought about hurting yourself?",
        "Is that the pain, or do you mean dying?", "r u thinkin of killin urself",
        "4 good? do u mean dyin", "I'm wondering if you are thinking of ending your life"));

class NotAboutSuicide : public testing::TestWithParam<const char*> {};
TEST_P(NotAboutSuicide, IsNotAsked) {
  EXPECT_FALSE(asks(GetParam()).about_suicide) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(
    Asks, NotAboutSuicide,
    testing::Values("That would kill me.", "I'm dying to know what happened",
                    "are you dying to see her?", "you must be dead tired, are you?",
                    "Did your father die?", "how did your mum die",
                    "It sounds like you want to die.", "if you are suicidal please call a helpline",
                    "are you killing time?", "What happens if you don't wake up?",
                    "do you want to end things with her?", "have you lost someone to suicide?",
                    "do you live alone?", "where do you want to live?", "what is killing the mood?",
                    "Do you wish the shift was over?", "I want to die of embarrassment, you know?",
                    "do you want to tell me more"));

class AboutSafety : public testing::TestWithParam<const char*> {};
TEST_P(AboutSafety, IsAsked) {
  EXPECT_TRUE(asks(GetParam()).about_safety) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(
    Asks, AboutSafety,
    testing::Values("Are you safe tonight?", "are you safe", "do you have a plan",
                    "would you act on it?", "Do you feel safe at home?",
                    "can you keep yourself safe until tomorrow?",
                    "have you thought about how you would do it?",
                    "have you made any plans to end your life", "do you want to hurt yourself?",
                    "are you going to do anything stupid", "is there someone with you tonight?",
                    "is there anything you've thought of doing, a way, or a time?", "any plan?",
                    "do you have any idea how you would do it?",
                    "how close are you to acting on those thoughts",
                    "will you get through tonight?", "Have you tried to end it before?",
                    "have you tried before", "Could I ask if you have a plan?",
                    "Can you say if you have a plan?"));

class NotAboutSafety : public testing::TestWithParam<const char*> {};
TEST_P(NotAboutSafety, IsNotAsked) {
  EXPECT_FALSE(asks(GetParam()).about_safety) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(Asks, NotAboutSafety,
                         testing::Values("do you have any plans for the weekend?",
                                         "You are safe here.", "is it safe to say you're tired?",
                                         "please keep yourself safe.",
                                         "what's your plan for tomorrow?", "did you plan to stop?",
                                         "how are you tonight?", "Is anyone with you right now?",
                                         "any plans 2nite", "Have you tried stopping before?",
                                         "How could you plan around that?",
                                         "Have you tried to talk to him before?"));

class Leading : public testing::TestWithParam<const char*> {};
TEST_P(Leading, MakesNoTheEasyAnswer) {
  EXPECT_TRUE(asks(GetParam()).leading) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(Asks, Leading,
                         testing::Values("you're not thinking of doing anything stupid, are you?",
                                         "you wouldn't hurt yourself, right?",
                                         "youre not suicidal are you",
                                         "You're not thinking of suicide?",
                                         "tell me you're not thinking of killing yourself",
                                         "you wouldn't do that to your family, would you",
                                         "nothing silly, right?",
                                         "surely you don't want to die, do you?",
                                         "not thinking of anything stupid are you"));

class NotLeading : public testing::TestWithParam<const char*> {};
TEST_P(NotLeading, LeavesTheAnswerOpen) {
  EXPECT_FALSE(asks(GetParam()).leading) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(Asks, NotLeading,
                         testing::Values("are you thinking about suicide?", "you are not alone.",
                                         "you're not sleeping.", "what would you like to do?",
                                         "you never told your wife."));

class Permission : public testing::TestWithParam<const char*> {};
TEST_P(Permission, IsAskedFor) {
  EXPECT_TRUE(asks(GetParam()).permission) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(Asks, Permission,
                         testing::Values("would it be ok if I shared an idea?",
                                         "can I suggest something", "could i offer a thought",
                                         "would you like to hear what helped others",
                                         "do you mind if I share something that came to mind?",
                                         "are you open to a suggestion?", "want to hear an idea?",
                                         "I have an idea, if you want to hear it",
                                         "would some information be helpful?",
                                         "may I share a thought"));

class NoPermission : public testing::TestWithParam<const char*> {};
TEST_P(NoPermission, IsNotAskedFor) {
  EXPECT_FALSE(asks(GetParam()).permission) << GetParam();
}
INSTANTIATE_TEST_SUITE_P(Asks, NoPermission,
                         testing::Values("you should talk to someone", "can you tell me more?",
                                         "would you like to talk about it?", "how did he tell you?",
                                         "thanks for sharing that"));

TEST(Asks, SuicideNamedOfOthersIsAskedOfTheClient) {
  for (const char* turn :
       {"Sometimes when people feel like that they think of suicide. Are you having those "
        "thoughts?",
        "When someone is that low they may think about ending their life. Is that true for you?",
        "People this tired sometimes wish it would end. Do you?"})
    EXPECT_TRUE(asks(turn).about_suicide) << turn;
  for (const char* turn :
       {"He died of suicide. Did you know him?", "Do you have thoughts like that?",
        "She wishes it was over. Does she say so to your brother?"})
    EXPECT_FALSE(asks(turn).about_suicide) << turn;
}

TEST(Asks, AboutSuicideAndLeadingAtOnce) {
  const auto found = asks("You're not thinking of killing yourself, are you?");
  EXPECT_TRUE(found.about_suicide);
  EXPECT_TRUE(found.leading);
}

TEST(Asks, APlainQuestionAboutRiskIsNotMadeLeadingByAnotherSentence) {
  const auto found = asks("You wouldn't be bringing the mood down, I did that. Are you safe?");
  EXPECT_TRUE(found.about_safety);
  EXPECT_FALSE(found.leading);
}

TEST(Asks, NameTheCodePointsThatSaySo) {
  const auto found = find_asks(tokenize("é, are you suicidal?"));
  ASSERT_EQ(found.why.size(), 1U);
  EXPECT_EQ(found.why[0].head, "asks:about_suicide");
  EXPECT_EQ(found.why[0].start, 11);
  EXPECT_EQ(found.why[0].end, 19);
}

}  // namespace
}  // namespace attune::language
