#include "review/trust.h"

#include <cmath>

#include <gtest/gtest.h>

#include "fakes/rated_talks.h"
#include "review/differing.h"

namespace attune::review {
namespace {

using fakes::RatedTalks;
using State = ScoreTrust::State;

const std::map<std::string, Instrument>& instruments() {
  static const auto all = load_instruments(ATTUNE_ROOT "/content/instruments");
  return *all;
}

ScoreTrust trust_in(const RatedTalks& rated, std::string_view score) {
  const Evidence evidence(rated.book, instruments(), rated.beneath);
  return trust(evidence)[*program_score(score)];
}

TEST(Trust, GrowsWithAgreement) {
  EXPECT_EQ(trust_in(RatedTalks{.doubt = 0.05}.make(), "concern.empathy").state, State::trusted);
  const ScoreTrust poor = trust_in(RatedTalks{.doubt = 0.4}.make(), "concern.empathy");
  EXPECT_EQ(poor.state, State::not_yet);
  EXPECT_LT(poor.agreement.high, 0.4);
  EXPECT_TRUE(poor.text.starts_with("not yet trusted here: 180 ratings, κ 0.")) << poor.text;
}

TEST(Trust, CoversTheKappaThatWasPlanted) {
  // Experts' majority of three who mark 0.9 and 0.05 is right but for 0.028 and 0.00725; the
  // concern strays in 0.15. Says: 0.3 * 0.85 + 0.7 * 0.15 = 0.36; truth: 0.3 * 0.972 + 0.7 *
  // 0.00725 = 0.296675. Both: 0.3 * 0.85 * 0.972 + 0.7 * 0.15 * 0.00725 = 0.248621; neither:
  // 1 - 0.36 - 0.296675 + 0.248621 = 0.591946. Agree 0.840567; by chance 0.36 * 0.296675 +
  // 0.64 * 0.703325 = 0.556931; kappa 0.640155.
  int covered = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const stats::Estimate kappa =
        trust_in(RatedTalks{.seed = seed}.make(), "concern.empathy").agreement;
    covered += kappa.low <= 0.640155 && 0.640155 <= kappa.high ? 1 : 0;
  }
  EXPECT_GE(covered, 34);
}

TEST(Trust, FollowsTheFloorOfTheService) {
  auto rated = RatedTalks{}.make();
  EXPECT_EQ(trust_in(rated, "concern.empathy").state, State::trusted);
  fold(rated.book, FloorSet{.floor = 0.9});
  EXPECT_EQ(trust_in(rated, "concern.empathy").state, State::not_yet);
}

TEST(Trust, SaysNothingOfTooFewRatings) {
  const auto few = RatedTalks{.talks = 6, .experts = 1}.make();
  const ScoreTrust one = trust_in(few, "concern.empathy");
  EXPECT_EQ(one.state, State::unknown);
  EXPECT_EQ(one.text,
            "not yet measured here: 6 ratings by experts of 6 talks, it takes 10 ratings");
  EXPECT_EQ(trust_in(few, "concern.questions").text,
            "not yet measured here: experts have no code for this");
}

TEST(Trust, LeavesOutWhereExpertsDiffer) {
  const ScoreTrust two =
      trust_in(RatedTalks{.experts = 2, .expert_marks = 0.5}.make(), "concern.empathy");
  EXPECT_GT(two.differ, 50u);
  EXPECT_EQ(trust_in(RatedTalks{.experts = 1}.make(), "concern.empathy").differ, 0u);
}

TEST(Trust, KnowsHowFarExpertsSpread) {
  // A code that one of three marks has a variance of 1/3 there; all alike have none.
  const ScoreTrust one = trust_in(RatedTalks{}.make(), "concern.empathy");
  EXPECT_GT(one.spread, 0.1);
  EXPECT_LT(one.spread, 0.5);
  EXPECT_TRUE(std::isnan(trust_in(RatedTalks{.experts = 1}.make(), "concern.empathy").spread));
}

TEST(Trust, HoldsRemarksOnlyWhereTheyCouldCome) {
  Beneath talk{.talk = "t"};
  for (int turn = 1; turn <= 6; ++turn) talk.scores[turn];
  talk.scores[3]["nudge.advice"] = 0.9;
  const ProgramTalk program(talk);
  const auto advice = *program_score("nudge.advice"), lecture = *program_score("nudge.lecture");
  const auto secrecy = *program_score("nudge.secrecy");
  EXPECT_EQ(program.value(advice, 1), std::nullopt);  // never on the first reply
  EXPECT_EQ(program.value(advice, 2), 0);
  EXPECT_EQ(program.value(advice, 3), 1);
  EXPECT_EQ(program.value(lecture, 3), std::nullopt);  // another was made
  EXPECT_EQ(program.value(lecture, 5), std::nullopt);  // too soon
  EXPECT_EQ(program.value(lecture, 6), 0);
  EXPECT_EQ(program.value(advice, 6), std::nullopt);  // once a talk
  EXPECT_EQ(program.value(secrecy, 1), 0);            // safety may come at any time
  EXPECT_EQ(program.value(secrecy, 4), 0);
}

TEST(Recalibration, MendsAScoreOnAWrongScaleAndCanBeTakenBack) {
  auto rated = RatedTalks{.talks = 200}.make();
  for (auto& [id, talk] : rated.beneath)  // right in order, and never above one half
    for (auto& [turn, scores] : talk.scores) scores["concern.empathy"] *= 0.5;
  EXPECT_EQ(trust_in(rated, "concern.empathy").state, State::not_yet);
  const Evidence evidence(rated.book, instruments(), rated.beneath);
  const auto made = recalibrate(evidence, "concern.empathy");
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->version, 1);
  EXPECT_EQ(made->talks, 200u);
  EXPECT_LT(made->before.value, 0.1);
  fold(rated.book, *made);
  const ScoreTrust now = trust_in(rated, "concern.empathy");
  EXPECT_EQ(now.state, State::trusted);
  EXPECT_EQ(now.version, 1);
  EXPECT_DOUBLE_EQ(now.agreement.value, made->after.value);
  fold(rated.book, Reverted{.score = "concern.empathy", .version = 0});
  EXPECT_EQ(trust_in(rated, "concern.empathy").state, State::not_yet);
}

TEST(Recalibration, PromisesNothingThatNewTalksDoNotKeep) {
  // Fitted on talks whose score is pure chance; agreement out of part is none.
  const auto rated = RatedTalks{.talks = 100, .doubt = 0.5}.make();
  const Evidence evidence(rated.book, instruments(), rated.beneath);
  const auto made = recalibrate(evidence, "concern.empathy");
  ASSERT_TRUE(made.has_value());
  EXPECT_LT(std::abs(made->after.value), 0.1);
}

TEST(Recalibration, NeedsTalksAndAScoreThatHasAScale) {
  const auto few = RatedTalks{.talks = 6}.make();
  const Evidence evidence(few.book, instruments(), few.beneath);
  EXPECT_EQ(recalibrate(evidence, "concern.empathy").error().code, base::Code::invalid);
  EXPECT_EQ(recalibrate(evidence, "nudge.advice").error().code, base::Code::invalid);
  EXPECT_EQ(recalibrate(evidence, "luck").error().code, base::Code::not_found);
}

TEST(Recalibration, IsKeptInTheJournal) {
  const auto rated = RatedTalks{.talks = 30}.make();
  const Evidence evidence(rated.book, instruments(), rated.beneath);
  const auto made = recalibrate(evidence, "quality.understood");
  ASSERT_TRUE(made.has_value());
  const auto back = entry_from_json(to_json(Entry(*made)));
  ASSERT_TRUE(back.has_value());
  const auto& read = std::get<Recalibrated>(*back);
  EXPECT_EQ(read.steps.value, made->steps.value);
  EXPECT_EQ(read.left[4].from, made->left[4].from);
  EXPECT_EQ(to_json(*back), to_json(Entry(*made)));
  for (const Entry& entry :
       {Entry(FloorSet{.floor = 0.5}), Entry(Reverted{.score = "s", .version = 2})})
    EXPECT_EQ(to_json(*entry_from_json(to_json(entry))), to_json(entry));
}

TEST(Differing, TellsBothSidesAndNoNames) {
  auto rated = RatedTalks{.talks = 1, .peers = 2, .experts = 2, .expert_marks = 0.5}.make();
  for (Rating& rating : rated.book.ratings) rating.form.marks.clear();
  rated.book.ratings.back().form.marks.push_back(
      {"critique", "missed_cue", 4, 0, 0, 2, "The ring."});
  const auto tell = [&] {
    const Evidence evidence(rated.book, instruments(), rated.beneath);
    return differing(evidence, evidence.talks().front());
  };
  auto all = tell();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].turn, 4);
  EXPECT_EQ(all[0].title, "Missed cue");
  EXPECT_EQ(all[0].reasons,
            (std::vector<std::string>{"1 of 2 experts marked this: “The ring.”",
                                      "1 of 2 experts read the same words and did not"}));
  const Settled open{.talk = RatedTalks::id(0),
                     .instrument = "critique",
                     .what = "missed_cue",
                     .turn = 4,
                     .reason = "Both can be right.",
                     .by = "expert-1",
                     .open = true};
  fold(rated.book, open);
  all = tell();
  ASSERT_EQ(all[0].reasons.size(), 3u);
  EXPECT_EQ(all[0].reasons[2], "They talked it over, and leave it open: “Both can be right.”");
}

TEST(Grain, IsNeverFinerThanTheSpread) {
  EXPECT_EQ(grain(0.05), 0.1);
  EXPECT_EQ(grain(0.3), 0.5);
  EXPECT_EQ(grain(0.8), 1);
  EXPECT_EQ(grain(9), 2);
  EXPECT_EQ(grain(std::nan("")), 0);
  EXPECT_EQ(coarse(0.62, 0.5), 0.5);
  EXPECT_EQ(coarse(0.62, 0), 0.62);
}

}  // namespace
}  // namespace attune::review
