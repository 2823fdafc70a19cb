#include "coach/focus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attune::coach {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

std::string heaviest(const std::string& text, const conversation::Reading& reading = {}) {
  const PlainWords said = plain_words(text);
  const auto passage = focus(said, {}, reading, text);
  if (!passage) return "";
  const Range range = typed(passage->words);
  return text.substr(range.begin, range.end - range.begin);
}

std::vector<std::string> quoted(const std::string& text) {
  const PlainWords said = plain_words(text);
  std::vector<std::string> all;
  for (const Given& one : quotes(said, text)) all.push_back(one.text);
  return all;
}

TEST(Focus, OfPlainWordsIsTheFullerAndLaterSentence) {
  EXPECT_EQ(heaviest("Right. I keep all the receipts in a tin. Anyway."),
            "I keep all the receipts in a tin");
  EXPECT_EQ(heaviest("...\nok"), "");
}

TEST(Focus, GoesToTheWordsOfRisk) {
  const std::string text = "I wish I were gone. The garden needs water and the hens need feed.";
  conversation::Reading reading;
  reading.risk = conversation::RiskReading{conversation::RiskLevel::moderate, 0.8, {}, {{0, 18}}};
  EXPECT_EQ(heaviest(text, reading), "I wish I were gone");
}

TEST(Focus, PassesOverCourtesies) {
  const std::string text = "Sorry, it jumped. Nobody at my table says good morning to me anymore.";
  conversation::Reading reading;
  reading.why = {{"emotion:sadness", 0, 5, 1}, {"emotion:sadness", 7, 16, 1}};
  EXPECT_EQ(heaviest(text, reading), "Nobody at my table says good morning to me anymore");
}

TEST(Focus, ReadsSpansAsCodePoints) {
  EXPECT_EQ(bytes("d\u00e9j\u00e0 vu", {2, 4}).begin, 3U);
  EXPECT_EQ(bytes("d\u00e9j\u00e0 vu", {2, 4}).end, 6U);
}

TEST(Quotes, StandAsTheyWereTyped) {
  EXPECT_THAT(quoted("im no sleepin much these days, just lookin at the ceilin"),
              UnorderedElementsAre("lookin at the ceilin", "im no sleepin much these days"));
  EXPECT_THAT(quoted("It\u2019s a small town."), ElementsAre("It\u2019s a small town"));
}

TEST(Quotes, AreNoRestOfAList) {
  EXPECT_THAT(
      quoted("What I meant is how people fit a job, a mother and the laundry into one week."),
      Not(testing::Contains("the laundry into one week")));
}

TEST(Quotes, MayBeShortWhereEachWordTells) {
  EXPECT_THAT(quoted("apprentice electrician. third year. that's it"),
              UnorderedElementsAre("apprentice electrician", "third year"));
  EXPECT_THAT(quoted("I am ashamed. Never mind."), ElementsAre("I am ashamed"));
}

TEST(Quotes, BeginWhereAnAndBeginsAClause) {
  EXPECT_THAT(quoted("tuesdays and fridays i find jobs to do in the fridge"),
              Not(testing::Contains("fridays i find jobs to do in the fridge")));
  EXPECT_THAT(quoted("he left for good in that cold spring and my mother sold the car"),
              testing::Contains("my mother sold the car"));
}

TEST(Quotes, AreNeitherHarshNorAddressedAndNeverLong) {
  EXPECT_THAT(quoted("I'm a pathetic liar."), IsEmpty());
  EXPECT_THAT(quoted("You never answered my question."), IsEmpty());
  EXPECT_THAT(quoted("I walked the whole road home along the river with both heavy bags."),
              IsEmpty());
}

}  // namespace
}  // namespace attune::coach
