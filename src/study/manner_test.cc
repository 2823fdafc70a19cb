#include "study/manner.h"

#include <filesystem>
#include <fstream>
#include <memory>

#include <gtest/gtest.h>

#include "language/reader.h"
#include "study/real_talks.h"

namespace attune::study {
namespace {

using conversation::Speaker;
using conversation::Turn;

const language::Reader& reader() {
  static const auto opened = *language::Reader::open(std::filesystem::path(ATTUNE_ROOT) / "models");
  return *opened;
}

Manner of_client(const std::vector<std::string>& texts) {
  std::vector<Turn> talk;
  for (const std::string& text : texts) {
    talk.push_back({Speaker::supporter, "yes yes yes, go on and on and on and on"});
    talk.push_back({Speaker::client, text});
  }
  return manner_of(talk, reader());
}

TEST(Quartiles, LieBetweenTheNearestValues) {
  // numpy.percentile([1, 2, 4, 8, 16], [25, 50, 75]) = 2, 4, 8; of [1, 2, 3, 4]: 1.75, 2.5, 3.25
  const Quartiles five = quartiles({16, 1, 8, 2, 4});
  EXPECT_DOUBLE_EQ(five.low, 2);
  EXPECT_DOUBLE_EQ(five.middle, 4);
  EXPECT_DOUBLE_EQ(five.high, 8);
  const Quartiles four = quartiles({1, 2, 3, 4});
  EXPECT_DOUBLE_EQ(four.low, 1.75);
  EXPECT_DOUBLE_EQ(four.high, 3.25);
  EXPECT_EQ(quartiles({}).count, 0U);
}

TEST(Manner, CountsTheClientsWordsAlone) {
  EXPECT_EQ(of_client({"not much, no", "I can't sleep."}).words, (std::vector<double>{3, 3}));
}

TEST(Manner, AssentOpensATurn) {
  for (const char* text : {"Yes.", "yeah, maybe", "That's true I suppose", "I agree", "ok"})
    EXPECT_TRUE(opens_with_assent(text)) << text;
  for (const char* text : {"No.", "maybe yes", "I suppose that's true", "", "that's rubbish"})
    EXPECT_FALSE(opens_with_assent(text)) << text;
  EXPECT_DOUBLE_EQ(*of_client({"yes", "no", "no", "hm"}).agreed, 0.25);
}

TEST(Manner, SixWordsSaidBeforeAreARepetition) {
  EXPECT_DOUBLE_EQ(
      *of_client({"I sit in the van all night", "and then I sit in the van all day"}).repeated,
      0.5);
  EXPECT_DOUBLE_EQ(*of_client({"I sit in the van", "and I sit in the van"}).repeated, 0);
}

TEST(Manner, VarietyNeedsAHundredAndFiftyWords) {
  EXPECT_FALSE(of_client({"a few words only"}).variety);
  std::string words;
  for (int i = 0; i < 100; ++i) words += "cold rain ";
  EXPECT_DOUBLE_EQ(*of_client({words}).variety, 2.0 / 150);
}

TEST(Manner, RecoveryIsDistressThatNoLongerReads) {
  const auto better = of_client({"I am so sad and scared", "I am terrified and crying", "it rained",
                                 "we had soup", "I am so happy today", "I love my garden"});
  const auto worse =
      of_client({"I love my garden", "I am so happy today", "we had soup", "it rained",
                 "I am terrified and crying", "I am so sad and scared"});
  EXPECT_GT(*better.recovery, 0.5);
  EXPECT_LT(*worse.recovery, -0.5);
  EXPECT_FALSE(of_client({"I am so sad", "I am happy"}).recovery);
}

class RealTalksTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    for (const char* set : {"esconv", "mibot", "annomi"})
      std::filesystem::create_directories(folder_ / set);
    write(
        "esconv/failed-esconv.jsonl",
        R"({"dialog":[{"speaker":"seeker","text":"hi"},{"speaker":"supporter","text":"hello"}]})");
    write(
        "mibot/transcripts.jsonl",
        R"({"utterances":[{"speaker":"counsellor","text":"Hi."},{"speaker":"counsellor","text":"You?"},)"
        R"({"speaker":"client","text":"Fine."}]})");
    write("annomi/annomi-simple.csv",
          "transcript_id,mi_quality,interlocutor,utterance_text\n"
          "1,high,therapist,Hello\n1,high,client,Hi\n2,low,therapist,Well\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text << '\n';
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / "attune-real-talks";
};

TEST_F(RealTalksTest, AMissingSetIsNamed) {
  const auto talks = load_real_talks(folder_);
  ASSERT_FALSE(talks);
  EXPECT_NE(talks.error().message.find("esconv.jsonl.gz"), std::string::npos);
}

TEST_F(RealTalksTest, MessagesOfOneSpeakerAreOneTurn) {
  // read_file takes unpacked bytes as they are
  write("esconv/esconv.jsonl.gz", R"({"dialog":[{"speaker":"seeker","text":"hey"}]})");
  const auto talks = load_real_talks(folder_);
  ASSERT_TRUE(talks) << talks.error().message;
  EXPECT_EQ((*talks)[1].talks.front().front().speaker, Speaker::client);
  EXPECT_EQ((*talks)[2].talks.front().front().text, "Hi. You?");
  EXPECT_EQ((*talks)[3].talks.size(), 1U);
}

}  // namespace
}  // namespace attune::study
