#include <gtest/gtest.h>

#include "conversation/event_json.h"
#include "conversation/observed.h"
#include "conversation/visible.h"
#include "conversation/without_words.h"

namespace attune::conversation {
namespace {

using std::chrono::milliseconds;

Reading sad() {
  Reading reading;
  reading.emotion.label = Emotion::sadness;
  reading.emotion.labels = {Emotion::sadness};
  reading.emotion.scores[4] = 0.71236;
  reading.valence = -0.4;
  reading.abstains = {"arousal"};
  reading.why = {{"emotion:sadness", 2, 7, 0.5}};
  return reading;
}

Reading supporter_reading() {
  Reading reading = sad();
  reading.skills = SkillReading{MainSkill::question, {Skill::open_question}, {}};
  reading.asks = Asks{true, false, false, true};
  reading.empathy = EmpathyReading{{0, 1, 2}, {0, 0.5, 1}};
  reading.concerns = Concerns{{0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, 0.7};
  return reading;
}

Reading client_reading() {
  Reading reading = sad();
  reading.talk = TalkReading{Talk::sustain, {}, -0.25};
  reading.risk = RiskReading{RiskLevel::moderate, 0.6, {RiskKind::ideation}, {{2, 7}}};
  return reading;
}

Worded stepped_in() {
  return {Worded::By::authored, "default", "m-1", "p-1", {"leak", "role"}, "cut"};
}

std::vector<Body> one_of_each() {
  Moved moved{3, {}, {{"met", 0.02, -0.01}}, {{"streak", 2}}};
  moved.state.phase = Phase::disclosing;
  return {Opened{"hidayah", "00ff", 18446744073709551615ULL, "1", "2", "3", SessionId("a"), 4,
                 Help::always, true},
          Said{1,
               Speaker::supporter,
               "caf\xc3\xa9 \"so\"\n\xf0\x9f\x98\x80",
               "k1",
               "support",
               {},
               {},
               true,
               false},
          Said{1, Speaker::client, "one\ntwo", "", "", {1500, 2000}, {"ab", "cd"}, false, true},
          Said{.turn = 1, .speaker = Speaker::client, .text = "one", .worded = stepped_in()},
          Read{1, Speaker::client, client_reading()},
          Read{1, Speaker::supporter, supporter_reading()},
          moved,
          Intended{2, Intent::close, "l", "c", true, "t", true, "true", "well"},
          CueMoved{2, "c", CueChange::caught, "named", 0.75, true},
          CueMoved{2, "c", CueChange::opened, "", 0, false},
          CueMoved{2, "c", CueChange::withdrawn, "", 0, false},
          CueMoved{2, "c", CueChange::missed, "", 0, false},
          Disclosed{2, "l"},
          Suggested{2, {{"support", "stay", "why", "text", "their words"}}, 3, "m-1"},
          Nudged{2, "advice", "text", "words", 0.75, true},
          Disputed{2, "advice", "reason"},
          Consulted{2},
          Adopted{2, "support"},
          Guessed{2, Emotion::fear},
          Rated{"self", "self", {{"heard", 4}}, 3},
          Paused{},
          Resumed{},
          Unheard{9},
          Closed{Ending::goodbye},
          Erased{}};
}

TEST(EventJson, ComesBackByteForByte) {
  for (const Body& body : one_of_each()) {
    const std::string json = to_json(Event{7, base::Instant(milliseconds(1234)), body});
    const auto back = event_from_json(json);
    ASSERT_TRUE(back.has_value()) << json;
    EXPECT_EQ(back->body.index(), body.index());
    EXPECT_EQ(to_json(*back), json);
  }
}

TEST(EventJson, WritesFourDecimalsAndNoRawControlCharacter) {
  const auto cause = [](double trust, double guard) {
    return to_json(Event{1, {}, Moved{0, {}, {{"met\t\x01\x7f", trust, guard}}, {}}});
  };
  EXPECT_NE(cause(0.30004, -0.01239).find("\"trust\":0.3,\"guard\":-0.0124}"), std::string::npos);
  EXPECT_NE(cause(0.99996, -0.00004).find("\"trust\":1.0,\"guard\":0.0}"), std::string::npos);
  EXPECT_NE(cause(0, 0).find("\"what\":\"met\\t\\u0001\x7f\","), std::string::npos);
}

TEST(EventJson, RefusesWhatItDoesNotKnowWithoutQuotingIt) {
  for (const char* bad : {"", "{", "[]", R"({"seq":1,"at":0,"type":"secret words"})",
                          R"({"seq":"secret words","at":0,"type":"paused"})",
                          R"({"seq":1,"at":0,"type":"said","turn":1,"speaker":"secret words"})"}) {
    const auto event = event_from_json(bad);
    ASSERT_FALSE(event.has_value()) << bad;
    EXPECT_EQ(event.error().code, base::Code::invalid);
    EXPECT_EQ(event.error().message.find("secret"), std::string::npos);
  }
}

TEST(Visible, HidesTheMindUntilTheEnd) {
  for (const Body& body : one_of_each()) {
    const auto shown = visible(Event{1, {}, body}, Role::trainee, false);
    if (!shown) continue;
    std::string json = to_json(*shown);
    // A card's cue is words that stand on the page.
    if (const std::size_t at = json.find(R"(,"cue":"their words")"); at != json.npos)
      json.erase(at, std::string_view(R"(,"cue":"their words")").size());
    for (const char* hidden : {"state", "trust", "guard", "memory", "cue", "layer", "seed", "hash",
                               "intent", "\"lines\"", "exhausted", "trap"}) {
      EXPECT_EQ(json.find(hidden), std::string::npos) << json;
    }
  }
}

TEST(Visible, ShowsHowTheSupportersOwnWordsRead) {
  const Event event{1, {}, Read{1, Speaker::supporter, supporter_reading()}};
  const auto shown = visible(event, Role::trainee, false);
  ASSERT_TRUE(shown.has_value());
  EXPECT_TRUE(std::get<Read>(shown->body).reading.skills.has_value());
  EXPECT_FALSE(std::get<Read>(shown->body).reading.concerns.has_value());
  EXPECT_FALSE(std::get<Read>(shown->body).reading.empathy.has_value());
}

TEST(Visible, ShowsEverythingAfterTheEnd) {
  for (const Body& body : one_of_each()) {
    const Event event{1, {}, body};
    const auto shown = visible(event, Role::trainee, true);
    ASSERT_TRUE(shown.has_value());
    EXPECT_EQ(to_json(*shown), to_json(event));
  }
}

TEST(Visible, WhyWordsWereNotTakenStaysHiddenUntilTheEnd) {
  const Event event{
      1, {}, Said{.turn = 1, .speaker = Speaker::client, .text = "one", .worded = stepped_in()}};
  const auto shown = visible(event, Role::trainee, false);
  ASSERT_TRUE(shown);
  const auto& worded = std::get<Said>(shown->body).worded;
  ASSERT_TRUE(worded);
  EXPECT_EQ(worded->trouble, "cut");
  EXPECT_TRUE(worded->faults.empty());
}

TEST(Observed, HoldsWordsAndReadingsOfTheirTurn) {
  const std::vector<Event> events{
      {1, {}, Said{0, Speaker::client, "hi", "", "", {}, {"x"}, false, false}},
      {2, {}, Read{0, Speaker::client, sad()}},
      {3, {}, Moved{}},
      {4, {}, Said{1, Speaker::supporter, "hello", "k", "", {}, {}, false, false}},
  };
  const Observed observed = observe(events, "Hidayah");
  ASSERT_EQ(observed.lines.size(), 2U);
  EXPECT_EQ(observed.lines[0].reading->emotion.label, Emotion::sadness);
  EXPECT_EQ(observed.lines[1].said.text, "hello");
  EXPECT_FALSE(observed.lines[1].reading.has_value());
}

/// A talk in which every field that can hold somebody's words holds this one.
constexpr const char* kWord = "WORD";

std::vector<Event> wordy() {
  const std::vector<Body> bodies{
      Opened{.case_id = "dark", .owner = "anna"},
      Said{.speaker = Speaker::client, .text = kWord, .typing_ms = {900}, .lines = {kWord}},
      Read{0, Speaker::client, client_reading()},
      Suggested{0, {{"support", "stay", kWord, kWord, kWord}}, 0, "m-1"},
      Said{.turn = 1, .text = "WORD more", .key = "key-0001", .adopted = "support"},
      Read{1, Speaker::supporter, supporter_reading()},
      Nudged{1, "advice", kWord, kWord, 0.75, true},
      Disputed{1, "advice", kWord},
      CueMoved{1, "c", CueChange::caught, "named", 0.75, true},
      Closed{Ending::goodbye}};
  std::vector<Event> events;
  for (const Body& body : bodies)
    events.push_back({static_cast<int>(events.size()) + 1, base::Instant(milliseconds(5)), body});
  return events;
}

std::string text_of(const std::vector<Event>& events) {
  std::string text;
  for (const Event& event : events) text += to_json(event) + "\n";
  return text;
}

TEST(WithoutWords, NoWordIsLeftAndEveryEventIs) {
  const std::vector<Event> before = wordy(), after = without_words(before);
  EXPECT_NE(text_of(before).find(kWord), std::string::npos);
  EXPECT_EQ(text_of(after).find(kWord), std::string::npos) << text_of(after);
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t i = 0; i < after.size(); ++i) {
    EXPECT_EQ(after[i].seq, before[i].seq);
    EXPECT_EQ(after[i].body.index(), before[i].body.index());
  }
}

TEST(WithoutWords, FiguresStay) {
  const std::vector<Event> after = without_words(wordy());
  const auto& risk = std::get<Read>(after[2].body).reading.risk;
  EXPECT_EQ(risk->level, RiskLevel::moderate);
  EXPECT_TRUE(risk->spans.empty());
  const auto& reply = std::get<Said>(after[4].body);
  EXPECT_EQ(reply.adopted, "support");
  EXPECT_EQ(reply.distance, 0.5);  // one word of two is new
  EXPECT_EQ(std::get<Read>(after[5].body).reading.empathy->levels[2], 2);
  EXPECT_EQ(std::get<Nudged>(after[6].body).probability, 0.75);
}

TEST(WithoutWords, ASecondTimeChangesNothing) {
  const std::vector<Event> once = without_words(wordy());
  EXPECT_EQ(text_of(without_words(once)), text_of(once));
}

TEST(WithoutWords, AnErasedTalkIsReadBackAsItWasWritten) {
  for (const Event& event : without_words(wordy()))
    EXPECT_EQ(to_json(event_from_json(to_json(event)).value()), to_json(event));
}

}  // namespace
}  // namespace attune::conversation
