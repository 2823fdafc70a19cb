#include "language/questions.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

namespace attune::language {
namespace {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

Phrasings asked(const std::vector<std::string>& texts) {
  Phrasings phrasings;
  for (const auto& text : texts) phrasings.push_back(words(text));
  return phrasings;
}

double alike(const Questions& questions, const std::string& a, const std::string& b) {
  return Questions::alike(questions.vector(words(a)), questions.vector(words(b)));
}

/// Each topic is asked for by two words that never stand together elsewhere.
std::vector<QuestionSet> two_words_a_topic() {
  std::vector<QuestionSet> sets(1);
  for (int t = 0; t < 40; ++t) {
    const std::string one = "one" + std::to_string(t), two = "two" + std::to_string(t);
    sets[0].push_back(asked({"what " + one, "the " + one, "how " + one, one + " then",
                             "what " + two, "the " + two, "how " + two, two + " then"}));
  }
  return sets;
}

TEST(Questions, LearnsThatOtherWordsAskTheSame) {
  const auto questions = Questions::learn(two_words_a_topic());
  EXPECT_GT(alike(questions, "one3", "two3"), 0.5);
  EXPECT_LT(alike(questions, "one3", "two4"), 0.3);
}

TEST(Questions, EqualSetsGiveEqualVectors) {
  EXPECT_EQ(Questions::learn(two_words_a_topic()).file().checksum(),
            Questions::learn(two_words_a_topic()).file().checksum());
}

TEST(Questions, AWordNeverLearnedStandsForItself) {
  const Questions none;
  EXPECT_GT(alike(none, "about wilhelmina", "about wilhelmina"), 0.95);
  EXPECT_LT(alike(none, "wilhelmina", "bartholomew"), 0.5);
  EXPECT_EQ(alike(none, "", "wilhelmina"), 0);
}

TEST(Questions, AFileKeepsThem) {
  const auto file = std::filesystem::path(testing::TempDir()) / "questions.bin";
  const auto questions = Questions::learn(two_words_a_topic());
  ASSERT_TRUE(questions.file().save(file));
  const auto read = Questions::open(file);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->vector(words("the one7")), questions.vector(words("the one7")));
  EXPECT_FALSE(Questions::open(std::filesystem::path(ATTUNE_ROOT) / "models/words.bin"));
}

}  // namespace
}  // namespace attune::language
