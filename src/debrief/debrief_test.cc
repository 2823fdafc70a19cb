#include "debrief/debrief.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "debrief/figures.h"
#include "debrief/page.h"
#include "debrief/staged_talk.h"

namespace attune::debrief {
namespace {

using conversation::Ending;
using conversation::MainSkill;
using conversation::Skill;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// All parts of the debrief of one staged talk.
struct Debriefed {
  explicit Debriefed(const StagedTalk& staged, const std::string& level = "none")
      : person(staged_person(level)),
        talk(fold_talk(person, staged.events())),
        risk(risk_story(person, talk, house_texts())),
        pen(house_texts(), person, talk.opened.seed) {
    const Scene scene{person, talk, risk, pen};
    over = out_of_role(scene);
    safe = safety(scene);
    again = moments(scene);
    good = worked(scene, again);
    written = note(scene);
    kept = unsaid(scene);
    one_thing = next(scene);
    for (const Exchange& one : talk.exchanges) moved.push_back(causes(scene, one));
  }
  client::Case person;
  Talk talk;
  RiskStory risk;
  Pen pen;
  std::string over, written, one_thing;
  std::vector<SafetyPoint> safe;
  std::vector<Moment> again;
  std::vector<Worked> good;
  std::vector<std::string> kept;
  std::vector<std::vector<std::string>> moved;
};

std::vector<int> turns(const std::vector<Moment>& moments) {
  std::vector<int> out;
  for (const Moment& moment : moments) out.push_back(moment.quote.turn);
  return out;
}

bool is_from(const std::string& key, const std::string& text) {
  const auto& all = house_texts().of(key);
  return std::find(all.begin(), all.end(), text) != all.end();
}

StagedTalk risky() {
  StagedTalk talk;
  return talk.client("Hello.").reply("Hi, Mara.").opens("dark").client("I wish it were all over.");
}

TEST(Safety, NotAskedIsSaidFirstAndPlainlyWithTheWordsThatDeservedIt) {
  StagedTalk talk = risky();
  talk.reply("Mondays are hard.").client("Yes.").ends(Ending::goodbye);
  const Debriefed debriefed(talk, "moderate");
  ASSERT_THAT(debriefed.safe, SizeIs(2));
  EXPECT_EQ(debriefed.safe[0].turn, 2);
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("“I wish it were all over”"));
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("?”"));
  EXPECT_THAT(debriefed.safe[1].text, HasSubstr("supervisor"));
}

TEST(Safety, SaysNothingWhereThereIsNoRiskAndNothingWasPromised) {
  StagedTalk talk = risky();
  talk.reply("Mondays are hard.").client("Yes.").ends(Ending::goodbye);
  EXPECT_THAT(Debriefed(talk, "none").safe, IsEmpty());
}

TEST(Safety, SaysNothingOfWordsThatNoReplyFollowed) {
  StagedTalk talk = risky();
  talk.ends(Ending::now);
  EXPECT_THAT(Debriefed(talk, "moderate").safe, IsEmpty());
}

TEST(Safety, AskedDirectlyAndStayedIsPraisedAndOnlyTheSupervisorRemains) {
  StagedTalk talk = risky();
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("true");
  talk.client("Yes.").reply("What keeps you going?").client("My niece.");
  talk.reply("Who else knows?")
      .client("You.")
      .reply("What about tonight?")
      .client("I'll ring her.");
  const Debriefed debriefed(talk.ends(Ending::goodbye), "moderate");
  ASSERT_THAT(debriefed.safe, SizeIs(1));
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("supervisor"));
  EXPECT_EQ(debriefed.good[0].quote.turn, 2);
  EXPECT_THAT(debriefed.good[0].why, HasSubstr("Mara"));
}

TEST(Safety, NamesWhatWasNotAskedAfterAYes) {
  StagedTalk talk = risky();
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("true");
  talk.client("Yes.").reply("What keeps you going?").client("My niece.");
  const Debriefed debriefed(talk.ends(Ending::goodbye), "low");
  ASSERT_THAT(debriefed.safe, SizeIs(2));
  EXPECT_THAT(debriefed.safe[0].text,
              HasSubstr("who else could know and one next step for tonight"));
  EXPECT_THAT(debriefed.safe[0].text, Not(HasSubstr("what keeps her going")));
}

TEST(Safety, WhatWasAskedBetweenTwoAskingsCounts) {
  StagedTalk talk = risky();
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("guarded");
  talk.client("Not now.").reply("Who else knows how bad it is?").client("Nobody.");
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("true");
  talk.client("Yes.").reply("What keeps you going?").client("Niece.").reply("And tonight?");
  const Debriefed debriefed(talk.client("I'll ring.").ends(Ending::goodbye), "low");
  ASSERT_THAT(debriefed.safe, SizeIs(1));
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("supervisor"));
}

TEST(Safety, AYesThatNoReplyFollowedIsStillTakenUp) {
  StagedTalk talk = risky();
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("true");
  const Debriefed debriefed(talk.client("Yes.").ends(Ending::now), "low");
  ASSERT_THAT(debriefed.safe, SizeIs(2));
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("what keeps her going"));
  EXPECT_THAT(debriefed.safe[1].text, HasSubstr("supervisor"));
}

TEST(Safety, ALeadingQuestionIsNoDirectOne) {
  StagedTalk talk = risky();
  talk.reply("You're not suicidal, are you?", {.about_suicide = true, .leading = true});
  const Debriefed debriefed(talk.answers_risk("led").client("No.").ends(Ending::now), "moderate");
  ASSERT_FALSE(debriefed.safe.empty());
  EXPECT_TRUE(is_from("safety.led", debriefed.safe[0].text));
}

TEST(Safety, AskingAboutSafetyAloneIsMetWithTheMissingWord) {
  StagedTalk talk = risky();
  talk.reply("Are you safe tonight?", {.about_safety = true}).client("Safe enough.");
  const Debriefed debriefed(talk.ends(Ending::now), "low");
  ASSERT_FALSE(debriefed.safe.empty());
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("thinking about suicide?”"));
}

TEST(Safety, ATagThatIsNotAboutSafetyIsNoLeadingQuestion) {
  StagedTalk talk;
  talk.client("Hi.").reply("You're not from here, are you?", {.leading = true}).client("No.");
  EXPECT_THAT(Debriefed(talk.ends(Ending::now), "moderate").safe, IsEmpty());
}

TEST(Safety, AGuardedAnswerStillGoesToTheSupervisor) {
  StagedTalk talk = risky();
  talk.reply("Are you thinking of suicide?", {.about_suicide = true}).answers_risk("guarded");
  const Debriefed debriefed(talk.client("Not now.").ends(Ending::now), "low");
  ASSERT_THAT(debriefed.safe, SizeIs(1));
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("supervisor"));
}

TEST(Safety, APromiseGivenUnaskedCountsAndAnHonestLimitDoesNot) {
  StagedTalk talk;
  talk.client("Hi.");
  const Debriefed promised(StagedTalk(talk).reply("I won't tell anyone.").ends(Ending::now));
  EXPECT_THAT(promised.safe, SizeIs(1));
  const Debriefed honest(
      StagedTalk(talk).reply("I can't promise that I won't tell anyone.").ends(Ending::now));
  EXPECT_THAT(honest.safe, IsEmpty());
}

TEST(Safety, APromiseOfSecrecyIsTakenUp) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").springs("tell-nobody").client("Promise to tell nobody?");
  talk.reply("I promise.").reacts("tell-nobody", false).client("Good.").ends(Ending::now);
  const Debriefed debriefed(talk);
  ASSERT_THAT(debriefed.safe, SizeIs(1));
  EXPECT_EQ(debriefed.safe[0].turn, 2);
  EXPECT_THAT(debriefed.safe[0].text, HasSubstr("promise"));
}

TEST(Worked, NamesWhatLayBeneathACaughtCueAndWhatCameOut) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("The ring is still on.", {.trust = 0.1}).catches("ring", "named").discloses("nights");
  talk.client("I can't sleep.").reply("Tell me.").client("Well.").ends(Ending::goodbye);
  const Debriefed debriefed(talk);
  ASSERT_FALSE(debriefed.good.empty());
  EXPECT_EQ(debriefed.good[0].quote.turn, 2);
  EXPECT_THAT(debriefed.good[0].why, HasSubstr("Beneath ring lies more."));
  EXPECT_THAT(debriefed.good[0].why, HasSubstr("She does not sleep."));
  EXPECT_EQ(debriefed.good[0].quote.answer, "I can't sleep.");
}

TEST(Worked, ClaimsNothingThatTheReadingIsUnsureOf) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("Mm.", {.trust = 0.1}).catches("ring", "named", false, 0.55).client("Well.");
  const Debriefed debriefed(talk.ends(Ending::goodbye));
  EXPECT_THAT(debriefed.good[0].why, Not(HasSubstr("Beneath ring")));
}

TEST(Worked, DoesNotPraiseAReplyThatSpokeOfSomethingElse) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("Which factory, and which machine?", {.trust = 0.1}).catches("ring", "explored");
  const Debriefed debriefed(talk.client("Well.").ends(Ending::goodbye));
  EXPECT_THAT(debriefed.good[0].why, Not(HasSubstr("Beneath ring")));
}

TEST(Worked, RemindsOfTheWordsThatAReplyReachedBackTo) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear my ring.").reply("And work?");
  talk.client("Busy.").reply("You wear the ring.", {.trust = 0.1}).catches("ring", "named");
  const Debriefed debriefed(talk.client("Yes.").ends(Ending::goodbye));
  ASSERT_FALSE(debriefed.good.empty());
  EXPECT_THAT(debriefed.good.back().why, HasSubstr("“I still wear my ring”"));
}

TEST(Worked, AtMostThreeInTheOrderOfTheTalkSaidInDifferentWords) {
  StagedTalk talk;
  talk.client("Hi.");
  for (int i = 0; i < 9; ++i)
    talk.reply("You sound tired.", {.trust = 0.02 + 0.001 * i}).client("I am.");
  const Debriefed debriefed(talk.ends(Ending::goodbye));
  ASSERT_THAT(debriefed.good, SizeIs(3));
  EXPECT_LT(debriefed.good[0].quote.turn, debriefed.good[1].quote.turn);
  EXPECT_NE(debriefed.good[0].why, debriefed.good[1].why);
  EXPECT_NE(debriefed.good[1].why, debriefed.good[2].why);
}

TEST(Worked, FindsOneTrueThingInABadTalk) {
  StagedTalk talk;
  talk.client("Hi.").reply("You should move.", {.trust = -0.1, .guard = 0.1}).client("No.");
  talk.reply("Why not just sleep?", {.trust = -0.02}).client("Ha.");
  const Debriefed debriefed(talk.leaves_with("leave").ends(Ending::left));
  ASSERT_THAT(debriefed.good, SizeIs(1));
  EXPECT_EQ(debriefed.good[0].quote.turn, 2);
}

TEST(Worked, ATalkWithoutAReplyStillHasOne) {
  StagedTalk talk;
  const Debriefed debriefed(talk.client("Hi.").ends(Ending::now));
  ASSERT_THAT(debriefed.good, SizeIs(1));
  EXPECT_EQ(debriefed.good[0].quote.turn, 0);
  EXPECT_THAT(debriefed.written, IsEmpty());
}

StagedTalk passing_by() {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("song").client("I hum.").reply("Go on.").opens("ring");
  talk.client("I still wear it.").reply("Okay.").opens("shrug").client("It's nothing.");
  talk.reply("Fine.").opens("phone").client("It never rings.").reply("I see.").client("Yes.");
  for (const char* cue : {"song", "ring", "shrug", "phone"}) talk.misses(cue);
  return talk.ends(Ending::now);
}

TEST(Moments, AtMostThreeTheHeaviestPassedByFirst) {
  const Debriefed debriefed(passing_by());
  EXPECT_THAT(turns(debriefed.again), ElementsAre(3, 4, 5));
  EXPECT_EQ(debriefed.again[0].quote.client, "I still wear it.");
  EXPECT_EQ(debriefed.again[0].quote.reply, "Okay.");
  EXPECT_EQ(debriefed.again[0].beneath, "Beneath ring lies more.");
  EXPECT_EQ(debriefed.again[0].another_way, "Another way for ring?");
  EXPECT_NE(debriefed.again[0].title, debriefed.again[1].title);
}

TEST(Moments, TwoCuesThenTheTrapThatWasFed) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("song").client("I hum.").reply("Go on.").opens("ring");
  talk.client("I wear it.").reply("Okay.").opens("shrug").client("Nothing.").reply("Fine.");
  talk.springs("what-now").client("What would you do?");
  talk.reply("You should rest.").reacts("what-now", false).client("Right.").ends(Ending::now);
  const Debriefed debriefed(talk);
  EXPECT_THAT(turns(debriefed.again), ElementsAre(3, 4, 5));
  EXPECT_TRUE(is_from("title.trap", debriefed.again[2].title));
  EXPECT_TRUE(is_from("trap_another.advice", debriefed.again[2].another_way));
}

TEST(Moments, TheReplyThatCostMostSpeaksOfWhatItCost) {
  StagedTalk talk;
  talk.client("I never sleep more than three hours.");
  talk.reply("You should try tea.", {.trust = -0.06, .guard = 0.07}).client("I see.");
  const Debriefed debriefed(talk.ends(Ending::now));
  ASSERT_THAT(debriefed.again, SizeIs(1));
  EXPECT_TRUE(is_from("title.advice", debriefed.again[0].title));
  EXPECT_FALSE(debriefed.again[0].beneath.empty());
  EXPECT_FALSE(debriefed.again[0].another_way.empty());
}

TEST(Moments, NoCostIsSpokenOfTwice) {
  StagedTalk talk;
  talk.client("Hi.").reply("You should rest.", {.trust = -0.06}).client("Hm.");
  talk.reply("You should run.", {.trust = -0.07}).client("Hm.");
  talk.reply("It's not so bad.", {.trust = -0.05, .cause = "minimizes"}).client("Hm.");
  EXPECT_THAT(turns(Debriefed(talk.ends(Ending::now)).again), ElementsAre(2, 3));
}

TEST(Moments, AReplyThatCaughtACueIsExcusedTheOther) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").opens("song").client("I hum and I wear it.");
  talk.reply("The ring.").catches("ring", "named").client("Yes.").misses("song").ends(Ending::now);
  EXPECT_THAT(Debriefed(talk).again, IsEmpty());
}

TEST(Moments, ACueHintedTwiceIsLookedAtOnceWhereItFirstShowed) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I wear it.").reply("Okay.").client("Mm.");
  talk.reply("And work?").hints_again("ring").client("The ring again.").reply("Hm.").client("Yes.");
  const Debriefed debriefed(talk.misses("ring").ends(Ending::now));
  EXPECT_THAT(turns(debriefed.again), ElementsAre(2));
  EXPECT_TRUE(is_from("title.again", debriefed.again[0].title));
}

TEST(Moments, ATakenBackHintIsStillAMoment) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I wear it.").reply("Haha.");
  const Debriefed debriefed(talk.withdraws("ring").client("Never mind.").ends(Ending::now));
  EXPECT_THAT(turns(debriefed.again), ElementsAre(2));
  EXPECT_TRUE(is_from("title.withdrawn", debriefed.again[0].title));
}

TEST(Moments, TheOneThatTheSupporterMarkedComesForward) {
  StagedTalk talk = passing_by();
  const Debriefed debriefed(talk.rates(2));
  EXPECT_EQ(debriefed.again[1].quote.turn, 2);
  EXPECT_TRUE(is_from("title.redo", debriefed.again[1].title));
}

TEST(Moments, ASubtleCueComesLastAndBlamesNobody) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("lamp").client("The lamp is on.").reply("Okay.");
  talk.opens("song").client("I hum.").reply("Go on.").client("Yes.");
  const Debriefed debriefed(talk.misses("lamp").misses("song").ends(Ending::now));
  EXPECT_THAT(turns(debriefed.again), ElementsAre(3, 2));
  EXPECT_TRUE(is_from("title.subtle", debriefed.again[1].title));
}

TEST(Debrief, StoppingCountsAgainstNobodyAndStaysShort) {
  StagedTalk talk = risky();
  talk.reply("You should rest.", {.trust = -0.2, .guard = 0.2}).client("Hm.").ends(Ending::stop);
  const Debriefed debriefed(talk, "moderate");
  EXPECT_THAT(debriefed.over, HasSubstr("counts against nobody"));
  EXPECT_THAT(debriefed.safe, IsEmpty());
  EXPECT_THAT(debriefed.again, IsEmpty());
  EXPECT_THAT(debriefed.good, SizeIs(1));
  EXPECT_THAT(debriefed.written, IsEmpty());
  EXPECT_THAT(debriefed.kept, IsEmpty());
  EXPECT_TRUE(is_from("next.stop", debriefed.one_thing));
}

TEST(Debrief, TheNoteFollowsHowTheClientLeft) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.");
  EXPECT_EQ(Debriefed(StagedTalk(talk).leaves_with("well").ends(Ending::goodbye)).written,
            "A good note.");
  EXPECT_EQ(Debriefed(StagedTalk(talk).leaves_with("leave").ends(Ending::left)).written,
            "A sore note.");
}

TEST(Debrief, TheNextTwoLayersStayUnsaid) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").discloses("work").client("I work.").ends(Ending::now);
  EXPECT_THAT(Debriefed(talk).kept,
              ElementsAre("I never said that I lie awake.", "I never said what I think of."));
}

TEST(Next, SpeaksOfTheHeaviestPattern) {
  StagedTalk talk;
  talk.client("Hi.").reply("You should rest.", {.trust = -0.1, .guard = 0.1}).client("Hm.");
  EXPECT_TRUE(is_from("next.advice", Debriefed(talk.ends(Ending::now)).one_thing));
}

TEST(Next, WordsGivenBackAgainAndAgainWantSomethingOfOnesOwn) {
  const auto one_thing = [](const std::string& cause) {
    StagedTalk talk;
    for (int turn = 0; turn < 4; ++turn)
      talk.reply("So the nights are long.", {.trust = -0.001, .cause = turn < 2 ? "met" : cause})
          .client("They are.");
    return Debriefed(talk.ends(Ending::now)).one_thing;
  };
  EXPECT_TRUE(is_from("next.own_words", one_thing("bare")));
  EXPECT_FALSE(is_from("next.own_words", one_thing("met")));
}

TEST(Next, AfterUnaskedWordsItIsThePlainQuestion) {
  StagedTalk talk = risky();
  talk.reply("You should rest.", {.trust = -0.3, .guard = 0.3}).client("Hm.").ends(Ending::now);
  EXPECT_TRUE(is_from("next.ask_plainly", Debriefed(talk, "low").one_thing));
}

TEST(Next, ASubtleCueIsNothingToWorkOn) {
  const auto one_thing = [](const char* cue) {
    StagedTalk talk;
    talk.client("Hi.").reply("Hi.").opens(cue).client("It is on.").reply("I see.").client("Mm.");
    talk.reply("And you?").client("Fine.").reply("Good.").client("Yes.").misses(cue);
    return Debriefed(talk.ends(Ending::now)).one_thing;
  };
  EXPECT_TRUE(is_from("next.hint_loss", one_thing("ring")));
  EXPECT_TRUE(is_from("next.stretch", one_thing("lamp")));
}

TEST(Next, TwoTalksDoNotReadTheSame) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    StagedTalk talk(seed);
    talk.client("Hi.").reply("You should rest.", {.trust = -0.1}).client("Hm.").ends(Ending::now);
    seen.insert(Debriefed(talk).one_thing);
  }
  EXPECT_GT(seen.size(), 1U);
}

TEST(Causes, AreSaidInPlainWordsWithWhatTheyMoved) {
  StagedTalk talk;
  talk.client("Hi.").reply("Tired?", {.trust = 0.03, .guard = -0.01}).client("Yes.");
  talk.reply("Hm.", {.trust = -0.06, .cause = "some_new_cause"}).client("Mm.").ends(Ending::now);
  const Debriefed debriefed(talk);
  EXPECT_THAT(debriefed.moved[0], ElementsAre("Felt heard: trust up, guard down a little."));
  EXPECT_THAT(debriefed.moved[1], ElementsAre("Some new cause: trust down a lot."));
}

TEST(Causes, WhatHardlyMovedAnythingIsLeftOut) {
  StagedTalk talk;
  talk.client("Hi.").reply("Tired?", {.trust = 0.03}).client("Yes.").ends(Ending::now);
  auto events = talk.events();
  for (conversation::Event& event : events)
    if (auto* moved = std::get_if<conversation::Moved>(&event.body))
      moved->causes.push_back({"off_topic", -0.001, 0});
  const client::Case person = staged_person("none");
  const Talk folded = fold_talk(person, events);
  const RiskStory risk = risk_story(person, folded, house_texts());
  Pen pen(house_texts(), person, 1);
  EXPECT_THAT(causes({person, folded, risk, pen}, folded.exchanges[0]), SizeIs(1));
}

TEST(Figures, SkillsOfAnIdeaSentUnchangedAreNotOnesOwn) {
  StagedTalk talk;
  talk.client("Hi.").borrow("You kept going.", "You kept going!").client("Yes.");
  talk.borrow("You kept going.", "You kept going, every single night.").client("Yes.");
  talk.reply("You kept going, always.", {.skills = {Skill::affirm}}).client("Mm.");
  const Figures figures = count(Debriefed(talk.ends(Ending::now)).talk);
  const auto& affirm = figures.skills[static_cast<std::size_t>(Skill::affirm)];
  EXPECT_EQ(affirm.count, 3);
  EXPECT_EQ(affirm.own, 2);
  EXPECT_EQ(figures.suggestions.offered, 2);
  EXPECT_EQ(figures.suggestions.adopted, 1);
  EXPECT_EQ(figures.suggestions.edited, 1);
  EXPECT_EQ(figures.suggestions.ignored, 0);
}

TEST(Figures, CountWordsQuestionsReflectionsAndAdvice) {
  StagedTalk talk;
  talk.client("Good evening to you.");
  talk.reply("How are you?", {.main = MainSkill::question}).client("Tired.");
  talk.reply("So rest.", {.main = MainSkill::input, .skills = {Skill::advise_without_permission}})
      .client("Hm.");
  const Figures figures = count(Debriefed(talk.ends(Ending::now)).talk);
  EXPECT_EQ(figures.client_words, 6);
  EXPECT_EQ(figures.supporter_words, 5);
  EXPECT_EQ(figures.questions, 1);
  EXPECT_EQ(figures.reflections, 0);
  EXPECT_EQ(figures.advice, 1);
}

}  // namespace
}  // namespace attune::debrief
