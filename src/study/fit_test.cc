#include <cmath>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "study/fit_report.h"
#include "study/next_turn.h"

namespace attune::study {
namespace {

using conversation::Talk;

double noise(std::uint64_t talk, int turn) {
  return base::draw(9, talk, "noise " + std::to_string(turn)) - 0.5;
}

/// `talks` talks of twelve exchanges; every third supporter turn asks.
std::vector<Exchange> talks_of(std::size_t talks) {
  std::vector<Exchange> all;
  for (std::size_t talk = 0; talk < talks; ++talk)
    for (int turn = 1; turn <= 12; ++turn) {
      Exchange& one = all.emplace_back();
      one.talk = talk;
      one.turn = turn;
      if (turn % 3 == 0) one.codes = {"question"};
      one.next.length = static_cast<double>(talk) + (turn % 3 == 0 ? 2.0 : 0.0);
      one.leaves = turn == 12;
    }
  return all;
}

TEST(WithinTalks, WhatSetsTalksApartDropsOut) {
  // Talk i is i longer throughout, and a question adds exactly 2.
  const auto all = talks_of(5);
  const auto slopes =
      within_talks(all, {[](const Exchange& one) { return one.codes.empty() ? 0.0 : 1.0; }},
                   [](const Exchange& one) { return one.next.length; });
  ASSERT_EQ(slopes.size(), 1U);
  EXPECT_NEAR(slopes[0].value, 2, 1e-4);
  EXPECT_NEAR(slopes[0].interval.low, 2, 1e-4);
  EXPECT_NEAR(slopes[0].interval.high, 2, 1e-4);
}

TEST(WhatFollows, CountsTheNextTurnsOfEachBehavior) {
  auto all = talks_of(5);
  for (Exchange& one : all) {
    one.next.talk = one.turn == 3 ? Talk::sustain : Talk::change;
    one.next.closes = one.turn == 6;
  }
  const auto follows = what_follows(all);
  ASSERT_EQ(follows.size(), 1U);
  EXPECT_EQ(follows[0].turns, 20U);  // turns 3, 6, 9, 12 of five talks
  EXPECT_DOUBLE_EQ(follows[0].sustain.value, 0.25);
  EXPECT_DOUBLE_EQ(follows[0].change.value, 0.75);
  EXPECT_DOUBLE_EQ(follows[0].closes.value, 0.25);
  EXPECT_NEAR(follows[0].length_more.value, 2, 1e-3);
}

TEST(WhatFollows, LeavesOutWhatIsRare) {
  EXPECT_TRUE(what_follows(talks_of(3)).empty());  // twelve questions
}

/// Turns that press and turns that meet; the answer is `pressing` times as sensitive to pressure as
/// the mind says.
std::vector<Exchange> answers(double pressing) {
  std::vector<Exchange> all;
  for (std::size_t talk = 0; talk < 20; ++talk)
    for (int turn = 1; turn <= 10; ++turn) {
      Exchange& one = all.emplace_back();
      one.talk = talk;
      one.turn = turn;
      const double press = turn % 2 == 0 ? -0.1 * (1 + noise(talk, turn)) : 0;
      const double meet = 0.05 * (1 + noise(talk, 100 + turn));
      one.weighed.causes = {{"met", meet, 0}, {"pressure", press, 0}};
      one.weighed.trust = meet + press;
      one.next.length = 3 * (meet + pressing * press) + 0.01 * noise(talk, 200 + turn);
    }
  return all;
}

client::Dynamics dynamics() {
  return *client::load_dynamics(std::string(ATTUNE_ROOT) + "/content/dynamics.yaml");
}

MindFit fit(double pressing) {
  return fit_mind(
      "made up", answers(pressing), "length", [](const Exchange& one) { return one.next.length; },
      dynamics());
}

TEST(FitMind, FindsTheWeightThatTheAnswersGiveAHarm) {
  const double set = dynamics()("pressure_trust");
  const auto half = fit(0.5).coefficients;
  ASSERT_EQ(half.size(), 1U);  // nothing else was there to fit
  EXPECT_EQ(half[0].name, "pressure_trust");
  EXPECT_EQ(half[0].turns, 100U);
  EXPECT_NEAR(half[0].fitted.value, 0.5 * set, 0.05 * set);
  EXPECT_FALSE(half[0].inside());
  EXPECT_TRUE(half[0].told());
}

TEST(FitMind, KeepsAWeightThatIsRight) {
  const auto right = fit(1);
  EXPECT_TRUE(right.coefficients[0].inside());
  EXPECT_NEAR(right.scales[0].slope.value, 3, 0.1);
}

TEST(FitMind, FitsNothingWhereTheMindsGainIsFollowedByNothing) {
  const auto none = fit_mind(
      "made up", answers(1), "noise",
      [](const Exchange& one) { return noise(one.talk + 500, one.turn); }, dynamics());
  EXPECT_LE(none.scales[0].slope.interval.low, 0);
  EXPECT_TRUE(none.coefficients.empty());
}

CodedTalks rated_talks() {
  CodedTalks talks{"made up", "nobody", {}};
  for (int i = 0; i < 24; ++i) {
    CodedTalk& talk = talks.talks.emplace_back();
    talk.good = i % 4 != 0;
    const int asked = i % 3;
    for (int turn = 0; turn < 4; ++turn)
      talk.turns.push_back(
          {{conversation::Speaker::supporter, "."},
           turn < asked ? std::set<std::string>{"question"} : std::set<std::string>{},
           {}});
    talk.scores.before = 4 + i % 2;
    talk.scores.after = *talk.scores.before - 1 - asked;
  }
  return talks;
}

TEST(Relief, IsLaidToTheStrategyThatItGoesWith) {
  // Before less after is 1 and one more for each question, whatever else.
  const auto rated = rated_by_strategy(rated_talks());
  ASSERT_EQ(rated.size(), 3U);
  EXPECT_EQ(rated[0].talks, 24U);
  ASSERT_EQ(rated[0].slopes.size(), 3U);
  EXPECT_EQ(rated[0].slopes[2].column, "question");
  EXPECT_NEAR(rated[0].slopes[2].estimate.value, 1, 1e-3);
  EXPECT_NEAR(rated[0].slopes[0].estimate.value, 0, 1e-3);
  EXPECT_EQ(rated[1].talks, 0U) << "nobody rated empathy";
}

TEST(Relief, FindsTheEaseThatBringsTheRealFall) {
  // The feeling halves where met sums to 2: exp(-2 rate) = 1/2.
  CodedTalks talks{"made up", "nobody", {}};
  std::vector<Exchange> all;
  for (std::size_t i = 0; i < 10; ++i) {
    CodedTalk& talk = talks.talks.emplace_back();
    talk.scores.before = 5;
    talk.scores.after = 3;
    Exchange& one = all.emplace_back();
    one.talk = i;
    one.weighed.met = 2;
  }
  const client::Dynamics of = dynamics();
  const client::Case person = everybody({});
  const double per =
      of("relief_followed") * (1 - of("rumination_slows") * person.traits.rumination);
  const auto made = eased(talks, all, person, of);
  EXPECT_EQ(made[0].count, 10U);
  EXPECT_DOUBLE_EQ(made[0].fall.value, 0.5);
  EXPECT_NEAR(made[0].ease.value, std::log(2) / 2 / per, 1e-4);
  EXPECT_EQ(made[1].count, 0U);
}

/// Turns whose answer is longer where the mind was met, so far as `tells` goes.
std::vector<Foretold> foretold(double tells) {
  std::vector<Exchange> all;
  for (std::size_t talk = 0; talk < 60; ++talk)
    for (int turn = 1; turn <= 10; ++turn) {
      Exchange& one = all.emplace_back();
      one.talk = talk;
      one.turn = turn;
      one.weighed.met = noise(talk, turn);
      one.next.length = tells * one.weighed.met + (1 - tells) * noise(talk, 50 + turn);
    }
  return foretell(all);
}

TEST(Foretell, GainsWhereTheMindTellsAndNotWhereItDoesNot) {
  const auto told = foretold(0.8), untold = foretold(0);
  ASSERT_EQ(told.size(), 1U);  // nobody leaned, opened or left
  EXPECT_EQ(told[0].question, "longer");
  EXPECT_EQ(told[0].turns, 600U);
  EXPECT_NEAR(told[0].nothing, std::log(2), 0.02);
  EXPECT_GT(told[0].over_both.interval.low, 0.2);
  ASSERT_EQ(untold.size(), 1U);
  EXPECT_LT(untold[0].over_both.interval.low, 0);
  EXPECT_LT(untold[0].over_both.value, 0.01);
}

TEST(FitReport, SaysTheSameInMarkdownAndInJson) {
  FitReport report;
  report.sets.push_back({"Made up: 60 turns", "nobody", what_follows(talks_of(5))});
  report.fits.push_back(fit(0.5));
  report.rated = rated_by_strategy(rated_talks());
  const std::string page = to_markdown(report), json = to_json(report);
  EXPECT_NE(page.find("| question | 20 |"), std::string::npos);
  EXPECT_NE(page.find("| `pressure_trust` | length, made up | 100 | 0.140 |"), std::string::npos);
  EXPECT_NE(page.find("OUTSIDE"), std::string::npos);
  EXPECT_NE(json.find("\"coefficient\": \"pressure_trust\""), std::string::npos);
  EXPECT_NE(json.find("\"format\": \"attune-fit\""), std::string::npos);
}

}  // namespace
}  // namespace attune::study
