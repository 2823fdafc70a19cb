#include <gmock/gmock.h>

#include "fakes/memory_log.h"
#include "progress/abilities.h"
#include "progress/archive.h"
#include "progress/exposure.h"
#include "progress/fading.h"
#include "progress/next.h"
#include "progress/staged_records.h"
#include "progress/trend.h"

namespace attune::progress {
namespace {

using conversation::Ending;
using conversation::Preferences;
using std::chrono::hours;

std::vector<Record> talks(const std::vector<Tally>& takes_up) {
  std::vector<Record> records;
  for (const Tally& tally : takes_up)
    records.push_back(
        talk_with("calm", static_cast<int>(records.size()) * 30, {{Ability::takes_up, tally}}));
  return records;
}

TEST(Abilities, FewTalksGetWilsonsIntervalOfAllTurns) {
  const auto courses = abilities(talks({{4, 5}, {3, 5}}));
  ASSERT_EQ(courses.size(), 1U);
  EXPECT_EQ(courses[0].ability, Ability::takes_up);
  EXPECT_EQ(courses[0].basis, AbilityCourse::Basis::turns);
  EXPECT_DOUBLE_EQ(courses[0].value, 0.7);
  // 7 of 10: (0.7 + 3.84146 / 20) / 1.384146 = 0.64449 for the middle, and to each side
  // 1.95996 / 1.384146 * sqrt(0.21 / 10 + 3.84146 / 400) = 0.24772.
  EXPECT_NEAR(courses[0].low, 0.39677, 2e-5);
  EXPECT_NEAR(courses[0].high, 0.89221, 2e-5);
  EXPECT_EQ(courses[0].n, 10);
  EXPECT_DOUBLE_EQ(courses[0].talks[1].value, 0.6);
}

TEST(Abilities, TalksThatDifferWidenTheInterval) {
  // Three talks of all and three of none: of six draws the share of "all" is k/6 with the chance
  // C(6, k) / 64. P(k = 0) = 0.0156 is less than 0.025 and P(k <= 1) = 0.109 is more: 1/6 to 5/6.
  const auto apart = abilities(talks({{50, 50}, {0, 50}, {50, 50}, {0, 50}, {50, 50}, {0, 50}}));
  EXPECT_EQ(apart[0].basis, AbilityCourse::Basis::talks);
  EXPECT_NEAR(apart[0].low, 1.0 / 6, 1e-12);
  EXPECT_NEAR(apart[0].high, 5.0 / 6, 1e-12);
}

TEST(Abilities, TalksAllAlikeDoNotNarrowItToAPoint) {
  const auto alike = abilities(talks({{5, 5}, {5, 5}, {5, 5}, {5, 5}, {5, 5}}));
  EXPECT_EQ(alike[0].basis, AbilityCourse::Basis::talks);
  EXPECT_DOUBLE_EQ(alike[0].high, 1);
  EXPECT_LT(alike[0].low, 0.9);
}

TEST(Abilities, BranchesShortTalksAndTalksThatShowNothingAreLeftOut) {
  auto records = talks({{5, 5}, {0, 5}, {0, 5}, {0, 0}});
  records[1].branch = true;
  records[2].turns = 2;
  const auto courses = abilities(records);
  EXPECT_EQ(courses[0].talks.size(), 1U);
  EXPECT_DOUBLE_EQ(courses[0].value, 1);
  EXPECT_TRUE(abilities({}).empty());
}

std::vector<Record> shares(const std::vector<double>& values) {
  std::vector<Record> records;
  for (const double share : values) {
    records.push_back(talk_with("calm", static_cast<int>(records.size()) * 30));
    records.back().use.share = share;
  }
  return records;
}

TEST(Trends, ComparesTheLaterHalfWithTheEarlier) {
  EXPECT_EQ(trend(shares({0.5, 0.4, 0.2})), Trend::unknown);
  EXPECT_EQ(trend(shares({0.5, 0.5, 0.3, 0.2})), Trend::less);
  EXPECT_EQ(trend(shares({0.1, 0.2, 0.9, 0.3, 0.4})), Trend::more);
  EXPECT_EQ(trend(shares({0.3, 0.3, 0.35, 0.3})), Trend::same);
  EXPECT_EQ(trend(shares({0, 0.01, 0, 0})), Trend::none);
}

TEST(Trends, TalksWithoutSuggestionsSayNothing) {
  auto records = shares({0.5, 0.5, 0, 0});
  records[2].help = records[3].help = Help::off;
  EXPECT_EQ(trend(records), Trend::unknown);
}

/// Talks in which everything looked at goes as well as `share` says.
std::vector<Record> skilled(int count, double share) {
  const int hits = static_cast<int>(share * 20);
  std::vector<Record> records;
  for (int i = 0; i < count; ++i)
    records.push_back(talk_with("calm", i * 30,
                                {{Ability::reflections, {hits, 20}},
                                 {Ability::takes_up, {hits, 20}},
                                 {Ability::no_unasked_advice, {hits, 20}},
                                 {Ability::cues_caught, {hits, 20}}}));
  return records;
}

TEST(FadingHelp, GoesFromAlwaysToOnRequestToOffAndBack) {
  EXPECT_EQ(fading({}).level, Help::always);
  EXPECT_EQ(fading(skilled(2, 0.2)).reason, Fading::Reason::learning);
  EXPECT_EQ(fading(skilled(2, 0.55)).level, Help::on_request);
  auto records = skilled(4, 0.9);
  EXPECT_EQ(fading(records).level, Help::off);
  EXPECT_TRUE(fading(records).without_help_next);
  EXPECT_EQ(fading(records).next(), Help::off);
  for (Record& worse : skilled(4, 0.2)) records.push_back(worse);
  EXPECT_EQ(fading(records).level, Help::always);
}

TEST(FadingHelp, WithLittleKnownOfOnesOwnWordsItStays) {
  EXPECT_EQ(fading(skilled(1, 0.9)).reason, Fading::Reason::first);
  EXPECT_EQ(fading(talks({{3, 3}, {3, 3}})).reason, Fading::Reason::first);
}

TEST(FadingHelp, NamesWhatHasTheMostRoom) {
  auto records = skilled(2, 0.9);
  for (Record& record : records)
    record.tallies[static_cast<std::size_t>(Ability::takes_up)] = {2, 20};
  EXPECT_EQ(fading(records).least, Ability::takes_up);
  EXPECT_EQ(fading(records).level, Help::on_request);
  EXPECT_FALSE(fading(skilled(4, 0.9)).least);
}

TEST(FadingHelp, EveryFourthTalkIsWithout) {
  EXPECT_FALSE(fading(skilled(2, 0.2)).without_help_next);
  auto records = skilled(3, 0.2);
  EXPECT_TRUE(fading(records).scheduled);
  EXPECT_EQ(fading(records).next(), Help::off);
  records[1].help = Help::off;
  EXPECT_FALSE(fading(records).without_help_next);
  EXPECT_EQ(fading(records).next(), Help::always);
}

std::optional<Next> next_after(const std::vector<Record>& records, std::vector<Theme> avoid = {},
                               int at = 1000) {
  const Preferences preferences{.avoid = std::move(avoid)};
  return next({records, staged_people(), preferences, hour(at)});
}

TEST(NextClient, IsAnEasyOneAtFirst) {
  const auto first = next_after({});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->person->card.difficulty, 1);
  EXPECT_EQ(first->reason, Next::Reason::first);
}

TEST(NextClient, IsNotTheOneJustMet) {
  EXPECT_EQ(next_after({talk_with("gentle", 0)})->person->id, "calm");
  EXPECT_EQ(next_after({talk_with("calm", 0)})->person->id, "gentle");
}

TEST(NextClient, IsAStepAboveWhatWentWellAndNoMore) {
  auto records = std::vector{talk_with("gentle", 0), talk_with("gentle", 30)};
  EXPECT_EQ(next_after(records)->person->id, "calm");
  records[0].went_well = true;
  const auto step = next_after(records);
  EXPECT_EQ(step->person->id, "dark");  // middling trains waiting, which gentle did
  EXPECT_EQ(step->reason, Next::Reason::step);
  EXPECT_EQ(step->trains, "asking plainly about suicide");
}

TEST(NextClient, WhoHasMetEverybodyWithinReachGoesOn) {
  auto records = std::vector{talk_with("calm", 0), talk_with("gentle", 30), talk_with("calm", 60)};
  const auto on = next_after(records);
  EXPECT_EQ(on->person->id, "dark");
  EXPECT_EQ(on->reason, Next::Reason::least);  // nothing went well, and we do not say so
  records.pop_back();
  records[0].case_id = "gentle";
  EXPECT_EQ(next_after(records)->person->id, "calm");
}

TEST(NextClient, LeavesOutWhatIsAvoided) {
  auto records = std::vector{talk_with("calm", 0), talk_with("gentle", 30)};
  records[0].went_well = true;
  EXPECT_EQ(next_after(records, {Theme::suicide})->person->id, "middling");
  const std::vector<Theme> all{Theme::suicide, Theme::grief, Theme::exams, Theme::family,
                               Theme::breakup};
  EXPECT_FALSE(next_after(records, all));
}

TEST(NextClient, IsNobodyHeavyRightAfterAHeavyTalk) {
  auto records = std::vector{talk_with("calm", 0), talk_with("middling", 90)};
  records[0].went_well = true;
  EXPECT_EQ(next_after(records)->person->id, "dark");
  records[1].ending = Ending::stop;
  const auto lighter = next_after(records, {}, 92);
  EXPECT_NE(lighter->person->id, "dark");
  EXPECT_EQ(lighter->reason, Next::Reason::lighter);
  EXPECT_EQ(next_after(records, {}, 92 + 24)->person->id, "dark");
}

Exposure after(const std::vector<Record>& records, int at) {
  return exposure(records, staged_people(), hour(at));
}

TEST(ExposureBudget, ChecksInAfterAHeavyTalk) {
  EXPECT_EQ(after({}, 0).state, Exposure::State::fine);
  EXPECT_EQ(after({talk_with("gentle", 0)}, 2).state, Exposure::State::fine);
  const auto dark = std::vector{talk_with("dark", 0)};
  EXPECT_EQ(after(dark, 2).state, Exposure::State::check_in);
  EXPECT_EQ(after(dark, 2).until, hour(1 + 12));
  EXPECT_EQ(after(dark, 13).state, Exposure::State::fine);
}

TEST(ExposureBudget, CoolsDownAfterTwoWithinADay) {
  const auto close = std::vector{talk_with("dark", 0), talk_with("dark", 20)};
  EXPECT_EQ(after(close, 22).state, Exposure::State::cool_down);
  EXPECT_EQ(after(close, 22).until, hour(21 + 8));
  EXPECT_EQ(after(close, 29).state, Exposure::State::check_in);
  const auto apart = std::vector{talk_with("dark", 0), talk_with("dark", 30)};
  EXPECT_EQ(after(apart, 32).state, Exposure::State::check_in);
}

TEST(ExposureBudget, ATalkThatWasStoppedIsHeavyHoweverShort) {
  auto stopped = std::vector{talk_with("gentle", 0)};
  stopped[0].ending = Ending::stop;
  stopped[0].turns = 1;
  EXPECT_EQ(after(stopped, 2).state, Exposure::State::check_in);
  auto branch = std::vector{talk_with("dark", 0)};
  branch[0].branch = true;
  EXPECT_EQ(after(branch, 2).state, Exposure::State::fine);
}

TEST(ExposureBudget, IsSpentByRiskOrByThemes) {
  client::Case person;
  for (const Theme theme :
       {Theme::suicide, Theme::self_harm, Theme::abuse, Theme::psychosis, Theme::trauma}) {
    person.card.themes = {Theme::family, theme};
    EXPECT_TRUE(is_heavy(person)) << name(theme);
  }
  person.card.themes = {Theme::grief};
  EXPECT_FALSE(is_heavy(person));
  person.card.themes = {Theme::suicide};  // to be asked about, and not so
  person.risk.level = "none";
  EXPECT_FALSE(is_heavy(person));
  person.risk.level = "moderate";
  EXPECT_TRUE(is_heavy(person));
}

class ArchiveTest : public testing::Test {
 protected:
  void append(const std::string& id, std::vector<conversation::Body> bodies) {
    std::vector<conversation::Event> events;
    for (conversation::Body& body : bodies)
      events.push_back({++last_[id], hour(last_[id]), std::move(body)});
    log_.append(conversation::SessionId(id), std::move(events),
                [](const base::Result<void>& done) { ASSERT_TRUE(done); });
  }
  std::vector<Record> read(const std::string& owner = "") {
    return archive_.read(log_, staged_people(), owner).value();
  }

  fakes::MemoryLog log_;
  Archive archive_;
  std::map<std::string, int> last_;
};

TEST_F(ArchiveTest, HoldsClosedTalksOldestFirst) {
  append("open", {conversation::Opened{.case_id = "calm"}});
  append("first", {conversation::Opened{.case_id = "calm"}, conversation::Closed{}});
  EXPECT_EQ(read().size(), 1U);
  append("open", {conversation::Said{.turn = 1, .text = "Hi."}, conversation::Closed{}});
  ASSERT_EQ(read().size(), 2U);
  EXPECT_EQ(read()[1].session.text(), "open");
  EXPECT_EQ(read()[1].turns, 1);
  EXPECT_EQ(read()[0].session.text(), "first");
}

TEST_F(ArchiveTest, TellsPeopleApart) {
  append("a", {conversation::Opened{.case_id = "calm", .owner = "anna"}, conversation::Closed{}});
  append("b", {conversation::Opened{.case_id = "calm", .owner = "ben"}, conversation::Closed{}});
  ASSERT_EQ(read("anna").size(), 1U);
  ASSERT_EQ(read("ben").size(), 1U);
  EXPECT_EQ(read("anna").front().session.text(), "a");
  EXPECT_EQ(read("ben").front().session.text(), "b");
  EXPECT_TRUE(read().empty());
}

TEST_F(ArchiveTest, ForgetsWhatWasDeletedAndReadsAgainWhatChanged) {
  append("a", {conversation::Opened{.case_id = "calm"}, conversation::Closed{}});
  ASSERT_EQ(read().size(), 1U);
  append("a", {conversation::Rated{.rater = "self", .instrument = "self"}});
  EXPECT_EQ(read().size(), 1U);
  ASSERT_TRUE(log_.erase(conversation::SessionId("a")));
  EXPECT_TRUE(read().empty());
}

}  // namespace
}  // namespace attune::progress
