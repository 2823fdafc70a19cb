#include "progress/record.h"

#include <sstream>

#include <gtest/gtest.h>

#include "conversation/without_words.h"
#include "progress/staged_records.h"

namespace attune::progress {
namespace {

using namespace conversation;
using std::chrono::seconds;

/// A log written by hand, a second between events.
class Log {
 public:
  Log() { write(Opened{.case_id = "dark"}); }

  Log& client(const std::string& words) {
    return write(Said{.turn = turn_, .speaker = Speaker::client, .text = words});
  }
  /// A reply, and how it reads.
  Log& reply(const std::string& words, std::vector<Skill> skills, int takes_up = 0,
             const Asks& asks = {}) {
    Reading reading;
    reading.skills = SkillReading{MainSkill::other, std::move(skills), {}};
    reading.empathy = EmpathyReading{{0, takes_up, 0}, {}};
    reading.asks = asks;
    return read_as(words, reading);
  }
  Log& read_as(const std::string& words, const Reading& reading) {
    write(Said{.turn = ++turn_, .text = words, .adopted = adopted_});
    adopted_.clear();
    return write(Read{turn_, Speaker::supporter, reading}).client("Mm.");
  }
  Log& offers(const std::string& text) {
    return write(Suggested{turn_, {{.kind = "support", .text = text}}});
  }
  Log& adopts() {
    adopted_ = "support";
    return write(Adopted{turn_, "support"});
  }
  Log& cue(const std::string& id, CueChange change) {
    return write(CueMoved{.turn = turn_, .cue = id, .change = change});
  }
  Log& moves(double trust, double guard) {
    Moved moved{.turn = turn_};
    moved.state.trust = trust;
    moved.state.guard = guard;
    return write(moved);
  }
  Log& goodbye(const std::string& ending) {
    return write(Intended{.turn = turn_, .intent = Intent::close, .ending = ending});
  }
  Log& write(Body body) {
    now_ += seconds(1);
    events_.push_back({static_cast<Sequence>(events_.size()) + 1, now_, std::move(body)});
    return *this;
  }
  [[nodiscard]] Record ends(Ending how = Ending::now) {
    write(Closed{how});
    return *record(SessionId("a"), events_, staged_people().at("dark"));
  }
  [[nodiscard]] const std::vector<Event>& events() const { return events_; }

 private:
  std::vector<Event> events_;
  base::Instant now_{};
  TurnNumber turn_ = 0;
  std::string adopted_;
};

void expect_tally(const Record& record, Ability ability, int hits, int of) {
  EXPECT_EQ(record.of(ability).hits, hits) << name(ability);
  EXPECT_EQ(record.of(ability).of, of) << name(ability);
}

TEST(Record, CountsRepliesByWhatTheyDo) {
  Log log;
  log.client("Hi.");
  log.reply("What happened?", {Skill::open_question});
  log.reply("So he left, and you blame yourself. Is it so?",
            {Skill::complex_reflection, Skill::closed_question}, 2);
  log.reply("You are tired.", {Skill::simple_reflection}, 1);
  log.reply("Go for a walk.", {Skill::advise_without_permission});
  const Record record = log.ends();
  expect_tally(record, Ability::reflections, 2, 4);
  expect_tally(record, Ability::complex_reflections, 1, 2);
  expect_tally(record, Ability::open_questions, 1, 2);
  expect_tally(record, Ability::takes_up, 2, 4);
  expect_tally(record, Ability::no_unasked_advice, 3, 4);
  EXPECT_EQ(record.turns, 4);
}

std::string figures(const Record& record) {
  std::ostringstream all;
  for (const Tally& tally : record.tallies) all << tally.hits << '/' << tally.of << ' ';
  const Use& use = record.use;
  all << record.turns << ' ' << record.went_well << ' ' << use.offered << ' ' << use.adopted << ' '
      << use.edited << ' ' << use.ignored << ' ' << use.share << ' ' << use.distance.value_or(-1)
      << ' ' << use.decide.value_or(std::chrono::milliseconds(-1)).count();
  return all.str();
}

TEST(Record, IsTheSameOnceTheWordsAreErased) {
  Log log;
  log.client("Hi.").cue("ring", CueChange::opened).offers("That hurts.").adopts();
  log.reply("That hurts!", {Skill::complex_reflection}, 2).cue("ring", CueChange::caught);
  log.offers("What was it like?").adopts();
  log.reply("What was it like, then?", {Skill::open_question}, 1);
  log.offers("You did what you could.");
  log.reply("you did what you could", {Skill::affirm});  // typed, and still the idea's words
  log.offers("Tell me more.");
  log.reply("Are you thinking of suicide?", {Skill::closed_question}, 0, {.about_suicide = true});
  const Record before = log.moves(0.5, 0.1).ends();

  const std::vector<Event> erased = without_words(log.events());
  EXPECT_NE(rounds(erased)[1].distance, 0);
  const auto after = record(SessionId("a"), erased, staged_people().at("dark"));
  EXPECT_EQ(figures(*after), figures(before));
  EXPECT_EQ(before.use.adopted, 2);
  EXPECT_EQ(before.use.edited, 1);
  EXPECT_EQ(before.use.ignored, 1);
}

TEST(Record, LeavesOutReadingsThatAbstain) {
  Reading unsure;
  unsure.skills = SkillReading{MainSkill::other, {Skill::closed_question}, {}};
  unsure.empathy = EmpathyReading{{0, 2, 0}, {}};
  unsure.abstains = {"skills", "empathy"};
  Log log;
  const Record record = log.client("Hi.").read_as("Mhm?", unsure).ends();
  for (const Tally& tally : record.tallies) EXPECT_EQ(tally.of, 0);
}

TEST(Record, AnIdeaSentAsItStoodCountsForNothing) {
  Log log;
  log.client("Hi.").offers("That hurts.").adopts();
  log.reply("That hurts!", {Skill::complex_reflection}, 2).cue("ring", CueChange::caught);
  log.offers("That hurts.").adopts();
  log.reply("That hurts, still, after all.", {Skill::complex_reflection}, 2);
  const Record record = log.ends();
  expect_tally(record, Ability::complex_reflections, 1, 1);
  expect_tally(record, Ability::takes_up, 1, 1);
  expect_tally(record, Ability::cues_caught, 0, 0);
}

TEST(Record, AskingAboutSafetyIsNoClosedQuestion) {
  Log log;
  log.client("Hi.").reply("Are you safe tonight?", {Skill::closed_question}, 0,
                          {.about_safety = true});
  expect_tally(log.ends(), Ability::open_questions, 0, 0);
}

TEST(Record, CountsCuesButSubtleWithdrawnAndTooLateOnes) {
  Log log;
  log.client("Hi.").cue("ring", CueChange::opened).cue("lamp", CueChange::opened);
  log.reply("Mm.", {}).cue("ring", CueChange::caught).cue("lamp", CueChange::missed);
  log.cue("song", CueChange::opened).cue("night", CueChange::opened);
  log.reply("Mm.", {}).cue("night", CueChange::missed).cue("song", CueChange::withdrawn);
  expect_tally(Log(log).ends(), Ability::cues_caught, 1, 2);
  log.cue("song", CueChange::opened).cue("song", CueChange::missed);
  Log last;
  last.client("Hi.").reply("Mm.", {}).cue("ring", CueChange::opened);
  last.cue("ring", CueChange::missed);
  expect_tally(last.ends(), Ability::cues_caught, 0, 0);
}

TEST(Record, RiskIsDueOnceACueOfItShowed) {
  Log log;
  log.client("Hi.").cue("night", CueChange::opened).reply("Mm.", {});
  expect_tally(Log(log).ends(), Ability::risk_asked, 0, 1);
  Log asked(log), led(log), borrowed(log);
  asked.reply("Do you think of suicide?", {}, 0, {.about_suicide = true});
  expect_tally(asked.ends(), Ability::risk_asked, 1, 1);
  led.reply("You don't think of it, do you?", {}, 0, {.about_suicide = true, .leading = true});
  expect_tally(led.ends(), Ability::risk_asked, 0, 1);
  borrowed.offers("Do you think of suicide?").adopts();
  borrowed.reply("Do you think of suicide?", {}, 0, {.about_suicide = true});
  expect_tally(Log(borrowed).ends(), Ability::risk_asked, 0, 0);
  borrowed.reply("Have you thought of ending it?", {}, 0, {.about_suicide = true});
  expect_tally(borrowed.ends(), Ability::risk_asked, 1, 1);
  Log never;
  expect_tally(never.client("Hi.").reply("Mm.", {}).ends(), Ability::risk_asked, 0, 0);
}

TEST(Record, TellsHowIdeasWereUsed) {
  Log log;
  log.client("Hi.").offers("One two three four.").adopts().reply("One two three four.", {});
  log.offers("One two three four.").adopts().reply("One two five six.", {});
  log.offers("One two three four.").reply("Something of my own.", {});
  log.reply("And more.", {});
  const Use use = log.ends().use;
  EXPECT_EQ(use.offered, 3);
  EXPECT_EQ(use.adopted, 1);
  EXPECT_EQ(use.edited, 1);
  EXPECT_EQ(use.ignored, 1);
  // Distances 0 and 2/4; of four turns (1 - 0) + (1 - 0.5).
  EXPECT_DOUBLE_EQ(*use.distance, 0.25);
  EXPECT_DOUBLE_EQ(use.share, 1.5 / 4);
  EXPECT_EQ(*use.decide, seconds(1));
}

TEST(Record, WentWellByTheClientsGoodbyeOrElseByTrust) {
  Log log;
  log.client("Hi.").reply("Mm.", {}).moves(0.6, 0.3);
  EXPECT_TRUE(Log(log).ends().went_well);
  EXPECT_FALSE(Log(log).goodbye("half").ends(Ending::goodbye).went_well);
  EXPECT_FALSE(Log(log).ends(Ending::left).went_well);
  EXPECT_FALSE(Log(log).moves(0.3, 0.3).ends().went_well);
  EXPECT_TRUE(Log(log).moves(0.3, 0.3).goodbye("well").ends(Ending::goodbye).went_well);
}

TEST(Record, AnOpenTalkHasNone) {
  Log log;
  log.client("Hi.").reply("Mm.", {});
  EXPECT_FALSE(record(SessionId("a"), log.events(), nullptr));
}

TEST(Record, BranchesAndShortTalksDoNotCount) {
  Log log;
  log.client("Hi.").reply("A.", {}).reply("B.", {});
  EXPECT_FALSE(Log(log).ends().counts());
  log.reply("C.", {});
  EXPECT_TRUE(Log(log).ends().counts());
  log.write(Opened{.case_id = "dark", .branch_of = SessionId("b")});
  EXPECT_FALSE(log.ends().counts());
}

TEST(Record, WithoutItsCaseATalkStillShowsReplies) {
  Log log;
  log.client("Hi.").cue("ring", CueChange::opened).reply("You are tired.", {}, 1);
  log.cue("ring", CueChange::missed).write(Closed{});
  const auto record = progress::record(SessionId("a"), log.events(), nullptr);
  expect_tally(*record, Ability::takes_up, 1, 1);
  expect_tally(*record, Ability::cues_caught, 0, 0);
}

}  // namespace
}  // namespace attune::progress
