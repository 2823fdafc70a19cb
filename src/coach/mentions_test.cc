#include "coach/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coach/feelings.h"

namespace attune::coach {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(const std::vector<Given>& all) {
  std::vector<std::string> found;
  for (const Given& one : all) found.push_back(one.text);
  return found;
}

TEST(Mentions, FindThePeopleOfAClient) {
  EXPECT_THAT(texts(people_mentioned(plain_words("my wee sister stays with my da"), "")),
              ElementsAre("your dad", "your wee sister"));
  EXPECT_THAT(texts(people_mentioned(plain_words("Lurdes thinks I have clients."), "Armando")),
              ElementsAre("Lurdes"));
  EXPECT_THAT(
      texts(people_mentioned(plain_words("Sam said it. Nobody knows. Then told me."), "Sam")),
      IsEmpty());
}

TEST(Mentions, FindThings) {
  EXPECT_THAT(texts(things_mentioned(plain_words("I'm frightened of the gate."))),
              ElementsAre("the gate"));
  EXPECT_THAT(texts(things_mentioned(plain_words("I couldn't lift the lid and I left my phone."))),
              ElementsAre("your phone", "the lid"));
  EXPECT_THAT(texts(things_mentioned(
                  plain_words("The first time I did the same at the window, the bells rang."))),
              IsEmpty());
}

std::vector<std::string> felt(std::string_view said) {
  static const std::vector<Feeling> table{{"scared", {"scared", "frightens me"}, false, "fear"},
                                          {"ashamed", {"ashamed", "hate myself"}, false, "shame"},
                                          {"worn out", {"tired", "done in"}, false, "exhaustion"}};
  std::vector<std::string> words;
  for (const FeelingSaid& one : FeelingFinder(table).said(plain_words(said)))
    words.push_back(one.feeling->say);
  return words;
}

TEST(Feelings, AreHeardWhenTheClientNamesThem) {
  EXPECT_THAT(felt("I'm scared, and so tired."), ElementsAre("worn out", "scared"));
  EXPECT_THAT(felt("aye just tired"), ElementsAre("worn out"));
  EXPECT_THAT(felt("My own voice frightens me."), ElementsAre("scared"));
  EXPECT_THAT(felt("I shouted and hate myself."), ElementsAre("ashamed"));
}

TEST(Feelings, AreNotHeardWhenNegatedOrAnotherPersons) {
  EXPECT_THAT(felt("I'm not scared."), IsEmpty());
  EXPECT_THAT(felt("i'm no tired"), IsEmpty());
  EXPECT_THAT(felt("She was scared of me."), IsEmpty());
  EXPECT_THAT(felt("Are you tired?"), IsEmpty());
}

}  // namespace
}  // namespace attune::coach
