#include "trial/plan.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fakes/staged_plan.h"

namespace attune::trial {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

base::Result<Plan> read(const std::string& text) {
  const Known known = staged_known();
  return parse_plan(text, "plan.yaml", &known);
}

std::string complaint(const std::string& from, const std::string& to) {
  const auto plan = read(staged_plan_with(from, to));
  return plan ? "none" : plan.error().message;
}

TEST(Plan, IsReadWhole) {
  const auto plan = read(staged_plan()).value();
  EXPECT_EQ(plan.id, "both-orders");
  EXPECT_EQ(plan.condition("with").help, conversation::HelpWish::always);
  EXPECT_EQ(plan.condition("without").help, conversation::HelpWish::off);
  EXPECT_EQ(plan.arm("ba").talks.at(1).client, "goran");
  EXPECT_EQ(plan.randomization.blocks, (std::vector<int>{2, 4}));
  EXPECT_EQ(plan.primary.test, trial::Test::paired_t);
  EXPECT_THAT(doubts(plan), IsEmpty());
}

TEST(Plan, ErrorNamesPlaceAndMend) {
  EXPECT_THAT(complaint("condition: with}, {client: goran", "condition: wiht}, {client: goran"),
              testing::AllOf(HasSubstr("plan.yaml:10:"), HasSubstr("wiht"),
                             HasSubstr("one of `conditions`")));
  EXPECT_THAT(complaint("client: adaeze, condition: with}", "client: nobody, condition: with}"),
              HasSubstr("attune cases"));
  EXPECT_THAT(complaint("blocks: [2, 4]", "blocks: [2, 3]"), HasSubstr("multiples of 2"));
  EXPECT_THAT(complaint("score: mean", "score: total"), HasSubstr("no score \"total\""));
  EXPECT_THAT(complaint("before: [self-efficacy]", "before: [support-quality]"),
              HasSubstr("target: study"));
  EXPECT_THAT(complaint("question:", "questions:"), HasSubstr("unknown key"));
}

TEST(Plan, TestMustFitTheArms) {
  EXPECT_THAT(complaint("test: paired_t", "test: welch_t"), HasSubstr("holds both conditions"));
  EXPECT_THAT(
      complaint("{client: goran, condition: without}]}", "{client: goran, condition: with}]}"),
      HasSubstr("one of the two conditions alone"));
  EXPECT_THAT(complaint("measure: ratings, instrument: support-quality",
                        "measure: change, instrument: self-efficacy"),
              HasSubstr("says nothing of one condition"));
}

TEST(Plan, OutcomeNeedsWhoAnswersIt) {
  EXPECT_THAT(complaint("instruments: [support-quality]", "instruments: [ctrs]"),
              HasSubstr("add it to raters"));
}

TEST(Plan, LaterEditionSaysWhatChanged) {
  EXPECT_THAT(complaint("version: 1\n", "version: 1\nedition: 2\n"), HasSubstr("`changes`"));
}

/// R 4.2.2: power.t.test(delta = .5, power = .8, type = "paired") gives 33.4 pairs, type =
/// "two.sample" 63.8 in each group; pi / 3 as many for ranks.
TEST(Plan, NeedsAsManyPeopleAsRSays) {
  Plan plan = read(staged_plan()).value();
  EXPECT_EQ(needed(plan).people, 34);
  plan.primary.test = trial::Test::wilcoxon;
  EXPECT_EQ(needed(plan).people, 36);
  plan.primary.test = trial::Test::welch_t;
  plan.arms.at(0).talks.pop_back();
  plan.arms.at(1).talks.pop_back();
  EXPECT_EQ(needed(plan).compared, 64);
  EXPECT_EQ(needed(plan).people, 128);
}

TEST(Plan, DoubtsAreTold) {
  Plan plan = read(staged_plan()).value();
  plan.sample.people = 20;
  plan.raters = 1;
  plan.arms.pop_back();
  EXPECT_EQ(doubts(plan).size(), 4U);
}

/// sha256sum of "abc", FIPS 180-2 B.1.
TEST(Plan, FingerprintIsThatOfSha256sum) {
  EXPECT_EQ(fingerprint("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Plan, ShippedOneStands) {
  const std::string file = std::string(ATTUNE_ROOT) + "/content/trials/help-that-stays.yaml";
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  const Known known = staged_known();
  const auto plan = parse_plan(text.str(), file, &known);
  ASSERT_TRUE(plan) << plan.error().message;
  EXPECT_LE(needed(*plan).people, plan->sample.people);
  EXPECT_THAT(doubts(*plan), IsEmpty());
}

}  // namespace
}  // namespace attune::trial
