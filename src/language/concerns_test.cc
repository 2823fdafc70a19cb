#include "language/concerns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "language/reader.h"

namespace attune::language {
namespace {

using conversation::Area;
using conversation::Reading;
using conversation::Speaker;
using conversation::Turn;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::Not;

const Reader& reader() {
  static const auto opened = Reader::open(std::filesystem::path(ATTUNE_ROOT) / "models");
  return **opened;
}

// The talk so far, the client first; then the reply that is read.
Reading read(const std::vector<std::string>& talk, const std::string& reply) {
  std::vector<Turn> before;
  for (const auto& text : talk)
    before.push_back({before.size() % 2 == 0 ? Speaker::client : Speaker::supporter, text});
  return reader().read({Speaker::supporter, reply}, before);
}

double concern(Area area, const std::vector<std::string>& talk, const std::string& reply) {
  return (*read(talk, reply).concerns)[area];
}

std::string words_for(const std::string& head, const std::string& reply, const Reading& reading) {
  for (const auto& why : reading.why)
    if (why.head == head)
      return reply.substr(static_cast<std::size_t>(why.start),
                          static_cast<std::size_t>(why.end - why.start));
  return "";
}

const std::string kLaidOff = "they let me go on friday, eleven years and it took them ten minutes";

TEST(Concerns, UnaskedAdviceWorriesMoreThanTheSameAdviceAskedFor) {
  const std::string advice =
      "You should update your resume and call everyone you used to work with.";
  EXPECT_GT(concern(Area::suggestions, {kLaidOff}, advice),
            concern(Area::suggestions, {kLaidOff + ". what should i do?"}, advice));
}

TEST(Concerns, AThirdQuestionWithNothingHeardWorriesMoreThanOneAfterAReflection) {
  const std::vector<std::string> asked{kLaidOff, "Did they give a reason?", "budget, they said",
                                       "Have you told your wife?", "not yet"};
  const std::vector<std::string> heard{kLaidOff, "Eleven years, and so quickly over.",
                                       "budget, they said", "That is a cold word for it.",
                                       "not yet"};
  EXPECT_GT(concern(Area::questions, asked, "Do you have savings?"),
            concern(Area::questions, heard,
                    "It sounds like telling her would make it real. What worries you most there?"));
}

TEST(Concerns, SeveralQuestionsAtOnceWorryMoreThanTheFirstOfThem) {
  EXPECT_GT(concern(Area::questions, {kLaidOff}, "Did they say why? Do you have savings?"),
            concern(Area::questions, {kLaidOff}, "Did they say why?"));
}

TEST(Concerns, ALongStoryOfOnesOwnWorriesMoreThanAShortOneAskedForAndGivenBack) {
  const double told = concern(
      Area::self_disclosure, {"my husband moved out last week"},
      "I know exactly how you feel, when my husband left I was alone with three kids and I cried "
      "every night for a year, and then I met somebody at my gym and everything changed for me.");
  const double asked = concern(
      Area::self_disclosure, {"my husband moved out last week. did that ever happen to you?"},
      "Yes, my husband left too, years ago. What is the house like for you now?");
  EXPECT_GT(told, asked);
  EXPECT_GT(told, 0.5);
}

TEST(Concerns, SayingThatOneIsThereTellsNoStoryOfOnesOwn) {
  EXPECT_LT(concern(Area::self_disclosure, {"i dont know who else to tell"},
                    "I'm really glad you told me. I'm here, and I want to hear all of it."),
            0.25);
}

TEST(Concerns, AtLeastYouHaveAJobRaisesValidation) {
  const std::vector<std::string> talk{"my team got cut in half and i do everyones work now"};
  const std::string reply = "At least you have a job.";
  const Reading reading = read(talk, reply);
  EXPECT_GT((*reading.concerns)[Area::validation],
            concern(Area::validation, talk, "You still have a job."));
  EXPECT_EQ(words_for("concerns:validation", reply, reading), "At least you have");
}

TEST(Concerns, AWarmReflectionIsMoreLikelySoundThanNot) {
  for (const std::string reply :
       {"That sounds so lonely. You miss her most when the house goes quiet.",
        "I'm so sorry. It sounds like ten minutes undid eleven years of trust.",
        "It makes sense that you are worn out, you have been carrying all of this alone."})
    EXPECT_LT(read({"the house is so quiet since she died"}, reply).concerns->any, 0.5) << reply;
}

TEST(Concerns, DeepInATalkAnUnderstandingReplyStillWorriesLeast) {
  const std::vector<std::string> talk{
      "my husband moved out last week and i cant stop crying, the kids keep asking where he is",
      "That sounds really painful. What have you told them so far?",
      "that daddy is on a work trip. i feel like such a liar, i cant sleep and i sat on the floor"};
  const double warm = read(talk,
                           "I'm so sorry. Sitting on that floor sounds so lonely, you hold "
                           "everything and nobody holds you.")
                          .concerns->any;
  for (const std::string reply : {"Have you thought about seeing a therapist?", "What is his job?",
                                  "You should tell them the truth, kids know everything."})
    EXPECT_GT(read(talk, reply).concerns->any, warm) << reply;
}

TEST(Concerns, ColdQuestionsLackMoreEmpathyThanWarmOnes) {
  EXPECT_GT(concern(Area::empathy, {kLaidOff}, "What is your age?"),
            concern(Area::empathy, {kLaidOff},
                    "I'm so sorry, that must hurt after so long. What is it like to be home now?"));
}

TEST(Concerns, AFlatReflectionWorriesMoreForReflectionsThanAThankYou) {
  EXPECT_GT(concern(Area::reflections, {kLaidOff}, "You feel like a failure because of it."),
            concern(Area::reflections, {kLaidOff}, "Thank you for telling me."));
}

TEST(Concerns, APlainQuestionAboutSuicideIsNeverAFaultAmongQuestions) {
  const std::vector<std::string> talk{kLaidOff, "Who knows about it?",
                                      "nobody. whats the point of me"};
  const auto plain = *read(talk, "Are you thinking about killing yourself?").concerns;
  EXPECT_EQ(plain[Area::questions], 0);
  EXPECT_LT(plain.any, 0.5);
  EXPECT_GT(concern(Area::questions, talk, "You're not thinking of killing yourself, right?"), 0);
}

TEST(Concerns, AThankYouAtTheEndIsHardlyFaulted) {
  const std::vector<std::string> talk{kLaidOff, "That was cruel of them.", "thanks, bye for now"};
  EXPECT_LT(read(talk, "Thank you. Take care!").concerns->any, 0.5);
  EXPECT_LT(read(talk, "Thank you").concerns->any,
            read(talk, "You should sue them.").concerns->any);
}

TEST(Concerns, BeforeAnyoneSpokeAGreetingIsNotFaulted) {
  const auto concerns = *read({}, "Hi, how are you today?").concerns;
  EXPECT_THAT(concerns.areas, Each(testing::AllOf(testing::Ge(0), testing::Lt(0.1))));
  EXPECT_LT(concerns.any, 0.2);
}

TEST(Concerns, AnyIsNoLessThanTheGreatestAreaAndNoMoreThanTheirSum) {
  const auto concerns = *read({kLaidOff}, "You should relax. At least you have savings?").concerns;
  double greatest = 0, sum = 0;
  for (const double area : concerns.areas) greatest = std::max(greatest, area), sum += area;
  EXPECT_GE(concerns.any, greatest);
  EXPECT_LE(concerns.any, std::min(1.0, sum));
}

TEST(Concerns, WordsOfAConcernSpeakForItAndAreThere) {
  const std::string reply = "You should call a lawyer today. Did you sign anything?";
  const Reading reading = read({kLaidOff}, reply);
  EXPECT_EQ(words_for("concerns:questions", reply, reading), "Did you sign anything");
  EXPECT_THAT(reading.why, Contains(Field(&conversation::Evidence::head, "concerns:suggestions")));
  for (const auto& why : reading.why) {
    if (!why.head.starts_with("concerns:")) continue;
    EXPECT_GT(why.weight, 0) << why.head;
  }
}

TEST(Concerns, AbstainOnOtherScripts) {
  EXPECT_THAT(read({"мне грустно"}, "мне очень жаль это слышать").abstains, Contains("concerns"));
  EXPECT_THAT(read({kLaidOff}, "今日はとても悲しいです").abstains, Contains("concerns"));
  EXPECT_THAT(read({kLaidOff}, "That is a hard way to end.").abstains, Not(Contains("concerns")));
}

TEST(Concerns, AreTheSupportersAlone) {
  EXPECT_FALSE(reader().read({Speaker::client, "you should rest"}, {}).concerns);
}

}  // namespace
}  // namespace attune::language
