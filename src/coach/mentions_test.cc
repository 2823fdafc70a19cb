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
  EXPECT_THAT(texts(people_mentioned(plain_words("Nobody's noticed yet."), "")), IsEmpty());
}

TEST(Mentions, FindThings) {
  EXPECT_THAT(texts(things_mentioned(plain_words("I'm frightened of the gate."))),
              ElementsAre("the gate"));
  EXPECT_THAT(texts(things_mentioned(plain_words("I couldn't lift the lid and I left my bag."))),
              ElementsAre("your bag", "the lid"));
  EXPECT_THAT(texts(things_mentioned(
                  plain_words("The first time I did the same at the window, she's tired."))),
              IsEmpty());
}

TEST(Mentions, FindSeveralThingsAndWhereTheyAre) {
  const auto things = [](const char* said) { return texts(things_mentioned(plain_words(said))); };
  EXPECT_THAT(things("There used to be notes, then the notes on the fridge stopped."),
              ElementsAre("the notes on the fridge"));
  EXPECT_THAT(things("i bought a present in september"), ElementsAre("the present"));
  EXPECT_THAT(things("I have the key of my mother."), ElementsAre("the key"));
  EXPECT_THAT(things("The rain's loud. I'm a fool. It sounds like a dentist."), IsEmpty());
}

TEST(Mentions, CallAFriendByName) {
  EXPECT_THAT(texts(people_mentioned(plain_words("My friend Sal was in town."), "")),
              ElementsAre("your friend Sal"));
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

TEST(Feelings, AreNotHeardInACourtesy) {
  static const std::vector<Feeling> table{{"scared", {"afraid"}, false, "fear"}};
  const FeelingFinder finder(table);
  EXPECT_TRUE(finder.said(plain_words("I am afraid so.")).empty());
  EXPECT_TRUE(finder.said(plain_words("My mind has gone somewhere, I'm afraid.")).empty());
  EXPECT_EQ(finder.said(plain_words("I am afraid of the gate.")).size(), 1U);
  EXPECT_EQ(finder.said(plain_words("When it rings I'm afraid.")).size(), 1U);
}

TEST(Feelings, AreNotHeardWhenNegatedOrAnotherPersons) {
  EXPECT_THAT(felt("I'm not scared."), IsEmpty());
  EXPECT_THAT(felt("i'm no tired"), IsEmpty());
  EXPECT_THAT(felt("She was scared of me."), IsEmpty());
  EXPECT_THAT(felt("Are you tired?"), IsEmpty());
}

}  // namespace
}  // namespace attune::coach
