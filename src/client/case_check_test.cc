#include "client/case_check.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace attune::client {
namespace {

using conversation::Emotion;

std::vector<Warning> check(Emotion meant, std::vector<std::string> bubbles) {
  static const auto reader = language::Reader::open(std::filesystem::path(ATTUNE_ROOT) / "models");
  Case person;
  Line line;
  line.emotion = meant;
  line.bubbles = std::move(bubbles);
  line.line = 12;
  person.lines.push_back(line);
  return check_emotions(person, **reader);
}

TEST(CaseCheck, WarnsWhereALineReadsOtherwise) {
  const auto warnings =
      check(Emotion::sadness, {"I am so happy.", "I love it, thank you so much!"});
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].line, 12);
  EXPECT_EQ(warnings[0].meant, Emotion::sadness);
  EXPECT_EQ(warnings[0].read, Emotion::happiness);
  EXPECT_GE(warnings[0].probability, 0.5);
}

TEST(CaseCheck, AgreesWithALineThatReadsAsMeant) {
  EXPECT_TRUE(check(Emotion::happiness, {"I am so happy, I love it, thank you!"}).empty());
}

TEST(CaseCheck, LeavesAloneWhatNoReaderCouldTell) {
  EXPECT_TRUE(check(Emotion::sadness, {"Love it, thanks!"}).empty()) << "too short";
  EXPECT_TRUE(check(Emotion::sadness, {"I am so happy about {echo} today!"}).empty());
  EXPECT_TRUE(check(Emotion::sadness, {"zxq vbnmk plorf grunth wibbo"}).empty()) << "abstains";
}

}  // namespace
}  // namespace attune::client
