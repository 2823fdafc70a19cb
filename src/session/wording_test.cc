#include "session/wording.h"

#include <gtest/gtest.h>

#include "fakes/stage.h"

namespace attune::session {
namespace {

using conversation::Event;
using conversation::Said;
using conversation::Worded;

using fakes::Stage;

class WordingTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { stage_ = new Stage; }
  static void TearDownTestSuite() {
    delete stage_;
    stage_ = nullptr;
  }

  /// A talk whose opening was said, and whose first reply is owed in words.
  WordingTest() {
    take({open(desk(), 1, {})});
    take(settle(desk(), progress_, {}).value());
    take(advance(desk(), progress_, Hear{"What is that like?", "message-1", 1000, "", false}, {})
             .value());
    take(decide(desk(), progress_, {}));
  }

  Desk& desk() { return stage_->desk; }
  void take(const std::vector<Event>& events) {
    for (const Event& event : events) fold(progress_, event);
  }
  Wording wording() { return {desk(), progress_, "default"}; }
  static llm::Answer answer(const std::string& text) { return {.text = text, .model = "m-1"}; }
  std::string authored_words() {
    const auto events = settle(desk(), progress_, {}).value();
    return std::get<Said>(events.front().body).text;
  }

  static constexpr const char* kOutOfRole = "As an AI language model, I have no feelings.";

  Progress progress_ = session::begin(desk().person);

 private:
  static inline Stage* stage_ = nullptr;
};

TEST_F(WordingTest, TheMindsPartComesFirstAndLeavesTheWordsOwed) {
  EXPECT_EQ(progress_.owed, Owed::words);
  EXPECT_TRUE(decide(desk(), progress_, {}).empty());
  EXPECT_EQ(progress_.intended.turn, 1);
}

TEST_F(WordingTest, WordsThatPassAreTheTurn) {
  const std::string fit = authored_words();
  const auto words = wording().take(answer(fit));
  ASSERT_TRUE(words && words->worded);
  EXPECT_EQ(words->text, fit);
  EXPECT_EQ(words->worded->by, Worded::By::model);
  EXPECT_FALSE(words->typing_ms.empty());
  EXPECT_FALSE(words->lines.empty());  // the author's lines count as said
}

TEST_F(WordingTest, WordsThatDoNotPassAreAskedForOnceMoreWithTheReason) {
  Wording asked = wording();
  EXPECT_EQ(asked.prompt().messages.back().text.find(kOutOfRole), std::string::npos);
  EXPECT_FALSE(asked.take(answer(kOutOfRole)));
  EXPECT_NE(asked.prompt().messages.back().text.find(kOutOfRole), std::string::npos);
}

TEST_F(WordingTest, AfterTwoTriesTheAuthoredVoiceSpeaks) {
  Wording asked = wording();
  EXPECT_FALSE(asked.take(answer(kOutOfRole)));
  const auto words = asked.take(answer(kOutOfRole));
  ASSERT_TRUE(words && words->worded);
  EXPECT_EQ(words->text, authored_words());
  EXPECT_EQ(words->worded->by, Worded::By::authored);
  EXPECT_EQ(words->worded->model, "m-1");
  EXPECT_EQ(words->worded->prompts, desk().modeled->version());
  EXPECT_GE(words->worded->faults.size(), 2U);
  EXPECT_EQ(words->worded->trouble, "");
}

TEST_F(WordingTest, WithoutAnAnswerTheAuthoredVoiceSpeaksAndSaysWhy) {
  const Said words = wording().give_up("slow_first");
  EXPECT_EQ(words.text, authored_words());
  EXPECT_EQ(words.worded->trouble, "slow_first");
  EXPECT_EQ(words.worded->endpoint, "default");
  EXPECT_EQ(words.worded->model, "");
}

TEST_F(WordingTest, WhoeverWordsItTheMindGoesTheSameWay) {
  const auto settled = settle(desk(), progress_, {}).value();
  const auto spoken = speak(desk(), progress_, wording().give_up("cut"), {});
  ASSERT_EQ(spoken.size(), settled.size());
  take(spoken);
  EXPECT_EQ(progress_.owed, Owed::nothing);
}

}  // namespace
}  // namespace attune::session
