#include "corpus/transcript.h"

#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation/event_json.h"
#include "corpus/annomi.h"
#include "corpus/read_talk.h"
#include "language/meaning.h"

namespace attune::corpus {
namespace {

using conversation::Speaker;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kOurs =
    std::filesystem::path(ATTUNE_ROOT) / "tests" / "data" / "transcripts";

std::filesystem::path written(const std::string& text) {
  const auto file = std::filesystem::path(testing::TempDir()) / "corpus_transcript";
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  return file;
}

std::vector<Transcript> read(const std::filesystem::path& file, const ReadOptions& options = {}) {
  auto read = read_transcripts(file, options);
  EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().message);
  return read ? *std::move(read) : std::vector<Transcript>(1);
}

std::string refusal(const std::string& text, const ReadOptions& options = {}) {
  const auto read = read_transcripts(written(text), options);
  return read ? "" : read.error().message;
}

/// "c:words|s:words": the whole of a talk.
std::string told(const Transcript& transcript) {
  std::string out;
  for (const conversation::Turn& turn : transcript.turns)
    out += std::string(out.empty() ? "" : "|") + (turn.speaker == Speaker::client ? "c:" : "s:") +
           turn.text;
  return out;
}

TEST(Transcripts, LinesOfMessagesAreOneTalk) {
  const auto talks = read(kOurs / "good.jsonl");
  ASSERT_EQ(talks.size(), 1U);
  ASSERT_EQ(talks[0].turns.size(), 13U);
  EXPECT_EQ(talks[0].turns[0].speaker, Speaker::client);
  EXPECT_THAT(talks[0].turns[2].text, HasSubstr("know anyone\nweekends"));
  EXPECT_EQ(talks[0].note, "");
}

TEST(Transcripts, ABlankLinePartsTalks) {
  const auto talks =
      read(written("{\"speaker\":\"client\",\"text\":\"a\"}\n\n"
                   "{\"speaker\":\"Therapist\",\"text\":\"b\"}\n"));
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(told(talks[0]), "c:a");
  EXPECT_EQ(told(talks[1]), "s:b");
  EXPECT_EQ(talks[1].id, "2");
}

TEST(Transcripts, AnIdPartsTalksUnlessEveryMessageHasItsOwn) {
  const auto talks =
      read(written("{\"id\":\"x\",\"speaker\":\"client\",\"text\":\"a\"}\n"
                   "{\"id\":\"x\",\"speaker\":\"helper\",\"text\":\"b\"}\n"
                   "{\"id\":\"y\",\"speaker\":\"client\",\"text\":\"c\"}\n"));
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[1].id, "y");
  const auto one =
      read(written("{\"id\":1,\"speaker\":\"client\",\"text\":\"a\"}\n"
                   "{\"id\":2,\"speaker\":\"helper\",\"text\":\"b\"}\n"));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(told(one[0]), "c:a|s:b");
  const auto named =
      read(written("{\"conversation\":7,\"speaker\":\"client\",\"text\":\"a\"}\n"
                   "{\"conversation\":8,\"speaker\":\"helper\",\"text\":\"b\"}\n"));
  ASSERT_EQ(named.size(), 2U);
}

TEST(Transcripts, EsconvHasATalkALine) {
  const auto talks = read(kOurs / "esconv.jsonl");
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[0].id, "ours-1");
  EXPECT_EQ(talks[0].title, "exam stress");
  EXPECT_EQ(told(talks[0]), "c:hello\nmy exam is on monday|s:What worries you most about it?");
  EXPECT_EQ(talks[1].note, "1 message without words was passed over.");
}

TEST(Transcripts, AnnomiIsATableOfUtterances) {
  const auto talks = read(kOurs / "annomi-simple.csv");
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(talks[0].id, "4");
  EXPECT_EQ(talks[0].title, "walking more");
  EXPECT_EQ(told(talks[0]),
            "s:So, what brings you\nhere?|c:My \"good\" knee, mostly.\nI could walk to work.");
}

TEST(Transcripts, AnUtteranceWithSeveralCodersIsSaidOnce) {
  const auto talks = read(kOurs / "annomi-full.csv");
  ASSERT_EQ(talks.size(), 1U);
  EXPECT_EQ(told(talks[0]), "s:So, what brings you here?|c:My knee.");
}

TEST(Transcripts, ChatCompletionsHaveTheUserAsClient) {
  const auto talks = read(kOurs / "chat.json");
  ASSERT_EQ(talks.size(), 1U);
  EXPECT_EQ(told(talks[0]), "c:I can't sleep.|s:Since when?|c:Since the move.");
  EXPECT_EQ(talks[0].note, "1 instruction that nobody said was passed over.");
  EXPECT_EQ(told(read(kOurs / "chat.json", {.client = "assistant"})[0]),
            "s:I can't sleep.|c:Since when?|s:Since the move.");
}

TEST(Transcripts, OurOwnLogKeepsItsEvents) {
  using namespace conversation;
  std::string log;
  for (const Event& event :
       {Event{1, {}, Opened{.case_id = "ruth", .case_hash = "x"}},
        Event{2, {}, Said{.turn = 0, .speaker = Speaker::client, .text = "Hi."}},
        Event{3, {}, Said{.turn = 1, .speaker = Speaker::supporter, .text = "Hello."}}})
    log += to_json(event) + "\n";
  const auto talks = read(written(log + log));
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_EQ(told(talks[1]), "c:Hi.|s:Hello.");
  EXPECT_EQ(talks[0].events.size(), 3U);
  EXPECT_EQ(talks[0].title, "ruth");
}

TEST(Transcripts, UnknownSpeakersAreRefusedWithTheirNames) {
  const std::string talk =
      "{\"speaker\":\"Anna\",\"text\":\"secret words\"}\n{\"speaker\":\"Ben\",\"text\":\"b\"}\n";
  const std::string message = refusal(talk);
  EXPECT_THAT(message, HasSubstr("line 1"));
  EXPECT_THAT(message, HasSubstr("'anna' and 'ben'"));
  EXPECT_THAT(message, HasSubstr("--client"));
  EXPECT_THAT(message, Not(HasSubstr("secret")));
  EXPECT_EQ(told(read(written(talk), {.client = "BEN"})[0]), "s:secret words|c:b");
  EXPECT_THAT(refusal(talk, {.client = "Carl"}), HasSubstr("'anna' and 'ben'"));
  EXPECT_THAT(refusal(talk + "{\"speaker\":\"Cy\",\"text\":\"b\"}\n", {.client = "Ben"}),
              HasSubstr("one other"));
}

TEST(Transcripts, AFaultNamesItsLineAndWhatWouldMendIt) {
  const std::string fine = "{\"speaker\":\"client\",\"text\":\"a\"}\n";
  EXPECT_THAT(refusal(fine + "{\"speaker\":\"client\",\"te"), HasSubstr("line 2: no JSON"));
  EXPECT_THAT(refusal(fine + "{\"text\":\"a\"}"), HasSubstr("line 2: a message has no speaker"));
  EXPECT_THAT(refusal(fine + "{\"speaker\":\"client\"}"), HasSubstr("line 2: a message has no wo"));
  EXPECT_THAT(refusal(fine + "{\"speaker\":\"client\",\"text\":3}"), HasSubstr("must be a text"));
  EXPECT_THAT(refusal(fine + "7"), HasSubstr("line 2: a talk or a message"));
  EXPECT_THAT(refusal("{\"messages\":[\"x\"]}"), HasSubstr("line 1, message 1"));
  EXPECT_THAT(refusal(" \n"), HasSubstr("is empty"));
  EXPECT_THAT(refusal("{\"messages\":[]}"), HasSubstr("nobody says anything"));
  EXPECT_THAT(refusal("Dear diary, secret"), HasSubstr("is no transcript"));
  EXPECT_THAT(refusal("speaker,text\nclient,\"open"), HasSubstr("row 2 opens a quote"));
  EXPECT_THAT(read_transcripts("/nowhere").error().message, HasSubstr("/nowhere"));
}

TEST(Transcripts, ControlCharactersAndBrokenBytesAreNoWords) {
  const auto talks =
      read(written("\xEF\xBB\xBF{\"speaker\":\"client\",\"text\":\"a\\u001b[2Jb\\u0000"
                   "\\tc\"}\r\n{\"speaker\":\"helper\",\"text\":\"\xff!\"}\r\n"));
  EXPECT_EQ(told(talks[0]), "c:a[2Jb c|s:\xEF\xBF\xBD!");
}

TEST(Transcripts, BrokenFilesAreReadOrRefusedAndNeverCrash) {
  std::mt19937 chance(11);
  for (const auto& entry : std::filesystem::directory_iterator(kOurs)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (int round = 0; round < 60; ++round) {
      std::string broken = whole.substr(0, chance() % (whole.size() + 1));
      for (int i = 0; i < 8 && !broken.empty(); ++i)
        broken[chance() % broken.size()] = "{}[]\",:\n\\\xff"[chance() % 10];
      const auto talks = read_transcripts(written(broken));
      if (!talks) {
        EXPECT_NE(talks.error().message, "");
        continue;
      }
      for (const Transcript& talk : *talks)
        for (const conversation::Turn& turn : talk.turns) EXPECT_FALSE(turn.text.empty());
    }
  }
}

TEST(AnnomiTalks, JoinUtterancesWithTheirCodes) {
  const auto data = std::filesystem::path(testing::TempDir()) / "corpus_annomi";
  std::filesystem::create_directories(data / "annomi");
  std::filesystem::copy_file(kOurs / "annomi-simple.csv", data / "annomi" / "annomi-simple.csv",
                             std::filesystem::copy_options::overwrite_existing);
  const auto talks = *load_annomi_talks(data);
  ASSERT_EQ(talks.size(), 2U);
  EXPECT_TRUE(talks[0].high);
  EXPECT_EQ(talks[0].codes, (std::vector<std::string>{"question", ""}));
  EXPECT_EQ(talks[1].codes[0], "therapist_input");
}

TEST(ReadTalks, NumberTurnsAsALogDoes) {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto reader = *language::Reader::open(root / "models");
  const auto meaning = *language::Meaning::open(root / "models", root / "content" / "lexicons");
  const ReadTalk talk = read_talk({{Speaker::client, "I feel so sad."},
                                   {Speaker::supporter, "What happened?"},
                                   {Speaker::client, "My dog ran off."}},
                                  *reader, *meaning);
  ASSERT_EQ(talk.observed.lines.size(), 3U);
  EXPECT_EQ(talk.observed.lines[0].turn, 0);
  EXPECT_EQ(talk.observed.lines[1].turn, 1);
  EXPECT_EQ(talk.observed.lines[2].turn, 1);
  ASSERT_EQ(talk.fits.size(), 1U);
  EXPECT_EQ(talk.observed.lines[0].reading->emotion.label, conversation::Emotion::sadness);
  EXPECT_EQ(talk.observed.lines[1].reading->skills->main, conversation::MainSkill::question);
}

}  // namespace
}  // namespace attune::corpus
