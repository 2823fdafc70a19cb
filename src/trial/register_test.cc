#include "trial/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation/memory_journal.h"
#include "fakes/staged_plan.h"

namespace attune::trial {
namespace {

using base::Code;
using testing::HasSubstr;

constexpr const char* kId = "both-orders";
using What = Step::What;

/// A study and its journal; every act goes through both.
class Studying : public testing::Test {
 protected:
  void SetUp() override { take(plan(all_, staged_plan(), known_, "lead")); }

  base::Result<void> act(const base::Result<Entries>& entries) {
    if (!entries) return tl::unexpected(entries.error());
    std::vector<std::string> texts;
    for (const Entry& one : *entries) texts.push_back(to_json(one));
    if (texts.empty()) return {};
    journal_.append(kJournal, texts, base::Instant{}, "").value();
    return fold(all_, journal_.entries(kJournal, all_.last).value());
  }
  void take(const base::Result<Entries>& entries) {
    const auto done = act(entries);
    ASSERT_TRUE(done) << done.error().message;
  }
  void freeze_it(std::uint64_t salt = 5) { take(freeze(all_, kId, salt, "lead")); }
  /// Enrolls somebody who agrees and answers.
  void join(const std::string& account) {
    take(enroll(all_, kId, {{account, "peer"}}, "lead"));
    take(consent(all_, kId, account, true));
    take(answer(all_, kId, account, sheets(), shipped_instruments()));
  }
  void talk(const std::string& account, const std::string& session) {
    take(begin_talk(all_, kId, account, session));
    take(finish_talk(all_, kId, account));
  }
  static std::vector<review::Sheet> sheets(int value = 5) {
    review::Sheet sheet{"self-efficacy", std::nullopt, {}};
    for (const auto& item : shipped_instruments().at("self-efficacy").items)
      sheet.answers[item.id] = value;
    return {sheet};
  }
  const Trial& trial() { return all_.trials.at(kId); }
  What step(const std::string& account) {
    return next_step(trial(), *trial().find(account)).value().what;
  }
  Code refused(const base::Result<Entries>& entries) {
    return entries ? Code::internal : entries.error().code;
  }

  const Known known_ = staged_known();
  conversation::MemoryJournal journal_;
  Register all_;
};

TEST_F(Studying, OnePersonGoesThroughAllSteps) {
  freeze_it();
  take(enroll(all_, kId, {{"ann", "peer"}}, "lead"));
  EXPECT_EQ(step("ann"), What::consent);
  take(consent(all_, kId, "ann", true));
  EXPECT_EQ(step("ann"), What::before);
  EXPECT_EQ(trial().find("ann")->arm, "");
  take(answer(all_, kId, "ann", sheets(), shipped_instruments()));
  EXPECT_NE(trial().find("ann")->arm, "");
  talk("ann", "s1");
  EXPECT_EQ(step("ann"), What::talk);
  talk("ann", "s2");
  EXPECT_EQ(step("ann"), What::after);
  take(answer(all_, kId, "ann", sheets(8), shipped_instruments()));
  EXPECT_EQ(step("ann"), What::done);
  EXPECT_EQ(trial_of(all_, "ann"), &trial());
}

TEST_F(Studying, SurvivesARestartFromItsJournal) {
  freeze_it();
  join("ann");
  talk("ann", "s1");
  Register again;
  ASSERT_TRUE(fold(again, journal_.entries(kJournal, 0).value()));
  const Participant& ann = *again.trials.at(kId).find("ann");
  EXPECT_EQ(ann.arm, trial().find("ann")->arm);
  EXPECT_EQ(ann.talks.at(0).session, "s1");
  EXPECT_TRUE(ann.talks.at(0).done);
  EXPECT_EQ(ann.before->at(0).answers.at("stay"), 5);
  EXPECT_EQ(again.last, all_.last);
}

TEST_F(Studying, FrozenPlanChangesOnlyOpenly) {
  EXPECT_EQ(refused(enroll(all_, kId, {{"ann", ""}}, "lead")), Code::conflict);
  freeze_it();
  join("ann");
  EXPECT_EQ(refused(plan(all_, staged_plan(), known_, "lead")), Code::conflict);
  EXPECT_EQ(refused(freeze(all_, kId, 6, "lead")), Code::conflict);
  const std::string next = "\nedition: 2\nchanges: A plainer question.\n";
  take(plan(all_, staged_plan(next), known_, "lead"));
  ASSERT_EQ(trial().editions.size(), 2U);
  EXPECT_EQ(trial().editions.at(1).enrolled, 1);
  EXPECT_EQ(trial().editions.at(0).hash, fingerprint(staged_plan()));
  EXPECT_EQ(trial().find("ann")->account, "ann");
}

TEST_F(Studying, FrozenDesignStays) {
  freeze_it();
  const auto other = plan(
      all_, staged_plan_with("seed: 7}", "seed: 8}") + "\nedition: 2\nchanges: Another seed.\n",
      known_, "lead");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().message, HasSubstr("stay as they were frozen"));
}

TEST_F(Studying, EveryBlockHoldsEveryArmEquallyOften) {
  freeze_it();
  for (int block = 0; block < 10; ++block) {
    // Sizes are 2 and 4, so after any block the arms are even, and never more than two apart.
    int ahead = 0;
    for (int i = 0; i < 40 * (block + 1); ++i) {
      ahead += arm_at(trial(), "peer", i).id == "ab" ? 1 : -1;
      EXPECT_LE(std::abs(ahead), 2);
    }
  }
}

TEST_F(Studying, PlanAloneForetellsNoArm) {
  freeze_it(5);
  const Trial first = trial();
  Trial second = first;
  second.salt = 6;
  int differ = 0;
  for (int i = 0; i < 100; ++i)
    differ += arm_at(first, "", i).id != arm_at(second, "", i).id ? 1 : 0;
  EXPECT_GT(differ, 20);
}

TEST_F(Studying, GroupsAreDrawnApartWhereThePlanSaysSo) {
  freeze_it();
  EXPECT_EQ(arm_at(trial(), "peer", 3).id, arm_at(trial(), "expert", 3).id);
  Trial apart = trial();
  apart.plan.randomization.by_group = true;
  int differ = 0;
  for (int i = 0; i < 100; ++i)
    differ += arm_at(apart, "peer", i).id != arm_at(apart, "expert", i).id ? 1 : 0;
  EXPECT_GT(differ, 20);
}

TEST_F(Studying, RefusingTakesNoPlaceInABlock) {
  freeze_it();
  join("ann");
  take(enroll(all_, kId, {{"ben", "peer"}}, "lead"));
  take(consent(all_, kId, "ben", false));
  EXPECT_FALSE(next_step(trial(), *trial().find("ben")));
  EXPECT_EQ(trial_of(all_, "ben"), nullptr);
  join("cal");
  EXPECT_EQ(trial().find("cal")->arm, arm_at(trial(), "peer", 1).id);
}

TEST_F(Studying, WhoeverWithdrawsIsAskedNothingAndAnswersGo) {
  freeze_it();
  join("ann");
  take(consent(all_, kId, "ann", false));
  EXPECT_FALSE(next_step(trial(), *trial().find("ann")));
  EXPECT_FALSE(trial().find("ann")->before);
  EXPECT_EQ(trial().find("ann")->answers.size(), 1U);
  EXPECT_EQ(refused(consent(all_, kId, "ann", true)), Code::conflict);
}

TEST_F(Studying, NothingIsTakenOutOfTurn) {
  freeze_it();
  take(enroll(all_, kId, {{"ann", "peer"}}, "lead"));
  EXPECT_EQ(refused(answer(all_, kId, "ann", sheets(), shipped_instruments())), Code::conflict);
  EXPECT_EQ(refused(begin_talk(all_, kId, "ann", "s1")), Code::conflict);
  EXPECT_EQ(refused(consent(all_, kId, "stranger", true)), Code::not_found);
  take(consent(all_, kId, "ann", true));
  EXPECT_EQ(refused(answer(all_, kId, "ann", sheets(11), shipped_instruments())), Code::invalid);
  EXPECT_EQ(refused(answer(all_, kId, "ann", {}, shipped_instruments())), Code::conflict);
}

TEST_F(Studying, TalkThatDidNotComeAboutIsBegunOnceMore) {
  freeze_it();
  join("ann");
  take(begin_talk(all_, kId, "ann", "lost"));
  take(begin_talk(all_, kId, "ann", "s1"));
  take(finish_talk(all_, kId, "ann"));
  ASSERT_EQ(trial().find("ann")->talks.size(), 1U);
  EXPECT_EQ(trial().find("ann")->talks.at(0).session, "s1");
}

TEST_F(Studying, ClosedStudyTakesNothing) {
  freeze_it();
  join("ann");
  take(close(all_, kId, "lead"));
  EXPECT_EQ(step("ann"), What::done);
  EXPECT_EQ(refused(begin_talk(all_, kId, "ann", "s1")), Code::conflict);
  EXPECT_EQ(refused(enroll(all_, kId, {{"ben", ""}}, "lead")), Code::conflict);
  take(consent(all_, kId, "ann", false));
  EXPECT_EQ(trial().find("ann")->standing, Participant::Standing::withdrew);
}

TEST_F(Studying, EntryOfANewerVersionIsNamed) {
  journal_.append(kJournal, {R"({"type":"unheard_of","trial":"both-orders"})"}, base::Instant{}, "")
      .value();
  const auto folded = fold(all_, journal_.entries(kJournal, all_.last).value());
  ASSERT_FALSE(folded);
  EXPECT_THAT(folded.error().message, HasSubstr("entry 2"));
}

}  // namespace
}  // namespace attune::trial
