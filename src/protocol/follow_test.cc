#include "protocol/follow.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace attune::protocol {
namespace {

using conversation::Asks;
using conversation::Reading;
using conversation::RiskKind;
using conversation::RiskLevel;
using conversation::Skill;
using conversation::Speaker;

/// A talk that is told turn by turn, with what the reader would have made of it.
struct Talk {
  conversation::Observed observed;
  int turn = 0;

  Talk() { client("hi"); }

  Talk& client(const std::string& text, RiskLevel level = RiskLevel::none,
               std::vector<RiskKind> kinds = {}) {
    Reading reading;
    reading.risk.emplace();
    reading.risk->level = level;
    reading.risk->kinds = std::move(kinds);
    if (!observed.lines.empty() && observed.lines.back().said.speaker == Speaker::client)
      observed.lines.pop_back();
    observed.lines.push_back({turn, {Speaker::client, text}, reading});
    return *this;
  }
  Talk& supporter(const std::string& text, Reading reading = {}) {
    observed.lines.push_back({++turn, {Speaker::supporter, text}, std::move(reading)});
    return client("mm");
  }
  Talk& consults() {
    observed.consulted.push_back(turn);
    return *this;
  }
};

Reading asks(Asks asked) {
  Reading reading;
  reading.asks = asked;
  return reading;
}

Reading shows(Skill skill) {
  Reading reading;
  reading.skills.emplace().labels = {skill};
  return reading;
}

Reading explores(int level) {
  Reading reading;
  reading.empathy.emplace()
      .levels[static_cast<std::size_t>(conversation::Mechanism::explorations)] = level;
  return reading;
}

/// A protocol of the steps given as YAML; `when` as in the file.
Protocol of(const std::vector<std::string>& steps, const std::string& when = "general",
            const std::string& more = "") {
  std::string text =
      "format: attune-protocol\nversion: 1\nid: p\ntitle: P\nabout: A.\nwhen: " + when + "\n" +
      more + "steps:\n";
  for (const std::string& step : steps) text += "  - {title: T, why: W, " + step + "}\n";
  auto protocol = parse_protocol(text, "p.yaml");
  EXPECT_TRUE(protocol) << protocol.error().message;
  return protocol ? std::move(*protocol) : Protocol{};
}

StepState step(const Protocol& protocol, const Talk& talk, bool closed = false, std::size_t n = 0) {
  return follow(protocol, talk.observed, closed).at(n);
}

State met(const std::string& deed, const std::string& said, const Reading& reading = {}) {
  const Protocol protocol = of({"id: a, due: opening, met_by: {" + deed + "}"});
  return step(protocol, Talk().supporter(said, reading), true).state;
}

TEST(Follow, PhrasesAreFoundWhateverTheirCaseAndMarks) {
  EXPECT_EQ(met("says: [\"who else knows\"]", "Well: WHO, else knows?!"), State::done);
  EXPECT_EQ(met("says: [\"cannot promise\"]", "I can’t promise that"), State::done);
  EXPECT_EQ(met("says: [\"who|does anyone? know\"]", "does she know"), State::missed);
  EXPECT_EQ(met("says: [\"safe\"]", "I will save it, unsafely"), State::missed);
}

TEST(Follow, QuestionsAreTheReaders) {
  EXPECT_EQ(met("asks: [about_suicide]", "?", asks({.about_suicide = true})), State::done);
  EXPECT_EQ(met("asks: [about_suicide]", "?", asks({.about_safety = true})), State::missed);
  EXPECT_EQ(met("asks: [permission]", "?", asks({.permission = true})), State::done);
}

TEST(Follow, ALeadingQuestionMeetsNone) {
  const Reading led = asks({.about_suicide = true, .leading = true});
  EXPECT_EQ(met("asks: [about_suicide]", "?", led), State::missed);
  EXPECT_EQ(met("asks: [leading]", "?", led), State::done);
}

TEST(Follow, SkillsAndEmpathyAreTheReaders) {
  EXPECT_EQ(met("skill: [affirm, support]", "x", shows(Skill::support)), State::done);
  EXPECT_EQ(met("skill: [affirm]", "x", shows(Skill::support)), State::missed);
  EXPECT_EQ(met("empathy: {explorations: 1}", "x", explores(2)), State::done);
  EXPECT_EQ(met("empathy: {explorations: 2}", "x", explores(1)), State::missed);
}

TEST(Follow, ATurnWithoutAReadingMeetsByItsWordsAlone) {
  const Protocol protocol = of({"id: a, due: opening, met_by: {skill: [support], says: [hello]}"});
  Talk talk;
  talk.observed.lines.push_back({1, {Speaker::supporter, "well"}, std::nullopt});
  EXPECT_EQ(step(protocol, talk).state, State::due);
  talk.observed.lines.push_back({2, {Speaker::supporter, "hello"}, std::nullopt});
  EXPECT_EQ(step(protocol, talk).state, State::done);
}

TEST(Follow, ConsultingIsAnEventOrWords) {
  const Protocol protocol =
      of({"id: a, due: opening, within: 2, met_by: {consult: true, says: [\"my supervisor\"]}"});
  Talk talk;
  talk.supporter("ok").consults();
  EXPECT_EQ(step(protocol, talk).state, State::done);
  EXPECT_EQ(step(protocol, talk).done_turn, 1);
  EXPECT_FALSE(step(protocol, talk).words);
  EXPECT_EQ(step(protocol, Talk().supporter("I'll ask my supervisor")).state, State::done);
  EXPECT_EQ(step(protocol, Talk().supporter("ok").supporter("ok"), true).state, State::missed);
}

TEST(Follow, ConsultingBeforeItIsCalledForDoesNotCount) {
  const Protocol protocol =
      of({"id: a, due: {after: {client: {says: [die]}}}, met_by: {consult: true}"});
  Talk talk;
  talk.supporter("one").consults().supporter("two").client("i want to die").supporter("three");
  EXPECT_EQ(step(protocol, talk).state, State::due);
  EXPECT_EQ(step(protocol, talk.consults()).state, State::done);
}

TEST(Follow, AStepIsDueThenLateThenMissed) {
  const Protocol protocol = of({"id: a, due: opening, within: 2, met_by: {says: [hello]}"});
  Talk talk;
  EXPECT_EQ(step(protocol, talk).state, State::not_due);
  EXPECT_EQ(step(protocol, talk.supporter("so")).state, State::due);
  EXPECT_EQ(step(protocol, talk.supporter("so")).state, State::late);
  EXPECT_EQ(step(protocol, talk, true).state, State::missed);
  talk.supporter("hello");
  EXPECT_EQ(step(protocol, talk, true).state, State::late);
  EXPECT_EQ(step(protocol, talk, true).done_turn, 3);
}

TEST(Follow, IsDoneInItsLastTurn) {
  const Protocol protocol = of({"id: a, due: opening, within: 2, met_by: {says: [hello]}"});
  EXPECT_EQ(step(protocol, Talk().supporter("so").supporter("hello")).state, State::done);
}

TEST(Follow, AClientsSignCallsForTheNextTurn) {
  const Protocol protocol =
      of({"id: a, due: {after: {client: {risk: moderate, kinds: [ideation]}}}, met_by: {says: "
          "[hello]}"});
  Talk talk;
  talk.supporter("hello").client("x", RiskLevel::low, {RiskKind::ideation});
  EXPECT_EQ(step(protocol, talk).state, State::not_due);
  talk.supporter("hello").client("x", RiskLevel::high, {RiskKind::abuse});
  EXPECT_EQ(step(protocol, talk).state, State::not_due);
  talk.supporter("hello").client("it is bad", RiskLevel::high, {RiskKind::ideation});
  const StepState due = step(protocol, talk);
  EXPECT_EQ(due.state, State::due);
  EXPECT_EQ(due.turn, 4);
  ASSERT_TRUE(due.words);
  EXPECT_EQ(text_of(*due.words, talk.observed), "it is bad");
  EXPECT_EQ(step(protocol, talk, true).state, State::not_due) << "nobody could answer any more";
  EXPECT_EQ(step(protocol, talk.supporter("hello")).state, State::done);
}

TEST(Follow, AClientsWordsCallForAStep) {
  const Protocol protocol =
      of({"id: a, due: {after: {client: {says: [\"tell nobody\"]}}}, met_by: {says: [hello]}"});
  EXPECT_EQ(step(protocol, Talk().client("tell my mum").supporter("so")).state, State::not_due);
  EXPECT_EQ(step(protocol, Talk().client("Please, tell NOBODY.").supporter("so")).state,
            State::due);
}

TEST(Follow, OneSignOfSeveralIsEnoughAndEachMustHoldWhole) {
  const Protocol protocol =
      of({"id: a, due: {after: {client: [{risk: low, score: 0.5, says: [over]}, {says: [die]}]}}, "
          "met_by: {says: [hello]}"});
  const auto state = [&](const std::string& text, RiskLevel level, double score) {
    Talk talk;
    talk.client(text, level);
    talk.observed.lines.back().reading->risk->score = score;
    return step(protocol, talk.supporter("so")).state;
  };
  EXPECT_EQ(state("it is over", RiskLevel::low, 0.5), State::due);
  EXPECT_EQ(state("it is over", RiskLevel::low, 0.4), State::not_due);
  EXPECT_EQ(state("it is done", RiskLevel::high, 0.9), State::not_due);
  EXPECT_EQ(state("i want to die", RiskLevel::none, 0), State::due);
}

TEST(Follow, AStepAfterAStepWaitsForIt) {
  const Protocol protocol =
      of({"id: a, due: opening, met_by: {says: [one]}",
          "id: b, due: {after: {step: a}}, within: 1, met_by: {says: [two]}"});
  EXPECT_EQ(step(protocol, Talk().supporter("two"), false, 1).state, State::not_due);
  EXPECT_EQ(step(protocol, Talk().supporter("one two"), false, 1).state, State::due);
  EXPECT_EQ(step(protocol, Talk().supporter("one").supporter("two"), false, 1).state, State::done);
}

TEST(Follow, AStepMayWaitForAStepAndForWhatTheClientThenSays) {
  const Protocol protocol = of({"id: a, due: opening, met_by: {says: [asks]}",
                                "id: b, due: {after: {step: a, client: {says: [yes]}}}, met_by: "
                                "{says: [thanks]}"});
  Talk before;
  before.client("yes").supporter("asks").supporter("thanks");
  EXPECT_EQ(step(protocol, before, true, 1).state, State::not_due);
  Talk after;
  after.supporter("asks").client("yes").supporter("thanks");
  EXPECT_EQ(step(protocol, after, true, 1).state, State::done);
}

TEST(Follow, TheEndIsTheLastTurns) {
  const Protocol protocol = of({"id: a, due: ending, within: 2, met_by: {says: [thanks]}"});
  Talk talk;
  talk.supporter("thanks").supporter("so").supporter("so");
  EXPECT_EQ(step(protocol, talk).state, State::not_due);
  EXPECT_EQ(step(protocol, talk, true).state, State::missed);
  talk.supporter("bye", shows(Skill::closing));
  EXPECT_EQ(step(protocol, talk).state, State::due);
  talk.supporter("thanks");
  EXPECT_EQ(step(protocol, talk, true).state, State::done);
}

TEST(Follow, WhatMustNotHappenFirstSpoilsAStepUntilItIsMended) {
  const Protocol protocol =
      of({"id: a, due: opening, met_by: {says: [hear]}, must_not: {skill: "
          "[advise_without_permission]}"});
  Talk talk;
  talk.supporter("you should", shows(Skill::advise_without_permission));
  StepState state = step(protocol, talk);
  EXPECT_EQ(state.state, State::missed);
  EXPECT_EQ(state.broken_turn, 1);
  EXPECT_EQ(text_of(*state.words, talk.observed), "you should");
  state = step(protocol, talk.supporter("I hear you"));
  EXPECT_EQ(state.state, State::late);
  EXPECT_EQ(text_of(*state.words, talk.observed), "hear");
  Talk good;
  good.supporter("I hear you").supporter("you should", shows(Skill::advise_without_permission));
  EXPECT_EQ(step(protocol, good).state, State::done);
  EXPECT_EQ(step(protocol, Talk().supporter("I hear. Try", shows(Skill::advise_without_permission)))
                .state,
            State::done)
      << "heard first, in the same turn";
}

TEST(Follow, AnUnsureReadingBreaksNothing) {
  const Protocol protocol = of({"id: a, due: opening, must_not: {skill: [warn]}"});
  Reading unsure = shows(Skill::warn);
  unsure.abstains = {"skills"};
  EXPECT_EQ(step(protocol, Talk().supporter("x", unsure), true).state, State::done);
  EXPECT_EQ(step(protocol, Talk().supporter("x", shows(Skill::warn)), true).state, State::missed);
}

TEST(Follow, AProhibitionIsKeptToTheEnd) {
  const Protocol protocol = of({"id: a, due: opening, must_not: {says: [\"our secret\"]}"});
  Talk talk;
  talk.supporter("hello");
  EXPECT_EQ(step(protocol, talk).state, State::due);
  EXPECT_EQ(step(protocol, talk, true).state, State::done);
  EXPECT_EQ(step(protocol, talk.supporter("It's our secret")).state, State::missed);
  EXPECT_EQ(step(protocol, talk.supporter("hello"), true).state, State::missed);
}

TEST(Follow, AnOptionalStepIsNeverMissed) {
  const Protocol protocol =
      of({"id: a, due: opening, within: 1, optional: true, met_by: {says: [hello]}"});
  EXPECT_EQ(step(protocol, Talk().supporter("so").supporter("so"), true).state, State::due);
  EXPECT_EQ(step(protocol, Talk().supporter("so").supporter("hello"), true).state, State::done);
}

TEST(Follow, AStepOfAnOptionThatIsOffIsNotThere) {
  const std::vector<std::string> steps = {"id: a, due: opening, option: x, met_by: {says: [one]}",
                                          "id: b, due: opening, met_by: {says: [two]}"};
  const auto with = [&](const std::string& use) {
    return of(steps, "general", "options: {x: {use: " + use + ", about: A}}\n");
  };
  EXPECT_EQ(follow(with("true"), Talk().observed, false).size(), 2U);
  const auto off = follow(with("false"), Talk().supporter("two").observed, false);
  ASSERT_EQ(off.size(), 1U);
  EXPECT_EQ(off[0].step, "b");
  EXPECT_EQ(off[0].state, State::done);
}

TEST(Follow, ARiskProtocolBeginsWithTheFirstCue) {
  const Protocol protocol = of({"id: a, due: opening, within: 1, met_by: {says: [hello]}",
                                "id: b, due: ending, within: 9, met_by: {says: [hello]}"},
                               "{client: {risk: low}}");
  Talk talk;
  talk.supporter("hello");
  EXPECT_EQ(step(protocol, talk, true).state, State::not_due);
  EXPECT_EQ(step(protocol, talk, true, 1).state, State::not_due);
  talk.client("x", RiskLevel::low, {RiskKind::plan}).supporter("so");
  EXPECT_EQ(step(protocol, talk, true).state, State::missed);
  EXPECT_EQ(step(protocol, talk, true).turn, 2);
  EXPECT_EQ(step(protocol, talk, true, 1).state, State::missed);
  EXPECT_EQ(step(protocol, talk.supporter("hello"), true, 1).state, State::done);
}

TEST(Follow, AnEarlyStepCountsBeforeTheProtocolBegins) {
  const Protocol protocol =
      of({"id: a, due: opening, within: 1, early: true, met_by: {says: [asks]}",
          "id: b, due: {after: {step: a, client: {risk: low}}}, met_by: {says: [thanks]}"},
         "{client: {risk: low}}");
  Talk talk;
  talk.supporter("asks");
  EXPECT_EQ(step(protocol, talk, true).state, State::done);
  EXPECT_EQ(step(protocol, talk, true, 1).state, State::not_due);
  talk.client("yes", RiskLevel::low, {RiskKind::plan}).supporter("thanks");
  EXPECT_EQ(step(protocol, talk, true).done_turn, 1);
  EXPECT_EQ(step(protocol, talk, true, 1).state, State::done);
  Talk none;
  none.supporter("so").client("x", RiskLevel::low).supporter("so").supporter("asks");
  EXPECT_EQ(step(protocol, none, true).state, State::late);
  EXPECT_EQ(step(protocol, none, true).turn, 2);
}

TEST(Follow, QuotesByCodePoints) {
  const Protocol protocol = of({"id: a, due: opening, met_by: {says: [\"wie geht\"]}"});
  const Talk talk = Talk().supporter("Schön … Wie geht’s?");
  EXPECT_EQ(text_of(*step(protocol, talk).words, talk.observed), "Wie geht’s");
  EXPECT_EQ(text_of({9, Speaker::client, {0, 1}}, talk.observed), "");
}

}  // namespace
}  // namespace attune::protocol
