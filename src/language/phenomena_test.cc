// What language does to a reader, by name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/context.h"
#include "language/reader.h"

namespace attune::language {
namespace {

using conversation::Emotion;
using conversation::MainSkill;
using conversation::Reading;
using conversation::RiskKind;
using conversation::RiskLevel;
using conversation::Skill;
using conversation::Speaker;
using conversation::Turn;
using testing::Contains;
using testing::Not;

const Reader& reader() {
  static const auto opened = Reader::open(std::filesystem::path(ATTUNE_ROOT) / "models");
  return **opened;
}

Reading client(const std::string& text, std::vector<Turn> before = {}) {
  return reader().read({Speaker::client, text}, before);
}
Reading supporter(const std::string& text, std::vector<Turn> before = {}) {
  return reader().read({Speaker::supporter, text}, before);
}
Turn said(const std::string& text) {
  return {Speaker::client, text};
}
Turn replied(const std::string& text) {
  return {Speaker::supporter, text};
}

TEST(Negation, TurnsAFeelingRound) {
  constexpr auto kFear = static_cast<std::size_t>(Emotion::fear);
  EXPECT_LT(client("i'm not scared of him any more").emotion.scores[kFear],
            client("i'm still scared of him").emotion.scores[kFear]);
  EXPECT_LT(client("i'm not happy about it at all").valence, client("i'm happy about it").valence);
}

TEST(Negation, TakesTheRiskAway) {
  for (const char* text : {"i'm not suicidal, just so tired", "i would never kill myself",
                           "no i don't want to die, i just want to sleep"})
    EXPECT_LT(client(text).risk->score, client("i want to kill myself").risk->score) << text;
  EXPECT_EQ(client("i'm not suicidal, just so tired").risk->level, RiskLevel::none);
}

TEST(Risk, IsNamedWhereItIsSaidPlainly) {
  const auto reading = client("i keep thinking about killing myself");
  EXPECT_GE(reading.risk->level, RiskLevel::moderate);
  EXPECT_THAT(reading.risk->kinds, Contains(RiskKind::ideation));
  EXPECT_FALSE(reading.risk->spans.empty());
}

class FigureOfSpeech : public testing::TestWithParam<const char*> {};
TEST_P(FigureOfSpeech, IsNoRisk) {
  EXPECT_EQ(client(GetParam()).risk->level, RiskLevel::none) << client(GetParam()).risk->score;
}
INSTANTIATE_TEST_SUITE_P(Risk, FigureOfSpeech,
                         testing::Values("i nearly died of embarrassment in front of the class",
                                         "my boss is going to kill me when he sees this",
                                         "this exam is killing me", "im dying to see her again lol",
                                         "i could murder a cup of tea right now",
                                         "that film was to die for"));

TEST(Risk, OfThePastIsLessThanOfNow) {
  EXPECT_LT(client("years ago i wanted to die, i'm in a better place now").risk->score,
            client("i want to die").risk->score);
}

TEST(Risk, OfSomebodyElseIsLessThanOnesOwn) {
  EXPECT_LT(client("my brother killed himself in march").risk->score,
            client("i'm going to kill myself").risk->score);
}

TEST(Risk, IsReadFromAYesToADirectQuestion) {
  const std::vector<Turn> before{said("i cant do this any more"),
                                 replied("Are you thinking about killing yourself?")};
  EXPECT_GE(client("yeah, most nights", before).risk->level, RiskLevel::moderate);
  EXPECT_EQ(client("yeah, most nights").risk->level, RiskLevel::none);
  EXPECT_EQ(client("no, nothing like that", before).risk->level, RiskLevel::none);
}

TEST(Asking, AboutSuicideIsNoRiskAndNamed) {
  const auto reading = supporter("Are you thinking about ending your life?");
  EXPECT_FALSE(reading.risk);
  EXPECT_TRUE(reading.asks->about_suicide);
}

TEST(Permission, IsKeptTwoTurnsLater) {
  const std::vector<Turn> before{
      said("i never sleep"), replied("Could I share an idea that some people find helpful?"),
      said("ok"), replied("Thank you. It's about the evenings."), said("go on then")};
  const std::string advice = "you could try leaving your phone in the kitchen";
  EXPECT_TRUE(supporter(advice, before).skills->has(Skill::advise_with_permission));
  EXPECT_TRUE(supporter(advice, before).asks->permission);
  EXPECT_TRUE(
      supporter(advice, {said("i never sleep")}).skills->has(Skill::advise_without_permission));
  EXPECT_FALSE(supporter(advice, {said("i never sleep")}).asks->permission);
}

TEST(Permission, IsNotGivenByANo) {
  const std::vector<Turn> before{said("i never sleep"), replied("Could I share an idea?"),
                                 said("no, please just listen")};
  EXPECT_FALSE(has_leave(before, Spelling()));
}

TEST(Permission, IsGivenByAskingForAdvice) {
  const std::vector<Turn> before{said("what do you think i should do?")};
  const auto reading = supporter("you could talk to your sister first", before);
  EXPECT_TRUE(reading.skills->has(Skill::advise_with_permission));
  EXPECT_TRUE(reading.asks->advice);
}

TEST(TagQuestion, LeavesAReflectionAReflection) {
  EXPECT_EQ(supporter("You've been carrying this on your own, haven't you?",
                      {said("nobody at home knows about any of it")})
                .skills->main,
            MainSkill::reflection);
}

TEST(Reflection, MayEndInAQuestionMark) {
  EXPECT_EQ(supporter("So it feels like nobody noticed how hard you tried?",
                      {said("i worked all year and they gave it to dave")})
                .skills->main,
            MainSkill::reflection);
}

TEST(Typing, InLowerCaseWithoutMarksIsReadAlike) {
  EXPECT_EQ(supporter("what was that like for you").skills->main, MainSkill::question);
  EXPECT_EQ(supporter("What was that like for you?").skills->main, MainSkill::question);
  EXPECT_EQ(client("im so angry with him").emotion.label, Emotion::anger);
  EXPECT_EQ(client("I'm so ANGRY with him!").emotion.label, Emotion::anger);
}

TEST(Emoji, SayWhatWordsLeaveOut) {
  EXPECT_GT(client("ok \xF0\x9F\x98\x82").emotion.scores[3], client("ok").emotion.scores[3]);
  EXPECT_GT(client("ok \xF0\x9F\x98\xAD").emotion.scores[4], client("ok").emotion.scores[4]);
}

TEST(OtherScripts, MakeEveryHeadAbstain) {
  for (const char* head : {"emotion", "fine", "valence", "arousal", "talk", "risk"})
    EXPECT_THAT(client("\u043C\u043D\u0435 \u043E\u0447\u0435\u043D\u044C "
                       "\u0433\u0440\u0443\u0441\u0442\u043D\u043E")
                    .abstains,
                Contains(head));
  for (const char* head : {"skills", "empathy"})
    EXPECT_THAT(supporter("\u4ECA\u65E5\u306F\u60B2\u3057\u3044").abstains, Contains(head));
}

TEST(Reply, IsReadByItsFirstWords) {
  EXPECT_EQ(reply_of("yeah i think so"), Reply::yes);
  EXPECT_EQ(reply_of("Sometimes. At night mostly"), Reply::yes);
  EXPECT_EQ(reply_of("not really"), Reply::no);
  EXPECT_EQ(reply_of("yeah no"), Reply::no);
  EXPECT_EQ(reply_of("my sister came round"), Reply::other);
}

TEST(Slips, AQuestionAboutSuicideIsHeardThroughThem) {
  const auto risk = *client("yeah", {replied("r u thinkin of kiling yourslef")}).risk;
  EXPECT_GE(risk.level, RiskLevel::moderate);
}

}  // namespace
}  // namespace attune::language
