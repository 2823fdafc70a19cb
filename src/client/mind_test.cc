#include "client/mind.h"

#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/draw.h"
#include "fakes/harbor_pilot.h"

namespace attune::client {
namespace {

using conversation::Body;
using conversation::CueChange;
using conversation::CueMoved;
using conversation::Intended;
using conversation::Intent;
using conversation::Moved;
using language::Fit;

using fakes::asks_directly;
using fakes::harbor_pilot;
using fakes::met;
using fakes::Talk;
using fakes::with;

const std::string kRoot = ATTUNE_ROOT;

/// Says `fit` in talks of many seeds until one of them means `intent`.
bool reaches(Intent intent, const std::function<void(Talk&)>& play) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Talk talk(harbor_pilot(), seed);
    for (int turn = 0; turn < 20; ++turn) {
      play(talk);
      if (talk.intended().intent == intent) return true;
    }
  }
  return false;
}

TEST(Mind, BeingMetRaisesTrustAndEasesTheGuard) {
  Talk talk(harbor_pilot());
  talk.say(met());
  EXPECT_GT(talk.standing.state.trust, 0.25);
  EXPECT_LT(talk.standing.state.guard, 0.5);
}

/// Of trust, from one turn; `reflection` is the reader's score of one.
double gained(const Fit& fit, double reflection = 0) {
  Talk talk(harbor_pilot());
  Heard heard;
  heard.turn = 1;
  heard.text = "mm, right";
  heard.fit = fit;
  auto& scores = heard.reading.skills.emplace().scores;
  scores[static_cast<std::size_t>(conversation::Skill::complex_reflection)] = reflection;
  return talk.mind().follow(talk.standing, heard).state.trust - talk.standing.state.trust;
}

TEST(Mind, WhatIsSaidBackMeetsMoreThanAQuestion) {
  const Fit taken_up = with(&Fit::content, 0.3);
  EXPECT_GT(gained(taken_up, 0.9), gained(taken_up) + 0.01);
  EXPECT_GT(gained(taken_up, 0.9), gained(with(&Fit::follows, 1)) + 0.01);
  EXPECT_EQ(gained({}, 0.9), gained({})) << "nothing of theirs is in it";
}

TEST(Mind, WhatIsSaidBackIsNoPressure) {
  const Fit pressing = with(&Fit::pressure, 0.6);
  EXPECT_GT(gained(pressing, 0.9), gained(pressing) + 0.01);
}

TEST(Mind, WordsFromAnotherTalkMeetNobodyUnlessTheyNameAFeelingThatFits) {
  Fit fit = with(&Fit::follows, 1);
  const double own = gained(fit);
  fit.foreign = 1;
  EXPECT_GT(own, 0.01);
  EXPECT_EQ(gained(fit), 0);
  fit.feeling = 1;
  EXPECT_GT(gained(fit), own);
}

TEST(Mind, EveryHarmCostsTrust) {
  for (double Fit::*harm : {&Fit::pressure, &Fit::lecture, &Fit::minimizes, &Fit::judges,
                            &Fit::unanswered, &Fit::off_topic, &Fit::parrot, &Fit::repeated}) {
    Talk talk(harbor_pilot());
    talk.say(with(harm, 0.8));
    EXPECT_LT(talk.standing.state.trust, 0.25);
    EXPECT_GT(talk.standing.state.guard, 0.5);
  }
}

TEST(Mind, TheSameEventsComeOfTheSameSeedAndOthersOfAnother) {
  const auto run = [](std::uint64_t seed) {
    Talk talk(harbor_pilot(), seed);
    std::string story;
    for (int turn = 0; turn < 12; ++turn) {
      talk.say(met());
      story += std::string(name(talk.intended().intent)) + talk.intended().cue + " " +
               std::to_string(talk.standing.state.distress) + " ";
    }
    return story;
  };
  EXPECT_EQ(run(7), run(7));
  EXPECT_NE(run(7), run(8));
}

TEST(Mind, StateAndMemoryAreRoundedSoThatTheLogKeepsThem) {
  Talk talk(harbor_pilot());
  talk.say(met());
  const auto& moved = std::get<Moved>(talk.bodies.front());
  const auto four = [](double value) { return std::round(value * 1e4) / 1e4; };
  EXPECT_EQ(moved.state.trust, four(moved.state.trust));
  for (const auto& [name, value] : moved.memory) EXPECT_EQ(value, four(value)) << name;
}

TEST(Mind, EventsComeInTheirOrder) {
  Talk talk(harbor_pilot());
  for (int turn = 0; turn < 15; ++turn) {
    talk.say(met());
    ASSERT_TRUE(std::holds_alternative<Moved>(talk.bodies.front()));
    ASSERT_TRUE(std::holds_alternative<Intended>(talk.bodies.back()));
  }
}

TEST(Mind, ATechniqueRepeatedBringsLessEachTime) {
  Talk varied(harbor_pilot()), same(harbor_pilot());
  Heard heard;
  heard.fit = met();
  heard.reading.skills.emplace();
  double first = 0, last = 0;
  Standing standing = same.standing;
  for (int turn = 1; turn <= 6; ++turn) {
    heard.turn = turn;
    heard.reading.skills->main = conversation::MainSkill::question;
    const Moved moved = same.mind().follow(standing, heard);
    const double share = (moved.state.trust - standing.state.trust) / (1 - standing.state.trust);
    if (turn == 1) first = share;
    last = share;
    standing = fold(standing, {0, {}, moved});
  }
  EXPECT_LT(last, 0.8 * first);
}

TEST(Mind, AskedAboutSuicideAThirdTimeNothingMoreIsGained) {
  Talk talk(harbor_pilot());
  const auto gained = [&] {
    const double before = talk.standing.state.trust;
    talk.say({}, "Are you thinking about suicide?", asks_directly());
    return talk.standing.state.trust - before;
  };
  EXPECT_GT(gained(), 0.01);
  EXPECT_GT(gained(), 0.01);
  EXPECT_EQ(gained(), 0);
}

TEST(Mind, ADirectQuestionMeetsMoreOfOneWhoHasListened) {
  const auto gained = [](int listened) {
    Talk talk(harbor_pilot());
    for (int turn = 0; turn < listened; ++turn) talk.say(met());
    const double before = talk.standing.state.trust;
    talk.say({}, "Are you thinking about suicide?", asks_directly());
    return (talk.standing.state.trust - before) / (1 - before);
  };
  EXPECT_GT(gained(0), 0);
  EXPECT_GT(gained(3), 2 * gained(0));
}

TEST(Mind, TheirOwnWordsGivenBackWearUntilSomethingIsAdded) {
  const auto after = [](double bare, double last) {
    Talk talk(harbor_pilot());
    Fit fit = met();
    fit.bare = bare;
    for (int turn = 0; turn < 4; ++turn) talk.say(fit);
    fit.bare = last;
    talk.say(fit);
    const double before = talk.standing.state.trust;
    talk.say(fit);
    return (talk.standing.state.trust - before) / (1 - before);
  };
  EXPECT_LT(after(1, 1), 0.1 * after(0, 0));
  EXPECT_GT(after(1, 0), after(1, 1)) << "one that adds something eases it";
}

TEST(Mind, WordsThatWouldFitAnyoneRingHollowInARow) {
  const auto after = [](double Fit::*words, int times) {
    Talk talk(harbor_pilot());
    Fit fit = met();
    fit.*words = 1;
    for (int turn = 0; turn < times; ++turn) talk.say(fit);
    const double before = talk.standing.state.trust;
    talk.say(fit);
    return (talk.standing.state.trust - before) / (1 - before);
  };
  for (const auto words : {&Fit::autonomy, &Fit::owns_miss}) {
    EXPECT_GT(after(words, 0), 0.01) << "said once, it is heard";
    EXPECT_LT(after(words, 4), 0) << "an apology where nothing is owed, each time their choice";
  }
}

TEST(Mind, OwningAMissWinsBackMostOfWhatItCost) {
  Talk talk(harbor_pilot());
  talk.say(with(&Fit::minimizes, 0.8));
  const double cost = 0.25 - talk.standing.state.trust;
  talk.say(with(&Fit::owns_miss, 0.8));
  const double won = talk.standing.state.trust - (0.25 - cost);
  EXPECT_GT(won, 0.5 * cost);
  EXPECT_EQ(talk.intended().intent, Intent::forgive);
}

TEST(Mind, OwningAndMeetingCanWinBackMore) {
  Talk talk(harbor_pilot());
  talk.say(with(&Fit::minimizes, 0.8));
  Fit mending = met();
  mending.owns_miss = 0.8;
  talk.say(mending);
  EXPECT_GT(talk.standing.state.trust, 0.25);
}

TEST(Mind, AnApologyForNothingIsNotForgiven) {
  Talk talk(harbor_pilot());
  talk.say(with(&Fit::owns_miss, 0.8));
  EXPECT_NE(talk.intended().intent, Intent::forgive);
}

TEST(Mind, AWarmDirectQuestionNeverHarms) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Case person = harbor_pilot();
    const auto any = [&](const char* what) {
      return std::round(base::draw(seed, 1, what) * 100) / 100;
    };
    person.start.trust = any("trust");
    person.start.guard = any("guard");
    person.start.distress = any("distress");
    person.traits = {any("a"), any("b"), any("c"), any("d"), any("e"), any("f")};
    Talk talk(person, seed);
    Fit fit;
    fit.pressure = any("pressure");
    fit.unanswered = any("unanswered");
    fit.off_topic = any("off topic");
    fit.repeated = any("repeated");
    fit.lecture = any("lecture");
    for (int turn = 0; turn < 4; ++turn) {
      const auto before = talk.standing.state;
      talk.say(fit, "Are you thinking about suicide?", asks_directly());
      EXPECT_GE(talk.standing.state.trust, before.trust);
      EXPECT_LE(talk.standing.state.guard, before.guard);
      EXPECT_LE(talk.standing.state.distress, before.distress);
      EXPECT_EQ(talk.intended().intent, Intent::answer_risk);
    }
  }
}

TEST(Mind, TheTruthComesAtTheCasesTrust) {
  Talk wary(harbor_pilot());
  wary.say({}, "Are you thinking of suicide?", asks_directly());
  EXPECT_EQ(wary.intended().risk, "guarded");
  Case trusting = harbor_pilot();
  trusting.start.trust = 0.45;
  Talk talk(trusting);
  talk.say({}, "Are you thinking of suicide?", asks_directly());
  EXPECT_EQ(talk.intended().risk, "true");
  EXPECT_TRUE(talk.standing.disclosed.contains("dark"));
}

TEST(Mind, ALeadingQuestionIsLed) {
  Talk talk(harbor_pilot());
  conversation::Asks asks = asks_directly();
  asks.leading = true;
  talk.say({}, "You're not thinking of suicide, are you?", asks);
  EXPECT_EQ(talk.intended().risk, "led");
}

TEST(Mind, AfterTheTruthPlanSafetyAndReasonsAreAnswered) {
  Case person = harbor_pilot();
  person.start.trust = 0.6;
  Talk talk(person);
  talk.say({}, "Are you thinking of suicide?", asks_directly());
  conversation::Asks safety;
  safety.about_safety = true;
  talk.say({}, "Have you made a plan?", safety);
  EXPECT_EQ(talk.intended().risk, "plan");
  talk.say({}, "Are you safe tonight?", safety);
  EXPECT_EQ(talk.intended().risk, "safe");
  talk.say({}, "What stops you from suicide?", asks_directly());
  EXPECT_EQ(talk.intended().risk, "reason");
  talk.say({}, "So, suicide?", asks_directly());
  EXPECT_EQ(talk.intended().risk, "told");
}

TEST(Mind, SuicideNamedAsAStatementGetsTheAnswerToAQuestion) {
  Case person = harbor_pilot();
  person.start.trust = 0.9;
  Talk talk(person);
  talk.say(with(&Fit::names_suicide, 1), "It sounds like you want to end your life.",
           conversation::Asks{});
  EXPECT_EQ(talk.intended().risk, "true");
}

TEST(Mind, AskingAgainKindlyMakesItEasierToSay) {
  Case person = harbor_pilot();
  person.start.trust = 0.31;
  Talk talk(person);
  talk.say({}, "Are you thinking of suicide?", asks_directly());
  EXPECT_EQ(talk.intended().risk, "guarded");
  talk.say({}, "I ask again: suicide?", asks_directly());
  EXPECT_EQ(talk.intended().risk, "true");
}

TEST(Mind, LayersComeInOrderAndNoneBelowItsTrust) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Case person = harbor_pilot();
    Talk talk(person, seed);
    std::size_t out = 0;
    for (int turn = 0; turn < 16; ++turn) {
      talk.say(met());
      if (talk.intended().intent != Intent::disclose) continue;
      ASSERT_EQ(talk.intended().layer, person.layers[out].id);
      EXPECT_GE(talk.standing.state.trust, person.layers[out++].trust - 0.1);
    }
    EXPECT_GE(out, 3U) << seed;
  }
}

TEST(Mind, AskedAboutAHiddenMatterTheClientMaySayIt) {
  Case person = harbor_pilot();
  person.start.trust = 0.4;
  Talk talk(person);
  talk.say(met(), "Do you have a brother?");
  EXPECT_EQ(talk.intended().intent, Intent::disclose);
  EXPECT_EQ(talk.intended().layer, "brother");
}

TEST(Mind, ALecturerHearsOneLayerAndLosesTheClient) {
  int left = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Talk talk(harbor_pilot(), seed);
    Fit fit = with(&Fit::lecture, 0.7);
    fit.pressure = 0.6;
    for (int turn = 0; turn < 14 && talk.standing.state.phase != conversation::Phase::closing;
         ++turn)
      talk.say(fit);
    EXPECT_LE(talk.standing.disclosed.size(), 1U);
    left += talk.standing.state.phase == conversation::Phase::closing &&
            talk.intended().ending == "leave";
  }
  EXPECT_EQ(left, 20);
}

TEST(Mind, GoodbyeEndsByHowItWent) {
  Talk well(harbor_pilot()), badly(harbor_pilot());
  for (int turn = 0; turn < 10; ++turn) well.say(met());
  for (int turn = 0; turn < 3; ++turn) badly.say(with(&Fit::judges, 0.6));
  well.say(with(&Fit::goodbye, 1));
  badly.say(with(&Fit::goodbye, 1));
  EXPECT_EQ(well.intended().intent, Intent::close);
  EXPECT_EQ(well.intended().ending, "well");
  EXPECT_EQ(badly.intended().ending, "badly");
  Talk brief(harbor_pilot());
  brief.say(with(&Fit::goodbye, 1));
  EXPECT_EQ(brief.intended().ending, "half");
}

TEST(Mind, ALongTalkWindsUp) {
  Talk talk(harbor_pilot());
  int turns = 0;
  while (turns < 40 && (turns == 0 || talk.intended().intent != Intent::close)) {
    talk.say(met());
    ++turns;
  }
  EXPECT_GE(turns, 24);
  EXPECT_LE(turns, 30);
}

TEST(Mind, ACueNamedIsCaughtAndOneLeftLyingIsMissedAtTheEnd) {
  Talk talk(harbor_pilot());
  Standing& standing = talk.standing;
  standing.cues = {{"rope", 0, 1, false, false}, {"bell", 0, 1, false, false}};
  talk.say({}, "You miss the bell.");
  EXPECT_TRUE(talk.changed(CueChange::caught));
  const auto missed = talk.end();
  ASSERT_GE(missed.size(), 1U);
  EXPECT_EQ(std::get<CueMoved>(missed.front()).cue, "rope");
  EXPECT_EQ(std::get<CueMoved>(missed.front()).change, CueChange::missed);
}

TEST(Mind, PressingRightAfterAHintDoesNotTakeItUp) {
  Talk asking(harbor_pilot()), pressing(harbor_pilot());
  Fit fit = met();
  for (Talk* talk : {&asking, &pressing}) {
    talk->standing.cues = {{"rope", 0, 1, false, false}};
    talk->say(fit, "Say a little more about that?");
    fit.pressure = 0.6;
  }
  EXPECT_TRUE(asking.changed(CueChange::caught));
  EXPECT_FALSE(pressing.changed(CueChange::caught));
}

TEST(Mind, TakingTheHeaviestExcusesTheRestForTwoTurns) {
  Talk heavy(harbor_pilot()), light(harbor_pilot());
  for (Talk* talk : {&heavy, &light})
    talk->standing.cues = {{"rope", 0, 1, false, false}, {"bell", 0, 1, false, false}};
  heavy.say({}, "you miss the bell");
  light.say({}, "the rope troubles you");
  EXPECT_EQ(heavy.standing.memory["excused_until"], 3);
  EXPECT_EQ(light.standing.memory.count("excused_until"), 0U);
}

TEST(Mind, ACueTakenUpOnlyAfterItsWindowIsLate) {
  Talk talk(harbor_pilot());
  talk.standing.cues = {{"bell", 1, 1, false, false}};
  talk.standing.turn = 6;
  talk.say({}, "you miss the bell");
  const auto& moved = std::get<CueMoved>(talk.bodies[1]);
  EXPECT_TRUE(moved.late);
  EXPECT_EQ(moved.how, "named");
  EXPECT_GE(moved.probability, 0.5);
}

TEST(Mind, KnowinglyHoldingACueCatchesIt) {
  Talk talk(harbor_pilot());
  talk.standing.cues = {{"bell", 0, 1, false, false}};
  talk.say({}, "I want to come back to what you said in a moment.");
  EXPECT_EQ(std::get<CueMoved>(talk.bodies[1]).how, "held");
}

TEST(Mind, JokedBackAtAHintIsWithdrawnAndIsNoMiss) {
  Talk talk(harbor_pilot());
  talk.standing.cues = {{"bell", 0, 1, false, false}};
  talk.say(with(&Fit::content, 0.8), "haha same here");
  EXPECT_EQ(talk.intended().intent, Intent::withdraw);
  EXPECT_TRUE(talk.changed(CueChange::withdrawn));
  EXPECT_TRUE(talk.end().empty());
}

TEST(Mind, AskingAboutSuicideTakesUpARiskCue) {
  Talk talk(harbor_pilot());
  talk.standing.cues = {{"tide", 0, 1, false, false}};
  talk.say({}, "Are you thinking of suicide?", asks_directly());
  EXPECT_TRUE(talk.changed(CueChange::caught));
}

TEST(Mind, AtMostOneCueATurnAndNeverTwoTurnsRunning) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Talk talk(harbor_pilot(), seed);
    int last = -2;
    for (int turn = 1; turn < 18; ++turn) {
      talk.say(met());
      if (talk.intended().cue.empty()) continue;
      EXPECT_GE(turn - last, 2);
      last = turn;
    }
    EXPECT_GE(talk.standing.cues.size(), 2U) << seed;
  }
}

TEST(Mind, ATrapIsMetOrFed) {
  for (const auto& [text, is_met] : {std::pair{"What have you already tried?", true},
                                     std::pair{"You should sell the boat.", false}}) {
    Talk talk(harbor_pilot());
    talk.standing.open_trap = "what-now";
    talk.say({}, text);
    EXPECT_EQ(talk.intended().intent, Intent::react);
    EXPECT_EQ(talk.intended().met, is_met);
  }
}

TEST(Mind, AdviceAskedForIsNoFault) {
  Talk asked(harbor_pilot()), unasked(harbor_pilot());
  Fit fit = with(&Fit::pressure, 0.6);
  unasked.say(fit);
  fit.permission = 1;
  asked.say(fit);
  EXPECT_EQ(asked.standing.state.trust, 0.25);
  EXPECT_EQ(unasked.intended().intent, Intent::resist);
}

TEST(Mind, OneSilenceIsFine) {
  Talk talk(harbor_pilot());
  talk.say({}, "...");
  EXPECT_EQ(talk.standing.state.trust, 0.25);
  talk.say({}, "...");
  EXPECT_LT(talk.standing.state.trust, 0.25);
}

TEST(Mind, AStepWorkedOutTogetherAfterExploringRaisesHope) {
  Talk talk(harbor_pilot());
  for (int turn = 0; turn < 9; ++turn) talk.say(met());
  const double hope = talk.standing.state.hope;
  talk.say(with(&Fit::together, 0.8));
  EXPECT_EQ(talk.intended().intent, Intent::step);
  EXPECT_GT(talk.standing.state.hope, hope + 0.05);
  EXPECT_EQ(talk.standing.state.phase, conversation::Phase::looking_ahead);
}

TEST(Mind, AboutHalfOfSoundTalksEndWithLittleRelief) {
  int little = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Talk talk(harbor_pilot(), seed);
    for (int turn = 0; turn < 14; ++turn) talk.say(met());
    little += talk.standing.state.distress > 0.5;
  }
  EXPECT_GT(little, 60);
  EXPECT_LT(little, 140);
}

TEST(Mind, DemographicsDoNotEnter) {
  Case other = harbor_pilot();
  other.age = 80;
  other.name = "Someone";
  other.place = "Elsewhere";
  Talk one(harbor_pilot(), 3), two(other, 3);
  for (int turn = 0; turn < 10; ++turn) {
    one.say(met());
    two.say(met());
    EXPECT_EQ(one.standing.state.trust, two.standing.state.trust);
    EXPECT_EQ(one.intended().intent, two.intended().intent);
  }
}

TEST(Mind, OwningAMissIsNeverAWound) {
  Talk talk(harbor_pilot());
  talk.say(with(&Fit::pressure, 0.8));
  const double before = talk.standing.state.trust;
  Fit owning = with(&Fit::owns_miss, 0.6);
  owning.judges = 0.6;
  talk.say(owning, "Sorry, that was a stupid thing to say.");
  EXPECT_EQ(talk.intended().intent, Intent::forgive);
  EXPECT_GT(talk.standing.state.trust, before);
}

TEST(Mind, NoSecretIsToldInAnswerToSmallTalk) {
  Talk chatting(harbor_pilot()), meeting(harbor_pilot());
  for (Talk* talk : {&chatting, &meeting}) talk->standing.state.trust = 0.6;
  chatting.say(with(&Fit::content, 0.1), "What colors do you like?");
  meeting.say(met(), "It has been lonely on the water.");
  EXPECT_NE(chatting.intended().intent, Intent::disclose);
  EXPECT_EQ(meeting.intended().intent, Intent::disclose);
}

TEST(Mind, APlainQuestionGetsItsAnswerBeforeWhatTheClientHasToTell) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Talk talk(harbor_pilot(), seed);
    talk.standing.state.trust = 0.6;
    Fit plain = met();
    plain.narrow = 1;
    for (int turn = 1; turn <= 4; ++turn) {
      talk.say(plain, "Which harbor is that, and what do you like about it?");
      EXPECT_NE(talk.intended().intent, Intent::disclose) << seed << " " << turn;
      EXPECT_TRUE(talk.intended().cue.empty()) << seed << " " << turn;
    }
    talk.say(plain, "Which harbor is that, and what do you like about it?");
    EXPECT_EQ(talk.intended().intent, Intent::disclose) << "not for ever; " << seed;
  }
}

TEST(Mind, WhatIsAskedOnIsToldBeforeAnotherMatter) {
  Fit on = met();
  on.asks_on = 1;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Talk talk(harbor_pilot(), seed);
    talk.standing.state.trust = 0.6;
    talk.say(on, "What happened then?");
    EXPECT_EQ(talk.intended().intent, Intent::disclose) << "nothing was told before; " << seed;
    for (int turn = 1; turn <= 4; ++turn) {
      talk.say(on, "And what happened then?");
      EXPECT_NE(talk.intended().intent, Intent::disclose) << seed << " " << turn;
      EXPECT_TRUE(talk.intended().cue.empty()) << seed << " " << turn;
    }
  }
}

TEST(Mind, EveryIntentIsReached) {
  const auto always = [](const Fit& fit) { return [fit](Talk& talk) { talk.say(fit); }; };
  for (const Intent intent : {Intent::stay, Intent::disclose, Intent::hint, Intent::soften})
    EXPECT_TRUE(reaches(intent, always(met()))) << name(intent);
  EXPECT_TRUE(reaches(Intent::ask, always(with(&Fit::content, 0.7))));
  EXPECT_FALSE(reaches(Intent::ask, always(met()))) << "a feeling just heard is not tested";
  EXPECT_TRUE(reaches(Intent::resist, always(with(&Fit::pressure, 0.6))));
  EXPECT_TRUE(reaches(Intent::flinch, always(with(&Fit::minimizes, 0.6))));
  EXPECT_TRUE(reaches(Intent::test, always(with(&Fit::content, 0.02))));
  EXPECT_TRUE(reaches(Intent::escalate, always(with(&Fit::off_topic, 0.8))));
  EXPECT_TRUE(reaches(Intent::silent, [](Talk& talk) { talk.say({}, "..."); }));
  EXPECT_TRUE(reaches(Intent::withdraw, [](Talk& talk) { talk.say({}, "lol ok"); }));
  EXPECT_TRUE(reaches(Intent::close, always(with(&Fit::judges, 0.9))));
  Talk talk(harbor_pilot());
  EXPECT_EQ(std::get<Intended>(talk.mind().begin(1).back()).intent, Intent::open);
}

TEST(Mind, FollowingATranscriptGivesStateAlone) {
  Talk talk(harbor_pilot());
  Heard heard;
  heard.turn = 1;
  heard.fit = met();
  const Moved moved = talk.mind().follow(talk.standing, heard);
  EXPECT_GT(moved.state.trust, 0.25);
  EXPECT_EQ(moved.turn, 1);
}

TEST(Dynamics, EveryCoefficientHasASourceOrTheFileIsRefused) {
  EXPECT_TRUE(load_dynamics(kRoot + "/content/dynamics.yaml"));
  EXPECT_EQ(load_dynamics(kRoot + "/nowhere.yaml").error().code, base::Code::not_found);
}

TEST(Dynamics, TheDocumentNamesEveryCoefficientWithItsValue) {
  std::ifstream file(kRoot + "/docs/models/mind.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  for (const auto& [name, value] : fakes::dynamics().coefficients) {
    const std::string row = "| `" + name + "` | ";
    const auto at = page.find(row);
    ASSERT_NE(at, std::string::npos) << name;
    EXPECT_EQ(std::stod(page.substr(at + row.size(), 16)), value) << name;
  }
}

}  // namespace
}  // namespace attune::client
