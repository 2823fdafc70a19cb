#include "voice/topics.h"

#include <gtest/gtest.h>

#include "voice/acts_yaml.h"

namespace attune::voice {
namespace {

const std::filesystem::path kRoot = ATTUNE_ROOT;

client::Topic topic(const std::string& id, std::vector<std::string> asked) {
  client::Topic made;
  made.id = id;
  made.asked = std::move(asked);
  return made;
}

/// Somebody with a sister, Vera, a friend, Olav, and a boat.
client::Case somebody() {
  client::Case person;
  person.topics = {
      topic("age", {"how old are you", "what is your age"}),
      topic("work", {"what do you do for a living", "what is your job"}),
      topic("vera", {"who is Vera", "who is your sister", "tell me about Vera",
                     "tell me about your sister", "what is Vera like", "what is your sister like"}),
      topic("vera-age", {"how old is Vera", "how old is your sister", "how old is she"}),
      topic("olav", {"who is Olav", "what is Olav like", "tell me about Olav"}),
      topic("olav-age", {"how old is Olav"}),
      topic("boat-sold", {"when did you sell the boat", "when was that boat sold"}),
      topic("boat-why", {"why did you sell the boat", "what made you sell the boat"}),
      topic("met", {"how did you two meet"}),
      topic("start", {"when was that", "when did it start"})};
  const auto says = [&](const std::string& text) {
    client::Line line;
    line.bubbles = {text};
    person.lines.push_back(line);
  };
  says("Vera rang, and she laughed at her own joke.");
  says("Olav mends his nets, he likes it.");
  return person;
}

class TopicsTest : public testing::Test {
 protected:
  std::string best(const std::string& said, const std::string& before = "") const {
    Sentence question = plain(said, acts.wording).back();
    question.asks = true;
    const auto found = topics.asked_anywhere(question, join(plain(before, acts.wording)), 0.4);
    return found.empty() ? "" : found[0].topic->id;
  }
  client::Case person = somebody();
  std::unique_ptr<language::Meaning> meaning =
      language::Meaning::open(kRoot / "models", kRoot / "content" / "lexicons").value();
  Acts acts = load_acts(kRoot / "content" / "acts.yaml").value();
  Topics topics{person, meaning->questions(), acts.wording};
};

TEST_F(TopicsTest, APhrasingWordForWordIsCertain) {
  const Sentence sentence = plain("How old are you?", acts.wording)[0];
  const auto found = topics.asked(sentence, {}, 0);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].topic->id, "age");
  EXPECT_EQ(found[0].score, 1);
}

TEST_F(TopicsTest, OtherWordsForTheSameAreFound) {
  EXPECT_EQ(best("what made you sell your boat then"), "boat-why");
  EXPECT_EQ(best("how old is your sister now?"), "vera-age");
  EXPECT_EQ(best("what do you think of the new bridge"), "");
}

TEST_F(TopicsTest, AQuestionAboutAnotherIsNotOneAboutTheClient) {
  EXPECT_NE(best("what does he do for a living"), "work");
  EXPECT_EQ(best("what do you do for a living then"), "work");
}

TEST_F(TopicsTest, APronounStandsForWhoWasSpokenOfLast) {
  EXPECT_EQ(best("what is he like?", "I was out with Olav."), "olav");
  EXPECT_EQ(best("what is she like?", "I was out with Vera."), "vera");
  EXPECT_EQ(best("how old is he?", "I was out with Vera and Olav."), "olav-age");
  EXPECT_EQ(best("how old is she?", "I was out with Vera and Olav."), "vera-age");
  EXPECT_EQ(best("what is she like?", "Vera was out with her uncle."), "vera");
}

TEST_F(TopicsTest, WhoIsNamedAtTheEndIsMeant) {
  EXPECT_EQ(best("what is she like, Vera?", "I was out with Olav."), "vera");
  EXPECT_EQ(best("and how old is he, Olav?", "I was out with Vera."), "olav-age");
}

TEST_F(TopicsTest, ANeighborOfWhatIsAskedIsLessSure) {
  const auto sure = [&](const char* said) {
    const auto found = topics.asked(plain(said, acts.wording).back(), {}, 0);
    return found.empty() ? 0 : found[0].score;
  };
  EXPECT_GT(sure("what made you sell your boat then"), 0.4);
  EXPECT_LT(sure("would you sell your sister a boat"), 0.2);
}

TEST_F(TopicsTest, ALightQuestionLeansOnTheWordsBeforeIt) {
  EXPECT_EQ(best("and when was that?", "I sold the boat."), "boat-sold");
  EXPECT_EQ(best("when was that?", "It was raining."), "start");
}

TEST_F(TopicsTest, AClauseThatAsksIsHeardWithinALongSentence) {
  EXPECT_EQ(best("ok il try again, why did you sell the boat?"), "boat-why");
}

TEST_F(TopicsTest, OfRiskAreThoseOfItsLayerAndThoseAskedForOutright) {
  person.topics = {topic("often", {"how often do you think of suicide", "would you rather die",
                                   "do you want to die", "do those thoughts come at night"}),
                   topic("calm", {"why are you so calm"}),
                   topic("out", {"how often do you go out", "where do you go at night"})};
  person.topics[1].layer = person.risk.layer = "over";
  const RiskTopics of_risk(person, PlainCase(person, acts.wording));
  EXPECT_TRUE(of_risk.contains(person.topics[0]));
  EXPECT_TRUE(of_risk.contains(person.topics[1]));
  EXPECT_FALSE(of_risk.contains(person.topics[2]));
  const auto are_named = [&](const char* text) {
    return of_risk.are_named(join(plain(text, acts.wording)));
  };
  EXPECT_TRUE(are_named("do you ever want to die?"));
  EXPECT_FALSE(are_named("where do you go at night?"));
}

TEST_F(TopicsTest, WhereAPhrasingWordForWordIsWantedNothingElseIsFound) {
  const auto found = [&](const char* text) {
    return topics.asked(plain(text, acts.wording)[0], {}, 1).size();
  };
  EXPECT_EQ(found("When did you sell the boat?"), 1);
  EXPECT_EQ(found("When did you sell your boat?"), 0);
}

}  // namespace
}  // namespace attune::voice
