#include "coach/nudge.h"

#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"
#include "coach/faults.h"
#include "fakes/opened_coach.h"

namespace attune::coach {
namespace {

using conversation::Nudged;
using fakes::opened_coach;
using fakes::ReadTalk;

std::optional<Nudged> nudge(const ReadTalk& talk, std::uint64_t seed = 1) {
  return opened_coach().coach->nudge(talk.seen, seed);
}

std::string kind(const ReadTalk& talk) {
  const auto found = nudge(talk);
  return found ? found->kind : "";
}

Fault looked(const ReadTalk& talk, NudgeKind kind, OwnStory stance = OwnStory::welcome) {
  const auto& parts = opened_coach();
  const auto reply = Reply::last_of(talk.seen, *parts.recognizer, *parts.reader, *parts.meaning);
  return reply ? fault(kind, *reply, stance) : Fault{};
}

/// Two quiet exchanges, so that the next reply is no first one.
ReadTalk started() {
  return ReadTalk()
      .client("Hello there.")
      .supporter("Hello, I'm glad you wrote. What's on your mind?")
      .client("My sister and the house, mostly.")
      .supporter("Your sister and the house. Tell me about it.");
}

TEST(Nudge, IsTheRareCase) {
  ReadTalk talk = started().client("She sold it and never said a word to me. I feel so hurt.");
  EXPECT_EQ(kind(talk.supporter("Sold, and not a word to you. That hurts.")), "");
}

TEST(Nudge, NeedsATurnOfTheSupportersThatWasRead) {
  EXPECT_EQ(kind(ReadTalk()), "");
  EXPECT_EQ(kind(ReadTalk().client("I want to die.")), "");
  EXPECT_EQ(kind(ReadTalk().supporter("I promise I won't tell anyone.")), "");
  ReadTalk unread = ReadTalk().client("Keep it a secret.").supporter("I won't tell anyone.");
  unread.seen.lines.back().reading.reset();
  EXPECT_EQ(kind(unread), "");
}

TEST(Nudge, IsTheSameForTheSameSeedAndVariesWithIt) {
  const ReadTalk talk = ReadTalk().client("You can't tell.").supporter("I won't tell anyone.");
  EXPECT_EQ(nudge(talk, 7)->text, nudge(talk, 7)->text);
  std::set<std::string> texts;
  for (std::uint64_t seed = 0; seed < 40; ++seed) texts.insert(nudge(talk, seed)->text);
  EXPECT_GE(texts.size(), 4U);
}

TEST(Nudge, CarriesItsWordsAndTurn) {
  const auto found =
      nudge(started().client("Nobody can know.").supporter("Okay. I won't tell anyone. Go on?"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, "secrecy");
  EXPECT_EQ(found->words, "I won't tell anyone");
  EXPECT_EQ(found->turn, 3);
  EXPECT_GT(found->probability, 0.75);
  EXPECT_FALSE(found->asks);
}

TEST(Nudge, LeavesNoSlotOpen) {
  const ReadTalk talk = ReadTalk().client("You can't tell.").supporter("I won't tell anyone.");
  for (std::uint64_t seed = 0; seed < 40; ++seed)
    EXPECT_EQ(nudge(talk, seed)->text.find('{'), std::string::npos);
}

TEST(Nudge, OfSafetyMayComeOnTheFirstTurnAndNoOther) {
  EXPECT_EQ(kind(ReadTalk().client("Don't tell.").supporter("It stays between us.")), "secrecy");
  const char* lost = "My brother died in May and I can't stop crying.";
  const char* advice = "You should get up earlier and join a gym.";
  EXPECT_EQ(kind(ReadTalk().client(lost).supporter(advice)), "");
  EXPECT_NE(kind(started().client(lost).supporter(advice)), "");
}

TEST(Nudge, StaysAwayForTwoTurnsAfterOne) {
  ReadTalk talk = started();
  talk.seen.nudged.push_back({2, "lecture", "", "", 0.8, false});
  talk.client("I can't sleep since she left me.").supporter("You should get up earlier.");
  EXPECT_EQ(kind(talk), "");
  talk.client("Maybe.").supporter("You should join a gym.");
  EXPECT_EQ(kind(talk), "");
  talk.client("I can't.").supporter("You should try yoga and stop drinking coffee.");
  EXPECT_EQ(kind(talk), "advice");
}

TEST(Nudge, OfSafetyComesSoonAfterAnother) {
  ReadTalk talk = started().client("Keep it to yourself.").supporter("I won't tell a soul.");
  talk.seen.nudged.push_back({2, "lecture", "", "", 0.8, false});
  EXPECT_EQ(kind(talk), "secrecy");
}

TEST(Nudge, SaysNoKindTwice) {
  ReadTalk talk = started().client("I can't sleep since she left.");
  talk.supporter("You should join a gym and get up earlier.");
  EXPECT_EQ(kind(talk), "advice");
  talk.seen.nudged.push_back({-9, "advice", "", "other words", 0.8, false});
  EXPECT_NE(kind(talk), "advice");
}

TEST(Nudge, SaysAKindOfSafetyTwiceButNotForTheSameWords) {
  ReadTalk talk = started().client("Don't tell.").supporter("I won't tell anyone.");
  talk.seen.nudged.push_back({1, "secrecy", "", "Your secret is safe with me", 0.9, false});
  EXPECT_EQ(kind(talk), "secrecy");
  talk.seen.nudged.push_back({1, "secrecy", "", "I won't tell anyone", 0.9, false});
  EXPECT_EQ(kind(talk), "");
}

TEST(Nudge, NeverReturnsToAKindThatWasDisputed) {
  ReadTalk talk = started().client("Don't tell.").supporter("I won't tell anyone.");
  talk.seen.disputed.push_back({1, "secrecy", "I meant it as comfort"});
  EXPECT_EQ(kind(talk), "");
}

TEST(Nudge, IsNeverGivenOnAPlainQuestionAboutSuicide) {
  EXPECT_EQ(kind(started()
                     .client("Some nights I would not mind not waking up.")
                     .supporter("When you say you'd not mind not waking up, are you thinking of "
                                "suicide?")),
            "")
      << "what is denied before the comma is the client's";
  for (const char* reply : {"Are you thinking about suicide?",
                            "I won't tell anyone. Are you thinking of killing yourself?",
                            "It will all be fine. Do you have thoughts of suicide?"})
    EXPECT_EQ(kind(started().client("I don't want to be here any more.").supporter(reply)), "")
        << reply;
}

TEST(Nudge, GivesTheWeightiestFirst) {
  EXPECT_EQ(kind(started()
                     .client("I want to end my life.")
                     .supporter("You should rest. You're not thinking of suicide, are you? I won't "
                                "tell anyone.")),
            "leading");
}

TEST(RiskUnasked, ComesAtOnceForPlainWords) {
  ReadTalk talk = started().client("I want to kill myself.");
  EXPECT_EQ(kind(talk.supporter("That sounds hard.")), "risk_unasked");
}

TEST(RiskUnasked, QuotesTheClient) {
  const auto found = nudge(started()
                               .client("The rent is due. I want to kill myself. The dog is fine.")
                               .supporter("That sounds hard."));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->words, "I want to kill myself");
}

TEST(RiskUnasked, IsSilentOnceItWasAskedAndAnswered) {
  ReadTalk talk = started().client("I want to kill myself.");
  talk.supporter("Are you thinking of suicide?").client("Yes. I want to kill myself.");
  EXPECT_EQ(kind(talk.supporter("Thank you for telling me. What keeps you here?")), "");
}

TEST(RiskUnasked, IsSilentWhenTheReplyAsksAboutSafety) {
  EXPECT_EQ(kind(started().client("I want to kill myself.").supporter("Are you safe tonight?")),
            "");
}

TEST(RepeatsRisk, LetsOneAskAgainAfterAGuardedAnswer) {
  ReadTalk talk = started().client("I wish it were over.").supporter("Do you think of suicide?");
  ReadTalk plain = talk;
  EXPECT_EQ(kind(plain.client("Yes, I do.").supporter("Do you think of suicide?")), "repeats_risk");
  EXPECT_EQ(
      kind(talk.client("I don't know. Why do you ask?").supporter("Do you think of suicide?")), "");
}

TEST(PassedBy, HeavyWordsThatNobodyTookUp) {
  ReadTalk talk = started().client("My husband died in March and I can't stop crying.");
  ReadTalk heard = talk;
  const auto found = nudge(talk.supporter("The forms can be found on the council's page."));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, "passed_by");
  EXPECT_EQ(found->words, "My husband died in March and I can't stop crying");
  EXPECT_EQ(kind(heard.supporter("He died in March. You must miss him.")), "");
}

TEST(PassedBy, NotWhenTheReplyAsksOn) {
  EXPECT_EQ(kind(started()
                     .client("My husband died in March and I can't stop crying.")
                     .supporter("What was he like?")),
            "");
}

TEST(Advice, UnaskedAndAskedFor) {
  const char* advice = "You should get up earlier and join a gym.";
  EXPECT_EQ(kind(started().client("I lie awake every night.").supporter(advice)), "advice");
  EXPECT_NE(
      kind(started().client("I lie awake. I've tried tea. What should I do?").supporter(advice)),
      "advice");
  EXPECT_EQ(kind(started()
                     .client("I lie awake every night.")
                     .supporter("Would it be okay if I shared an idea that helps some people?")),
            "");
}

TEST(AdviceEarly, BeforeKnowingWhatTheyTried) {
  ReadTalk talk = ReadTalk().client("Hi.").supporter("Hello, I'm glad you wrote.");
  talk.client("I can't sleep. What should I do?");
  ReadTalk asked = talk;
  EXPECT_EQ(kind(talk.supporter("You should get up earlier and join a gym.")), "advice_early");
  asked.supporter("What have you tried so far?").client("Tea, and a new pillow.");
  EXPECT_EQ(kind(asked.supporter("You should get up earlier and join a gym.")), "");
}

TEST(Reassurance, OutrightAndNotAtAll) {
  ReadTalk talk = started().client("I'm so scared of the results on Friday.");
  ReadTalk beside = talk;
  EXPECT_EQ(kind(talk.supporter("Don't worry, everything will be fine.")), "reassurance");
  EXPECT_EQ(kind(beside.supporter("Friday scares you. What is the worst of it?")), "");
}

TEST(Lecture, LongAndAboutPeopleInGeneral) {
  ReadTalk talk = started().client("I smoke more since he left.");
  ReadTalk brief = talk;
  EXPECT_GE(looked(talk.supporter(
                       "Nicotine works by raising the level of certain chemicals in the brain, and "
                       "research shows that the effect is gone within twenty minutes. The risk of "
                       "heart disease goes down by half in the first year after stopping, and "
                       "people who use a patch are twice as likely to be free of it after six "
                       "months than people who use nothing, according to most studies."),
                   NudgeKind::lecture)
                .probability,
            0.5);
  EXPECT_LT(looked(brief.supporter("More, since he left."), NudgeKind::lecture).probability, 0.5);
}

TEST(Questions, TheThirdInARowWithNothingHeard) {
  ReadTalk talk = ReadTalk().client("I've had a bad week.");
  talk.supporter("Where do you live?").client("In Leeds.").supporter("How old are you?");
  talk.client("Forty.");
  ReadTalk heard = talk;
  EXPECT_EQ(kind(talk.supporter("Do you have any pets?")), "questions");
  EXPECT_EQ(kind(heard.supporter("A bad week, and you sound tired. What was the worst of it?")),
            "");
}

TEST(Questions, NeverCountsThoseAboutSafety) {
  ReadTalk talk = ReadTalk().client("I've had a bad week.");
  talk.supporter("Where do you live?").client("In Leeds.").supporter("Are you safe there?");
  EXPECT_EQ(kind(talk.client("Yes.").supporter("Do you have any pets?")), "");
}

TEST(OwnStoryNudge, CountsByDefaultOnlyWhenUnaskedLongAndNotBack) {
  const char* lengthy =
      "When my husband left me I went through the same. I lost the flat, I moved in with my mother "
      "for a year, I started to run every morning before work, and then I met someone in the "
      "running club and we bought a house by the sea together.";
  const char* brief = "I've been there too, after my own divorce. What is it like for you?";
  ReadTalk talk = started().client("He left me on Sunday.");
  ReadTalk other = talk;
  talk.supporter(lengthy);
  other.supporter(brief);
  EXPECT_GE(looked(talk, NudgeKind::own_story).probability, 0.5);
  EXPECT_EQ(looked(other, NudgeKind::own_story).probability, 0);
  EXPECT_GE(looked(other, NudgeKind::own_story, OwnStory::no).probability, 0.5);
  EXPECT_GE(looked(other, NudgeKind::own_story, OwnStory::with_permission).probability, 0.5);
  ReadTalk asked = started().client("He left me. Have you ever been left?");
  asked.supporter(brief);
  EXPECT_EQ(looked(asked, NudgeKind::own_story, OwnStory::with_permission).probability, 0);
}

TEST(Subject, TurnsAwayFromSomethingHeavy) {
  ReadTalk heavy = started().client("My husband died in March and I can't stop crying.");
  ReadTalk stays = heavy;
  EXPECT_EQ(kind(heavy.supporter("Have you seen the football match yesterday evening?")),
            "subject");
  EXPECT_EQ(
      kind(stays.supporter("Since March. What do the evenings without your husband look like?")),
      "");
  ReadTalk light = started().client("My sister has painted the kitchen a sort of green.");
  EXPECT_EQ(kind(light.supporter("Have you seen the football match yesterday evening?")), "");
}

TEST(Leaves, CountsOnlyWhenNothingStays) {
  const char* words = "I feel like ending everything tonight.";
  EXPECT_GT(
      looked(ReadTalk().client(words).supporter("Call a hotline. Goodbye."), NudgeKind::leaves)
          .probability,
      0.75);
  EXPECT_EQ(looked(ReadTalk().client(words).supporter(
                       "There is a hotline we can call together. I'm staying with you."),
                   NudgeKind::leaves)
                .probability,
            0);
}

TEST(Leaves, IsSilentWhenTheClientPartsInPeace) {
  EXPECT_EQ(kind(started()
                     .client("Thank you, that helped. Bye!")
                     .supporter("You could see a counselor as well. Take care, bye!")),
            "");
}

TEST(RiskUnasked, DoesNotTakeADenialForAWish) {
  for (const char* words : {"I'm not suicidal, I only want some sleep.",
                            "I have never tried to take my life.", "I'd never kill myself."})
    EXPECT_LT(looked(started().client(words).supporter("You sound worn out by all of it."),
                     NudgeKind::risk_unasked)
                  .probability,
              0.5)
        << words;
}

TEST(RiskUnasked, LetsOneReplyPassWhereTheWordsAreFaint) {
  ReadTalk talk = started().client("What's the point in any of it.");
  EXPECT_EQ(kind(talk.supporter("You sound worn out by all of it.")), "");
  talk.client("I suppose.");
  const auto found = nudge(talk.supporter("You sound worn out, and it has been long."));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, "risk_unasked");
  EXPECT_TRUE(found->asks);
  EXPECT_NE(found->text.find('?'), std::string::npos);
}

TEST(Quote, KeepsWholeWordsAndAtMost120Characters) {
  EXPECT_EQ(quote("  I won't tell anyone.  "), "I won't tell anyone");
  EXPECT_EQ(quote("..."), "");
  EXPECT_EQ(quote("no\nway"), "no way");
  std::string lengthy;
  for (int i = 0; i < 40; ++i) lengthy += "schön ";
  const std::string cut = quote(lengthy);
  EXPECT_LE(base::length(cut), 120U);
  EXPECT_TRUE(cut.ends_with("schön…")) << cut;
}

TEST(NudgeKinds, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kNudgeKinds; ++i) names.insert(name(static_cast<NudgeKind>(i)));
  EXPECT_EQ(names.size(), kNudgeKinds);
}

}  // namespace
}  // namespace attune::coach
