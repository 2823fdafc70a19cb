#include "study/coded_talks.h"

#include <cmath>
#include <fstream>

#include <gtest/gtest.h>

#include "study/exchange.h"

namespace attune::study {
namespace {

using conversation::Speaker;
using conversation::Talk;

/// A folder like the public data, with a few invented rows; the packed files are plain here, which
/// zlib reads as well.
class CodedTalksTest : public testing::Test {
 protected:
  void SetUp() override {
    data_ = std::filesystem::path(testing::TempDir()) / "coded_talks";
    std::filesystem::remove_all(data_);
    for (const char* set : {"annomi", "mibot", "esconv"})
      std::filesystem::create_directories(data_ / set);
    write("annomi/annomi-full.csv.gz",
          "mi_quality,transcript_id,interlocutor,utterance_id,utterance_text,annotator_id,"
          "therapist_input_subtype,reflection_subtype,question_subtype,client_talk_type\n"
          "high,2,therapist,0,What brings you?,1,n/a,n/a,open,n/a\n"
          "high,2,client,1,\"Well, boats\",1,n/a,n/a,n/a,neutral\n"
          "high,2,client,2,I could sell one,1,n/a,n/a,n/a,change\n"
          "high,2,client,2,I could sell one,2,n/a,n/a,n/a,sustain\n"
          "high,2,client,2,I could sell one,3,n/a,n/a,n/a,sustain\n"
          "low,10,therapist,0,Sell it,1,advice,n/a,n/a,n/a\n");
    write("mibot/transcripts.jsonl",
          R"({"utterances":[{"speaker":"counsellor","text":"So","auto_misc_label":"R"},)"
          R"({"speaker":"counsellor","text":"why?","auto_misc_label":"Q"},)"
          R"({"speaker":"client","text":"I want to","auto_misc_label":"C"}]})"
          "\n");
    const std::string talk =
        R"({"survey_score":{"seeker":{"initial_emotion_intensity":"4",)"
        R"("final_emotion_intensity":"2","empathy":"5"}},"dialog":[)"
        R"({"speaker":"seeker","text":"hi"},{"speaker":"supporter","text":"hello there",)"
        R"("strategy":"Questions"}]})"
        "\n";
    write("esconv/esconv.jsonl.gz", talk);
    write("esconv/failed-esconv.jsonl", talk);
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(data_ / name) << text;
  }

  std::filesystem::path data_;
};

TEST_F(CodedTalksTest, TheMajorityOfCodersDecidesAndWordsInARowAreJoined) {
  const auto annomi = load_coded_talks(data_).value()[0];
  ASSERT_EQ(annomi.talks.size(), 2U);
  EXPECT_TRUE(annomi.talks[0].good);
  ASSERT_EQ(annomi.talks[0].turns.size(), 2U);
  EXPECT_TRUE(annomi.talks[0].turns[0].codes.contains("open question"));
  EXPECT_EQ(annomi.talks[0].turns[1].turn.text, "Well, boats I could sell one");
  EXPECT_EQ(annomi.talks[0].turns[1].talk, Talk::sustain);
  EXPECT_FALSE(annomi.talks[1].good);
  EXPECT_TRUE(annomi.talks[1].turns[0].codes.contains("advice"));
}

TEST_F(CodedTalksTest, AllCodesOfATurnAreKept) {
  const auto mibot = load_coded_talks(data_).value()[1];
  ASSERT_EQ(mibot.talks[0].turns.size(), 2U);
  EXPECT_EQ(mibot.talks[0].turns[0].codes, (std::set<std::string>{"question", "reflection"}));
  EXPECT_EQ(mibot.talks[0].turns[1].talk, Talk::change);
}

TEST_F(CodedTalksTest, RatingsThatAreThereAreRead) {
  const auto esconv = load_coded_talks(data_).value()[2];
  ASSERT_EQ(esconv.talks.size(), 2U);
  EXPECT_TRUE(esconv.talks[0].good);
  EXPECT_FALSE(esconv.talks[1].good);
  EXPECT_EQ(esconv.talks[0].scores.before, 4);
  EXPECT_EQ(esconv.talks[0].scores.after, 2);
  EXPECT_FALSE(esconv.talks[0].scores.relevance);
  EXPECT_EQ(esconv.talks[0].turns[1].codes, std::set<std::string>{"question"});
}

TEST_F(CodedTalksTest, WhatIsNoTalkIsNamedByItsFile) {
  write("mibot/transcripts.jsonl", "[]\n");
  const auto loaded = load_coded_talks(data_);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("transcripts.jsonl"), std::string::npos);
}

TEST(Exchanges, AreASupportersTurnsBetweenTwoOfTheClients) {
  const std::filesystem::path root = ATTUNE_ROOT;
  const auto reader = *language::Reader::open(root / "models");
  const auto meaning = *language::Meaning::open(root / "models", root / "content" / "lexicons");
  const auto dynamics = *client::load_dynamics(root / "content" / "dynamics.yaml");
  CodedTalk talk;
  talk.turns = {{{Speaker::supporter, "Hello, what brings you?"}, {}, {}},
                {{Speaker::client, "My boat sank last week."}, {}, Talk::neutral},
                {{Speaker::supporter, "Your boat sank. That hurts."}, {"simple reflection"}, {}},
                {{Speaker::client, "Yeah."}, {}, Talk::sustain},
                {{Speaker::supporter, "What was it like?"}, {}, {}},
                {{Speaker::client, "I was so sad, I cried all night about my boat."}, {}, {}},
                {{Speaker::supporter, "Goodbye."}, {}, {}}};
  const auto all = exchanges({"", "", {talk}}, *reader, *meaning, everybody({}), dynamics);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].turn, 2);
  EXPECT_TRUE(all[0].codes.contains("simple reflection"));
  EXPECT_GT(all[0].weighed.met, 0);
  EXPECT_TRUE(all[0].next.closes);
  EXPECT_EQ(all[0].next.lean(), -1);
  EXPECT_NEAR(all[0].next.length, std::log(2.0 / 6), 1e-9);  // one word after five
  EXPECT_FALSE(all[0].leaves);
  EXPECT_TRUE(all[1].next.opens);
  EXPECT_TRUE(all[1].leaves);
  EXPECT_EQ(all[1].before.trust, all[0].after.trust);
}

}  // namespace
}  // namespace attune::study
