#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "conversation/event_json.h"
#include "fakes/stage.h"
#include "study/bulk.h"

namespace attune::study {
namespace {

using namespace conversation;

using fakes::Stage;

class Study : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  session::Desk& desk() { return stage_->desk; }

  std::vector<Event> talk(Habit habit, std::uint64_t seed = 1, int turns = 12) {
    const auto supporter = make_supporter(habit, *stage_->coach, seed);
    return hold_talk(desk(), *supporter, {seed, turns}).value();
  }

  static std::vector<std::string> said(const std::vector<Event>& log, Speaker speaker) {
    std::vector<std::string> all;
    for (const Event& event : log)
      if (const auto* one = std::get_if<Said>(&event.body); one && one->speaker == speaker)
        all.push_back(one->text);
    return all;
  }

  static State last_state(const std::vector<Event>& log) {
    State state;
    for (const Event& event : log)
      if (const auto* moved = std::get_if<Moved>(&event.body)) state = moved->state;
    return state;
  }

  std::string lines(const Bulk& bulk) {
    std::string all;
    const auto held = hold_talks(
        {&desk()}, bulk,
        [&](const std::string& more) -> base::Result<void> {
          all += more;
          return {};
        },
        [](int) {});
    EXPECT_TRUE(held);
    return all;
  }

 private:
  static inline Stage* stage_ = nullptr;
};

TEST_F(Study, EveryHabitHoldsATalkUntilItsEnd) {
  for (const Habit habit : kHabits) {
    const auto log = talk(habit);
    const bool left = std::holds_alternative<Closed>(log.back().body);
    EXPECT_TRUE(left || said(log, Speaker::supporter).size() == 12) << name(habit);
    for (const std::string& text : said(log, Speaker::supporter)) EXPECT_FALSE(text.empty());
  }
}

TEST_F(Study, GoodSupportersRepeatNothing) {
  const auto all = said(talk(Habit::good), Speaker::supporter);
  EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
}

TEST_F(Study, TheMissIsOwnedByOneAndNotByTheOther) {
  const auto owning = [&](Habit habit) {
    const auto all = said(talk(habit), Speaker::supporter);
    return std::ranges::count_if(
        all, [](const std::string& text) { return text.find("I'm sorry, that was me") == 0; });
  };
  EXPECT_EQ(owning(Habit::mends), 1);
  EXPECT_EQ(owning(Habit::unmended), 0);
}

TEST_F(Study, LecturesEarnLessTrustThanListening) {
  EXPECT_LT(last_state(talk(Habit::lecturer)).trust, last_state(talk(Habit::good)).trust);
}

TEST_F(Study, AParrotGivesTheClientsWordsBack) {
  const auto log = talk(Habit::parrot, 1, 1);
  std::string opening = said(log, Speaker::client).front();
  std::ranges::replace(opening, '\n', ' ');
  EXPECT_EQ(said(log, Speaker::supporter).front(), "It sounds like " + opening);
}

TEST_F(Study, ManyTalksAreTheSameOnAnyNumberOfThreads) {
  const std::string one = lines({.sessions = 12, .turns = 4, .seed = 7, .threads = 1});
  EXPECT_EQ(one, lines({.sessions = 12, .turns = 4, .seed = 7, .threads = 3}));
  EXPECT_NE(one, lines({.sessions = 12, .turns = 4, .seed = 8, .threads = 1}));
  EXPECT_EQ(one.find("{\"session\":\"simulated-7\",\"habit\":\"good\",\"event\":{"), 0U);
}

TEST_F(Study, WhatCannotBeWrittenStopsTheTalks) {
  int taken = 0;
  const auto held = hold_talks(
      {&desk()}, {.sessions = 50, .turns = 2, .seed = 1, .threads = 2},
      [&](const std::string&) -> base::Result<void> {
        ++taken;
        return base::fail(base::Code::unavailable, "the disk is full");
      },
      [](int) {});
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().message, "the disk is full");
  EXPECT_EQ(taken, 1);
}

}  // namespace
}  // namespace attune::study
