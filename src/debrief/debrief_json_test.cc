#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "debrief/debrief.h"
#include "debrief/staged_talk.h"

namespace attune::debrief {
namespace {

using conversation::Ending;
using conversation::SessionId;
using conversation::Skill;
using testing::HasSubstr;
using testing::Not;

std::string page(const StagedTalk& talk, const StagedTalk* first = nullptr,
                 const std::string& level = "moderate", const ExpertView* experts = nullptr) {
  const client::Case person = staged_person(level);
  const std::vector<language::Card> cards = {
      {"emotion", "macro-F1", 0.5, 0.45, 0.55, 1000, "a test set", "2025-01-01", "none"}};
  return debrief_json(SessionId("s-1"), {.person = person,
                                         .events = talk.events(),
                                         .cards = cards,
                                         .texts = house_texts(),
                                         .first = first == nullptr ? nullptr : &first->events(),
                                         .experts = experts});
}

StagedTalk short_talk(std::uint64_t seed = 7) {
  StagedTalk talk(seed);
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("Okay.", {.trust = 0.05}).client("Well.").reply("How was that?").client("Bye.");
  return talk.misses("ring").ends(Ending::now);
}

TEST(DebriefJson, StandsInTheOrderInWhichItIsRead) {
  StagedTalk talk = short_talk();
  const std::string json = page(talk.rates(2));
  std::size_t at = 0;
  for (const char* field :
       {"session", "case", "name", "ending", "out_of_role", "safety", "self", "worked", "moments",
        "note", "unsaid", "next", "nudges", "figures", "transcript"}) {
    const std::size_t found = json.find("\"" + std::string(field) + "\":");
    ASSERT_NE(found, std::string::npos) << field;
    EXPECT_GT(found + 1, at) << field;
    at = found;
  }
  EXPECT_THAT(json, HasSubstr(R"("self":{"items":{"understood":3},"redo":2})"));
}

TEST(DebriefJson, AnExerciseEndsOutOfRole) {
  EXPECT_THAT(page(short_talk()),
              HasSubstr("This exercise is over. Nothing happens to her after it."));
}

TEST(DebriefJson, ASkippedRatingLeavesNoSelf) {
  StagedTalk talk = short_talk();
  EXPECT_THAT(page(talk.skips_rating()), Not(HasSubstr("\"self\":")));
}

TEST(DebriefJson, EqualLogsGiveEqualBytes) {
  EXPECT_EQ(page(short_talk()), page(short_talk()));
}

TEST(DebriefJson, FiguresTellEachStateCueLayerAndCard) {
  const std::string json = page(short_talk());
  EXPECT_THAT(json,
              HasSubstr(R"({"turn":0,"valence":-0.4,"arousal":0.0,"distress":0.6,"trust":0.3)"));
  EXPECT_THAT(json, HasSubstr(R"({"kind":"loss","words":"I still wear it.","opened":1,)"
                              R"("outcome":"missed","how":"","turn":null})"));
  EXPECT_THAT(json, HasSubstr(R"({"about":"She works too much.","turn":null})"));
  EXPECT_THAT(json, HasSubstr(R"("head":"emotion","statistic":"macro-F1","value":0.5)"));
}

TEST(DebriefJson, ASubtleCueIsNoMissedOne) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("lamp").client("It is on.").reply("Okay.").client("Mm.");
  EXPECT_THAT(page(talk.misses("lamp").ends(Ending::now)), HasSubstr(R"("outcome":"subtle")"));
  StagedTalk other;
  other.client("Hi.").reply("Hi.").opens("lamp").client("It is on.").reply("The lamp, you say?");
  other.catches("lamp", "named").client("Yes.").ends(Ending::now);
  EXPECT_THAT(page(other), HasSubstr(R"("outcome":"caught")"));
}

TEST(DebriefJson, ABranchShowsBothFutures) {
  const StagedTalk first = short_talk();
  StagedTalk second = first.branch(2);
  second.reply("You wear it still?").catches("ring", "explored").client("Every day.");
  second.ends(Ending::now);
  const std::string json = page(second, &first);
  EXPECT_THAT(json, HasSubstr(R"("compare":{"session":"first","from_turn":2,"before":[)"
                              R"({"client":"I still wear it.","reply":"Okay.","answer":"Well."})"));
  EXPECT_THAT(json, HasSubstr(R"("after":[{"client":"I still wear it.",)"
                              R"("reply":"You wear it still?","answer":"Every day."}])"));
  EXPECT_THAT(json, HasSubstr(R"("then":{"turn":3)"));
  EXPECT_THAT(json, HasSubstr(R"("now":{"turn":2)"));
}

TEST(DebriefJson, ABranchLooksOnlyAtItsOwnTurns) {
  const StagedTalk first = short_talk();
  StagedTalk second = first.branch(3);
  second.reply("What is it like?", {.trust = 0.04}).client("Odd.").misses("ring");
  EXPECT_THAT(page(second.ends(Ending::now), &first), HasSubstr(R"("moments":[])"));
}

TEST(DebriefJson, WithoutTheFirstLogThereIsNothingToCompare) {
  StagedTalk second = short_talk().branch(2);
  EXPECT_THAT(page(second.reply("Hm.").client("Hm.").ends(Ending::now)),
              Not(HasSubstr("\"compare\":")));
}

TEST(DebriefJson, BytesThatAreNoTextDoNotBreakThePage) {
  StagedTalk talk;
  talk.client("Hi.").reply("\xff\xfe").client("Hm.").ends(Ending::now);
  EXPECT_THAT(page(talk), HasSubstr("\"transcript\":[{\"turn\":1"));
}

TEST(DebriefJson, TheTimelineHoldsWhatHappenedTurnByTurn) {
  StagedTalk talk;
  talk.client("Hi.").reply("Hi.").opens("ring").client("I still wear it.");
  talk.reply("You should sell it.", {.trust = -0.05}).nudges("advice").disputes("advice", "No.");
  talk.client("Well.").consults().reply("You still wear it.",
                                        {.trust = 0.05, .skills = {Skill::complex_reflection}});
  talk.catches("ring", "named", true).client("Yes.").ends(Ending::now).rates(2);
  const std::string json = page(talk);
  EXPECT_THAT(json, HasSubstr(R"("cues":[{"kind":"loss","change":"opened"}])"));
  EXPECT_THAT(json, HasSubstr(R"("cues":[],"nudge":"advice","consulted":true)"));
  EXPECT_THAT(json, HasSubstr(R"("cues":[{"kind":"loss","change":"caught"}])"));
  EXPECT_THAT(json, HasSubstr(R"("kind":"advice","text":"A remark.","words":"","asks":false,)"
                              R"("disputed":"No.")"));
  EXPECT_THAT(json, HasSubstr(R"("skills":["complex_reflection"])")) << "as the replies read";
}

/// A talk with a remark and a reply whose empathy was read.
StagedTalk remarked_talk() {
  StagedTalk talk;
  talk.client("I still wear the ring.").reply("You should sell it.", {.trust = -0.05});
  return talk.nudges("advice").client("Well.").ends(Ending::now);
}

TEST(DebriefJson, HidesWhatIsNotTrustedHereAndSaysSo) {
  ExpertView experts;
  experts.scores["nudge.advice"] = {.title = "Remark: advice nobody asked for",
                                    .shown = false,
                                    .text = "not yet trusted here: 14 ratings"};
  const std::string json = page(remarked_talk(), nullptr, "moderate", &experts);
  EXPECT_THAT(json, HasSubstr(R"("nudges":[])"));
  EXPECT_THAT(json, Not(HasSubstr(R"("nudge":"advice")")));
  EXPECT_THAT(json, HasSubstr(R"("trust_here":[{"score":"nudge.advice",)"
                              R"("title":"Remark: advice nobody asked for","shown":false,)"
                              R"("text":"not yet trusted here: 14 ratings"}])"));
  EXPECT_THAT(page(remarked_talk()), HasSubstr(R"("nudge":"advice")"));
}

TEST(DebriefJson, SaysWhereExpertsDiffer) {
  ExpertView experts;
  experts.differ = {{1, "Premature advice", {"1 of 2 experts marked this"}},
                    {{}, "Room", {"One says 2", "One says 4"}}};
  const std::string json = page(remarked_talk(), nullptr, "moderate", &experts);
  const std::string reply =
      R"("experts_differ":[{"title":"Premature advice","reasons":["1 of 2 experts marked this"]}])";
  const std::size_t on_nudge = json.find(reply);
  ASSERT_NE(on_nudge, std::string::npos);
  EXPECT_NE(json.find(reply, on_nudge + 1), std::string::npos);  // and on the line of the talk
  EXPECT_THAT(json, HasSubstr(R"("experts_differ":[{"title":"Room","reasons":["One says 2",)"));
  EXPECT_THAT(page(remarked_talk()), Not(HasSubstr("experts_differ")));
}

TEST(ExpertView, ShowsScoresRecalibratedAndNoFinerThanRatersAgree) {
  ExpertView experts;
  experts.scores["concern.any"] = {
      .title = "Concern", .steps = {{0, 0.3}, {0.1, 0.64}}, .grain = 0.25};
  EXPECT_EQ(experts.as_shown("concern.any", 0.4), 0.75);
  EXPECT_EQ(experts.as_shown("concern.any", 0.05), 0);
  EXPECT_EQ(experts.as_shown("empathy.explorations", 2), 2);
}

}  // namespace
}  // namespace attune::debrief
