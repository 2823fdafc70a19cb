// What every client must hold before anybody practices with them: facts, secrets, role, risk.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/graph.h"
#include "client/dynamics.h"
#include "coach/check.h"
#include "coach/written.h"
#include "conversation/event_json.h"
#include "study/principle.h"
#include "study/talk.h"

namespace attune {
namespace {

using conversation::Event;
using conversation::RiskLevel;
using conversation::Said;
using conversation::Speaker;
using conversation::Turn;

constexpr std::size_t kProbesATalk = 10;
constexpr double kAskedWell =
    0.1;  // a layer comes so much earlier when asked well: docs/formats/case.md

cli::Graph& graph() {
  static auto built = cli::build_graph();
  return *built;
}

/// Says the same lines in every talk.
class Lines : public study::Supporter {
 public:
  explicit Lines(std::vector<std::string> lines) : lines_(std::move(lines)) {}
  std::string say(const conversation::Observed&, conversation::TurnNumber turn) override {
    return lines_[static_cast<std::size_t>(turn - 1) % lines_.size()];
  }

 private:
  std::vector<std::string> lines_;
};

std::vector<Event> talk(session::Desk& desk, const std::vector<std::string>& lines,
                        std::uint64_t seed) {
  Lines supporter(lines);
  return study::hold_talk(desk, supporter, {seed, static_cast<int>(lines.size())}).value();
}

std::vector<std::string> probes() {
  std::ifstream file(std::filesystem::path(ATTUNE_ROOT) / "tests" / "data" / "probes.txt");
  std::vector<std::string> all;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') all.push_back(line);
  return all;
}

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// All that the client said, in lower case.
std::string words_of(const std::vector<Event>& log) {
  std::string words;
  for (const Event& event : log)
    if (const auto* said = std::get_if<Said>(&event.body); said && said->speaker == Speaker::client)
      words += lowered(said->text) + '\n';
  return words;
}

/// What came out that was not due, in words for the one who reads the failure.
std::string leak(const client::Case& person, const std::vector<Event>& log) {
  double trust = person.start.trust;
  std::set<std::string> out;
  for (const Event& event : log) {
    if (const auto* moved = std::get_if<conversation::Moved>(&event.body))
      trust = moved->state.trust;
    if (const auto* told = std::get_if<conversation::Disclosed>(&event.body)) {
      out.insert(told->layer);
      if (trust < std::min(person.layer(told->layer)->trust, person.risk.trust) - kAskedWell)
        return "layer " + told->layer + " at trust " + std::to_string(trust);
    }
    const auto* said = std::get_if<Said>(&event.body);
    if (said == nullptr || said->speaker != Speaker::client) continue;
    for (const std::string& id : said->lines) {
      const client::Line* line = person.line(id);
      if (line == nullptr || line->layer.empty() || line->intent == "dodge") continue;
      if (!out.contains(line->layer)) return "a line of layer " + line->layer + ": " + said->text;
    }
  }
  return "";
}

std::string in_words(int age) {
  static const char* const kSmall[] = {"zero",    "one",     "two",       "three",    "four",
                                       "five",    "six",     "seven",     "eight",    "nine",
                                       "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static const char* const kTens[] = {"",      "",      "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (age < 20) return kSmall[age];
  return std::string(kTens[age / 10]) + (age % 10 != 0 ? std::string("-") + kSmall[age % 10] : "");
}

class Client : public testing::TestWithParam<std::string> {
 protected:
  session::Desk& desk() { return *graph().desks.at(GetParam()); }
  const client::Case& person() { return desk().person; }
};

TEST_P(Client, KeepsToNameAndAge) {
  std::string words;
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    words += words_of(talk(desk(), {"What's your name?", "How old are you?"}, seed));
  EXPECT_THAT(words, testing::HasSubstr(lowered(person().name)));
  EXPECT_THAT(words, testing::AnyOf(testing::HasSubstr(std::to_string(person().age)),
                                    testing::HasSubstr(in_words(person().age))));
}

TEST_P(Client, KeepsSecretsUnderFiftyProbes) {
  const auto all = probes();
  ASSERT_EQ(all.size(), 50U);
  for (std::size_t first = 0; first < all.size(); first += kProbesATalk) {
    const std::vector<std::string> some(
        all.begin() + static_cast<std::ptrdiff_t>(first),
        all.begin() + static_cast<std::ptrdiff_t>(first + kProbesATalk));
    EXPECT_EQ(leak(person(), talk(desk(), some, first + 1)), "") << "probes from " << some.front();
  }
  for (const std::string& probe : all)
    EXPECT_EQ(leak(person(), talk(desk(), {probe}, 1)), "") << probe;
}

TEST_P(Client, KeepsSecretsFromEveryHabitUntilTheirTrust) {
  for (const study::Habit habit : study::kHabits)
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto supporter = study::make_supporter(habit, desk().coach, seed);
      EXPECT_EQ(leak(person(), study::hold_talk(desk(), *supporter, {seed, 20}).value()), "")
          << name(habit);
    }
}

TEST_P(Client, StaysInRole) {
  for (const std::string& probe : probes()) {
    const std::string words = words_of(talk(desk(), {probe}, 2));
    for (const char* strange :
         {"language model", "as an ai", "i am an ai", "i'm an ai", "system prompt",
          "my instructions", "simulat", "character sheet", "case file", "yaml"})
      EXPECT_THAT(words, testing::Not(testing::HasSubstr(strange))) << probe;
  }
}

TEST_P(Client, SaysHowThingsStandSoThatItCanBeRead) {
  const Turn ask{Speaker::supporter, "Are you having thoughts of suicide?"};
  int said = 0, any = 0, moderate = 0;
  std::string unread;
  for (const client::Line& line : person().lines) {
    if (line.intent != "risk_true") continue;
    std::string text;
    for (const std::string& bubble : line.bubbles) text += (text.empty() ? "" : "\n") + bubble;
    const auto reading = graph().reader->read({Speaker::client, text}, std::span(&ask, 1));
    const RiskLevel read = reading.risk ? reading.risk->level : RiskLevel::none;
    ++said;
    any += read >= RiskLevel::low ? 1 : 0;
    moderate += read >= RiskLevel::moderate ? 1 : 0;
    unread += "  " + text + "\n";
  }
  const std::string& level = person().risk.level;
  if (level == "none") {
    EXPECT_LE(2 * moderate, said) << unread;
  } else if (level == "low") {
    EXPECT_GE(2 * any, said) << unread;
  } else {
    EXPECT_GE(2 * moderate, said) << unread;
  }
}

TEST_P(Client, FollowsWhatExpertsSaidOfTheirReplies) {
  for (const client::Principle& principle : person().principles)
    EXPECT_EQ(study::complaint(principle, study::replay(desk(), principle).value()), "");
}

TEST_P(Client, SaysWhetherTheyHurtThemselvesWhenAsked) {
  std::set<std::string> about_it;
  for (const client::Topic& topic : person().topics)
    for (const std::string_view asked : topic.asked)
      if (asked.find("hurt") != std::string::npos || asked.find("harm") != std::string::npos)
        about_it.insert(topic.id);
  EXPECT_THAT(about_it, testing::Contains("self-harm"));
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto events =
        talk(desk(), {"Thanks for writing.", "Have you been hurting yourself on purpose?"}, seed);
    std::set<std::string> topics;
    for (const Event& event : events)
      if (const auto* said = std::get_if<Said>(&event.body); said && said->turn == 2)
        for (const std::string& id : said->lines)
          topics.insert(std::ranges::find(person().lines, id, &client::Line::id)->topic);
    EXPECT_TRUE(std::ranges::any_of(topics, [&](const auto& id) { return about_it.contains(id); }))
        << words_of(events);
  }
}

TEST_P(Client, IsMovedByWordsAloneNotByWhoTheyAre) {
  client::Case other = person();
  other.name = "Somebody";
  other.age = 99;
  other.place = "Elsewhere";
  other.pronouns = {{"subject", "they"}, {"object", "them"}, {"possessive", "their"}};
  const auto dynamics = client::load_dynamics(graph().places.content / "dynamics.yaml");
  const client::Mind mind(other, *dynamics, *graph().meaning);
  for (const study::Habit habit : {study::Habit::good, study::Habit::lecturer}) {
    const auto supporter = study::make_supporter(habit, desk().coach, 5);
    client::Standing mine = client::begin(person()), theirs = client::begin(other);
    std::vector<Turn> before;
    const auto log = study::hold_talk(desk(), *supporter, {5, 10}).value();
    for (const Event& event : log) {
      const auto* said = std::get_if<Said>(&event.body);
      if (said == nullptr) continue;
      const Turn turn{said->speaker, said->text};
      if (said->speaker == Speaker::supporter) {
        const client::Heard heard{said->turn, turn.text, graph().reader->read(turn, before),
                                  language::fit(turn, before, *graph().meaning)};
        std::string a, b;
        for (const auto& body : desk().mind.hear(mine, heard, 5)) {
          a += conversation::to_json({1, {}, body});
          mine = client::fold(std::move(mine), {1, {}, body});
        }
        for (const auto& body : mind.hear(theirs, heard, 5)) {
          b += conversation::to_json({1, {}, body});
          theirs = client::fold(std::move(theirs), {1, {}, body});
        }
        EXPECT_EQ(a, b);
      }
      before.push_back(turn);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Every, Client, testing::ValuesIn(graph().order), [](const auto& about) {
  std::string id = about.param;
  std::ranges::replace(id, '-', '_');
  return id;
});

std::vector<coach::Written::For> written() {
  return coach::Written::load(std::filesystem::path(ATTUNE_ROOT) / "content" / "ideas")
      .value()
      .all();
}

std::string in_one_line(const client::Line& line) {
  std::string text;
  for (const std::string& bubble : line.bubbles) text += (text.empty() ? "" : " / ") + bubble;
  return text;
}

TEST(Ideas, AreForWhatTheClientSays) {
  std::map<std::string, std::set<std::string>> said;
  for (const auto& [id, desk] : graph().desks)
    for (const client::Line& line : desk->person.lines)
      said[desk->person.name].insert(in_one_line(line));
  for (const auto& one : written())
    EXPECT_TRUE(said[one.client].contains(one.line)) << one.client << ": " << one.line;
}

/// The reader takes some kind replies for advice, and learns anew now and then.
constexpr double kMostRefused = 0.05;

TEST(Ideas, PassTheCheckBeforeShowing) {
  std::size_t cards = 0, refused = 0;
  for (const auto& one : written()) {
    std::string text = one.line;
    for (std::size_t at; (at = text.find(" / ")) != text.npos;) text.replace(at, 3, "\n");
    conversation::Observed observed{.client_name = one.client};
    observed.lines.push_back({0, {Speaker::client, text}, {}});
    if (!graph().coach->takes_others(observed)) continue;
    const coach::Check check(*graph().reader, {{Speaker::client, text}}, false);
    for (const auto& card : one.cards) {
      ++cards;
      if (check.passes(card.text)) continue;
      ++refused;
      std::printf("turned down: %s: %s\n", one.client.c_str(), card.text.c_str());
    }
  }
  ASSERT_GT(cards, 0U);
  EXPECT_LE(static_cast<double>(refused), kMostRefused * static_cast<double>(cards));
}

int asking_about_suicide(const conversation::Suggested& offered) {
  int asking = 0;
  for (const auto& card : offered.cards) {
    const auto reading = graph().reader->read({Speaker::supporter, card.text}, {});
    asking += reading.asks && reading.asks->about_suicide ? 1 : 0;
  }
  return asking;
}

TEST(Ideas, AllAskWhenRiskIsDueAndNoneOnceItWasAnswered) {
  conversation::Observed due{.client_name = "Hidayah"};
  due.lines.push_back({0,
                       {Speaker::client,
                        "There's a thought I'm ashamed of. I wish it were over. I think it while "
                        "I'm brushing Mak's hair, even."},
                       {}});
  conversation::Observed answered{.client_name = "Adaeze"};
  answered.lines.push_back(
      {1, {Speaker::supporter, "Are you thinking about killing yourself?"}, {}});
  answered.lines.push_back(
      {1, {Speaker::client, "Ah, I don't want to die, no. I just want JAMB to finish."}, {}});
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    EXPECT_EQ(asking_about_suicide(graph().coach->suggest(due, seed)), 3) << seed;
    EXPECT_EQ(asking_about_suicide(graph().coach->suggest(answered, seed)), 0) << seed;
  }
}

}  // namespace
}  // namespace attune
