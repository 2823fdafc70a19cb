#include "language/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "base/utf8.h"
#include "language/read_line.h"

namespace attune::language {
namespace {

using conversation::Emotion;
using conversation::MainSkill;
using conversation::Reading;
using conversation::Skill;
using conversation::Speaker;
using conversation::Turn;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::filesystem::path kModels = std::filesystem::path(ATTUNE_ROOT) / "models";

const Reader& reader() {
  static const auto opened = Reader::open(kModels);
  return **opened;
}

Reading client(const std::string& text) {
  return reader().read({Speaker::client, text}, {});
}
Reading supporter(const std::string& text,
                  const std::string& said = "i cant sleep and i miss him") {
  const Turn before[] = {{Speaker::client, said}};
  return reader().read({Speaker::supporter, text}, before);
}
std::string line(const std::string& json) {
  return read_line(reader(), json, 7);
}

TEST(Reader, ReadsPlainFeelings) {
  EXPECT_EQ(client("i am so sad, i miss her and i cant stop crying").emotion.label,
            Emotion::sadness);
  EXPECT_EQ(client("i'm furious with them, i hate all of it").emotion.label, Emotion::anger);
  EXPECT_EQ(client("i'm terrified of what happens next, really scared").emotion.label,
            Emotion::fear);
  EXPECT_EQ(client("that made me laugh, thank you so much, i love it").emotion.label,
            Emotion::happiness);
  EXPECT_EQ(client("The shop opens at nine on Tuesday.").emotion.label, Emotion::neutral);
}

TEST(Reader, PutsGladWordsAboveSadOnes) {
  EXPECT_GT(client("what a wonderful happy day").valence, client("i feel awful and alone").valence);
}

TEST(Reader, GivesEveryScoreInItsRange) {
  for (const auto* text :
       {"", "?", "help", "I HATE THIS!!!", "did you sleep", "😀😀", "привет как дела"}) {
    const Reading reading = supporter(text);
    for (const double score : reading.emotion.scores) EXPECT_TRUE(score >= 0 && score <= 1) << text;
    for (const double score : reading.skills->scores) EXPECT_TRUE(score >= 0 && score <= 1) << text;
    EXPECT_LE(std::abs(reading.valence), 1) << text;
    EXPECT_LE(std::abs(reading.arousal), 1) << text;
  }
}

TEST(Reader, GivesSkillsAndAsksToSupportersAlone) {
  EXPECT_FALSE(client("how are you").skills);
  EXPECT_FALSE(client("how are you").asks);
  EXPECT_TRUE(supporter("how are you").skills);
  EXPECT_TRUE(supporter("how are you").asks);
}

struct Said {
  const char* text;
  Skill skill;
};
class TypedWithoutMarks : public testing::TestWithParam<Said> {};
TEST_P(TypedWithoutMarks, IsReadAsItsSkill) {
  const auto reading = supporter(GetParam().text);
  EXPECT_THAT(reading.skills->labels, Contains(GetParam().skill)) << GetParam().text;
}
INSTANTIATE_TEST_SUITE_P(
    Skills, TypedWithoutMarks,
    testing::Values(Said{"what is that like", Skill::open_question},
                    Said{"how did that feel for you", Skill::open_question},
                    Said{"did you sleep", Skill::closed_question},
                    Said{"have you told anyone", Skill::closed_question},
                    Said{"you should talk to your doctor", Skill::advise_without_permission},
                    Said{"have you tried meditation", Skill::advise_without_permission},
                    Said{"you could ask your brother", Skill::advise_without_permission},
                    Said{"it took courage to tell me that", Skill::affirm}));

TEST(Reader, TakesItSoundsLikeForAReflection) {
  EXPECT_EQ(supporter("it sounds like you miss him a lot at night").skills->main,
            MainSkill::reflection);
}

TEST(Reader, DoesNotTakeSympathyForAffirming) {
  for (const auto* text :
       {"i'm so sorry", "that sounds hard", "what happened then", "you should rest"}) {
    EXPECT_THAT(supporter(text).skills->labels, Not(Contains(Skill::affirm))) << text;
  }
}

TEST(Reader, AbstainsOnOtherScriptsAndLanguages) {
  EXPECT_THAT(client("мне очень грустно сегодня").abstains, Contains("emotion"));
  EXPECT_THAT(supporter("今日はとても悲しいです").abstains, Contains("skills"));
}

TEST(Reader, AbstainsWhereThereIsNothingToRead) {
  EXPECT_THAT(client("...").abstains, Contains("valence"));
  EXPECT_THAT(client("").abstains, Contains("emotion"));
}

TEST(Reader, IsSureOfAPlainSentence) {
  const auto abstains = client("i am so sad and i cant stop crying").abstains;
  for (const char* head : {"emotion", "fine", "valence", "arousal", "risk"})
    EXPECT_THAT(abstains, Not(Contains(head)));
}

TEST(Reader, NamesTheWordsThatCarriedALabel) {
  const auto reading = client("é, i'm so sad today");
  bool found = false;
  for (const auto& evidence : reading.why) {
    if (evidence.head != "emotion:sadness" || evidence.start != 10) continue;
    EXPECT_EQ(evidence.end, 13);
    EXPECT_GT(evidence.weight, 0);
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST(Reader, ReadsTheSameTurnTheSame) {
  const auto first = reading_json(supporter("what happened then"));
  EXPECT_EQ(first, reading_json(supporter("what happened then")));
}

TEST(Reader, SurvivesAMegabyte) {
  std::string text;
  while (text.size() < 1'000'000) text += "i am tired and\xFF\xC3 ";
  EXPECT_TRUE(std::isfinite(supporter(text).valence));
}

TEST(Reader, ShowsACardForEveryHead) {
  ASSERT_EQ(reader().cards().size(), 8U);
  for (const Card& card : reader().cards()) {
    EXPECT_LE(card.low, card.value);
    EXPECT_LE(card.value, card.high);
    EXPECT_GT(card.n, 900);
  }
}

TEST(Reader, NamesTheMissingModel) {
  const auto refused = Reader::open("/no/such/folder");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("emotion.bin"));
}

TEST(ReadLine, GivesTheIdBackAsItCame) {
  EXPECT_THAT(line(R"({"id":"a\"b","speaker":"client","text":"hi"})"),
              StartsWith(R"({"id":"a\"b","emotion")"));
  EXPECT_THAT(line(R"({"id":12,"speaker":"client","text":"hi"})"),
              StartsWith(R"({"id":12,"emotion")"));
}

TEST(ReadLine, ReadsWhatCameBefore) {
  const auto answer = line(
      R"({"id":1,"speaker":"supporter","text":"you miss him","before":[{"speaker":"client","text":"i miss him"}]})");
  EXPECT_THAT(answer, HasSubstr(R"("skills":{"main":)"));
}

class BadLine : public testing::TestWithParam<const char*> {};
TEST_P(BadLine, IsAnsweredInItsPlace) {
  EXPECT_THAT(line(GetParam()), StartsWith(R"({"line":7,"error":)"));
}
INSTANTIATE_TEST_SUITE_P(
    ReadLine, BadLine,
    testing::Values("", "{", "[]", "null", R"({"id":1})",
                    R"({"id":1,"speaker":"coach","text":"hi"})",
                    R"({"speaker":"client","text":"hi"})",
                    R"({"id":[],"speaker":"client","text":"hi"})",
                    R"({"id":1,"speaker":"client","text":5})",
                    "{\"id\":1,\"speaker\":\"client\",\"text\":\"\xFF\"}",
                    R"({"id":1,"speaker":"client","text":"hi","before":{}})",
                    R"({"id":1,"speaker":"client","text":"hi","before":["x"]})"));

TEST(ReadLine, NeverQuotesTheTextInAnError) {
  EXPECT_THAT(line(R"({"id":1,"speaker":"private words","text":"secret"})"),
              Not(HasSubstr("private")));
}

TEST(ReadLine, SurvivesDeepNesting) {
  EXPECT_THAT(line(std::string(200'000, '[')), HasSubstr("error"));
}

TEST(ReadLine, RefusesATextAboveAMegabyte) {
  EXPECT_THAT(
      line(R"({"id":1,"speaker":"client","text":")" + std::string(kLongestText + 1, 'a') + "\"}"),
      HasSubstr("1 MB"));
}

}  // namespace
}  // namespace attune::language
