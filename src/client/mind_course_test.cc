// The hard courses a talk can take, each reached by what a supporter says.
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "fakes/harbor_pilot.h"

namespace attune::client {
namespace {

using conversation::Intent;
using conversation::Phase;
using fakes::harbor_pilot;
using fakes::met;
using fakes::Talk;
using fakes::with;
using language::Fit;

constexpr int kSeeds = 60;
constexpr int kTurns = 24;

/// In how many of 60 talks, of 24 turns at most, `holds` after one of them.
int talks_where(const std::function<void(Talk&)>& play,
                const std::function<bool(const Talk&)>& holds, const Case& person) {
  int reached = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    Talk talk(person, seed);
    for (int turn = 0; turn < kTurns; ++turn) {
      play(talk);
      if (holds(talk)) {
        ++reached;
        break;
      }
      if (talk.intended().intent == Intent::close) break;
    }
  }
  return reached;
}

std::function<bool(const Talk&)> means(Intent intent) {
  return [intent](const Talk& talk) { return talk.intended().intent == intent; };
}

bool leaves(const Talk& talk) {
  return talk.intended().intent == Intent::close && talk.intended().ending == "leave";
}

Case with_traits(double reactance, double guardedness, double patience) {
  Case person = harbor_pilot();
  person.traits.reactance = reactance;
  person.traits.guardedness = guardedness;
  person.traits.patience = patience;
  return person;
}

/// Takes nothing up: something of the supporter's own matter each time.
void passes_by(Talk& talk) {
  talk.say(with(&Fit::off_topic, 0.4), "Right. The weather has been something here.");
}

TEST(MindCourse, PressureMeetsResistanceFromEveryClient) {
  const auto press = [](Talk& talk) { talk.say(with(&Fit::pressure, 0.8), "You have to stop."); };
  EXPECT_EQ(talks_where(press, means(Intent::resist), harbor_pilot()), kSeeds);
}

TEST(MindCourse, TheReactantHoldOutMoreAgainstTheSamePressure) {
  Talk calm(with_traits(0, 0.5, 0.5)), reactant(with_traits(1, 0.5, 0.5));
  for (Talk* talk : {&calm, &reactant})
    for (int turn = 0; turn < 3; ++turn) talk->say(with(&Fit::pressure, 0.6), "You must stop.");
  EXPECT_GT(reactant.standing.state.guard, calm.standing.state.guard + 0.1);
}

TEST(MindCourse, WhoIsLecturedOnAndOnWithdraws) {
  const auto lecture = [](Talk& talk) { talk.say(with(&Fit::lecture, 0.8), "As studies show."); };
  const auto walled = [](const Talk& talk) {
    return talk.standing.state.phase == Phase::withdrawing;
  };
  EXPECT_EQ(talks_where(lecture, walled, harbor_pilot()), kSeeds);
}

TEST(MindCourse, AHintPassedByIsTakenBackMoreOftenByTheGuarded) {
  const int open = talks_where(passes_by, means(Intent::withdraw), with_traits(0.5, 0.1, 0.9));
  const int shut = talks_where(passes_by, means(Intent::withdraw), with_traits(0.5, 0.9, 0.9));
  EXPECT_GT(open, 0);
  EXPECT_GT(shut, open);
}

TEST(MindCourse, TheWaryTestTheirListenerAndTheTrustingDoNot) {
  const auto plod = [](Talk& talk) { talk.say(with(&Fit::content, 0.05)); };
  Case trusting = harbor_pilot();
  trusting.start.trust = 0.6;
  trusting.start.guard = 0.2;
  EXPECT_GT(talks_where(plod, means(Intent::test), harbor_pilot()), kSeeds / 2);
  EXPECT_EQ(talks_where(plod, means(Intent::test), trusting), 0);
}

TEST(MindCourse, ReliefThatCameEarlyIsLostAgain) {
  int relapsed = 0;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    Talk talk(harbor_pilot(), seed);
    const double start = talk.standing.state.distress;
    for (int turn = 0; turn < 6; ++turn) talk.say(met());
    const double eased = talk.standing.state.distress;
    for (int turn = 0; turn < 4; ++turn)
      talk.say(with(&Fit::minimizes, 0.8), "It isn't that bad, really.");
    relapsed += eased < start - 0.02 && talk.standing.state.distress >= start ? 1 : 0;
  }
  EXPECT_GT(relapsed, kSeeds / 4);
}

TEST(MindCourse, BehindAHighWallTheClientFallsSilent) {
  const auto judge = [](Talk& talk) { talk.say(with(&Fit::judges, 0.5), "Well, that was weak."); };
  const auto ignore = [](Talk& talk) { talk.say({}, "ok"); };
  Case walled = harbor_pilot();
  walled.start.guard = 0.85;
  EXPECT_GT(talks_where(ignore, means(Intent::silent), walled), kSeeds / 2);
  EXPECT_EQ(talks_where([](Talk& talk) { talk.say(met()); }, means(Intent::silent), walled), 0);
  EXPECT_GT(talks_where(judge, leaves, walled), kSeeds / 2);
}

TEST(MindCourse, TheWaryWhoseHintsAreAllPassedByLeaveBeforeTheEnd) {
  Case wary = with_traits(0.5, 0.5, 0.1);
  wary.start.guard = 0.7;
  const auto turns_away = [](Talk& talk) {
    talk.say(with(&Fit::off_topic, 1), "Anyway. The weather has been something here.");
  };
  const auto hears = [](Talk& talk) { talk.say(met(), "You miss the bell, and the rope."); };
  EXPECT_GT(talks_where(turns_away, leaves, wary), kSeeds / 2);
  EXPECT_EQ(talks_where(hears, leaves, wary), 0);
}

}  // namespace
}  // namespace attune::client
