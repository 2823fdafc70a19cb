#include "session/stateless.h"

#include <gtest/gtest.h>

#include "fakes/stage.h"

namespace attune::session {
namespace {

using conversation::Speaker;
using conversation::Turn;

using fakes::Stage;

class Stateless : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  Reply reply(const std::vector<Turn>& talk, std::uint64_t seed = 0) {
    return reply_to(stage_->desk, talk, seed).value();
  }

  /// The words of the same talk held in one go, the opening first.
  std::vector<std::string> held(const std::vector<std::string>& said, std::uint64_t seed) {
    Desk& desk = stage_->desk;
    Progress progress = session::begin(desk.person);
    std::vector<std::string> words;
    const auto take = [&](const std::vector<conversation::Event>& events) {
      for (const auto& event : events) fold(progress, event);
    };
    take({open(desk, seed, {})});
    take(settle(desk, progress, {}).value());
    words.push_back(progress.talk.back().text);
    for (const std::string& text : said) {
      take(advance(
               desk, progress,
               Hear{text, "turn-" + std::to_string(1001 + progress.turn), progress.last, "", false},
               {})
               .value());
      take(settle(desk, progress, {}).value());
      words.push_back(progress.talk.back().text);
    }
    return words;
  }

 private:
  static inline Stage* stage_ = nullptr;
};

TEST_F(Stateless, NothingSaidAsksForTheOpening) {
  EXPECT_EQ(reply({}).text, held({}, 0).front());
  EXPECT_FALSE(reply({}).closed);
}

TEST_F(Stateless, ATalkKeptElsewhereGoesAsOneHeldInOneGo) {
  const std::vector<std::string> said{"What made you write today?", "That sounds lonely.",
                                      "How are you sleeping?", "Who helps you?",
                                      "What is that like?"};
  for (const std::uint64_t seed : {0U, 7U}) {
    const auto words = held(said, seed);
    std::vector<Turn> talk{{Speaker::client, words.front()}};
    for (std::size_t i = 0; i < said.size(); ++i) {
      talk.push_back({Speaker::supporter, said[i]});
      EXPECT_EQ(reply(talk, seed).text, words[i + 1]) << "turn " << i + 1 << ", seed " << seed;
      talk.push_back({Speaker::client, words[i + 1]});
    }
  }
}

TEST_F(Stateless, WithoutAnOpeningTheFirstTurnAnswersOneThatNobodySaw) {
  EXPECT_EQ(reply({{Speaker::supporter, "How are you sleeping?"}}).text,
            held({"How are you sleeping?"}, 0).back());
}

TEST_F(Stateless, LinesFoundInTheTalkAreNotSaidAgain) {
  const std::vector<Turn> asked{{Speaker::supporter, "How are you sleeping?"}};
  const std::string first = reply(asked).text;
  std::vector<Turn> again{{Speaker::client, first}};
  again.insert(again.end(), asked.begin(), asked.end());
  EXPECT_NE(reply(again).text, first);
}

TEST_F(Stateless, WhoHasGoneSaysNoMore) {
  std::vector<Turn> talk{{Speaker::client, "Hello."}};
  for (const char* text : {"I have to go now. Goodbye, take care.", "Are you still there?"}) {
    talk.push_back({Speaker::supporter, text});
    const Reply said = reply(talk);
    EXPECT_TRUE(said.closed) << text;
    talk.push_back({Speaker::client, said.text});
  }
  EXPECT_EQ(talk.back().text, "This exercise is over. Nothing happens to her after it.");
}

}  // namespace
}  // namespace attune::session
