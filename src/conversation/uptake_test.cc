#include "conversation/uptake.h"

#include <gtest/gtest.h>

namespace attune::conversation {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A talk with one round of ideas after another, a second between events unless told otherwise.
class Talk {
 public:
  Talk& offers(const std::vector<std::string>& texts) {
    Suggested suggested{.turn = turn_};
    const char* kinds[] = {"motivational_interviewing", "empathic_response", "support"};
    for (std::size_t i = 0; i < texts.size(); ++i)
      suggested.cards.push_back({.kind = kinds[i], .text = texts[i]});
    return write(suggested);
  }
  Talk& adopts(const std::string& kind) { return write(Adopted{turn_, kind}); }
  Talk& waits(milliseconds time) {
    now_ += time;
    return *this;
  }
  Talk& says(const std::string& text, const std::string& adopted = "") {
    write(Said{.turn = ++turn_, .text = text, .adopted = adopted});
    return write(Said{.turn = turn_, .speaker = Speaker::client, .text = "Mm."});
  }
  [[nodiscard]] std::vector<Round> rounds() const { return conversation::rounds(events_); }

 private:
  Talk& write(Body body) {
    now_ += seconds(1);
    events_.push_back({static_cast<Sequence>(events_.size()) + 1, now_, std::move(body)});
    return *this;
  }

  std::vector<Event> events_;
  base::Instant now_{};
  TurnNumber turn_ = 0;
};

TEST(EditDistance, IsWordsChangedOverTheLonger) {
  EXPECT_EQ(edit_distance("You kept going.", "you kept  going!"), 0);
  // Three words put in to three: 3 / 6.
  EXPECT_DOUBLE_EQ(edit_distance("You kept going.", "You kept going, every single night."), 0.5);
  // One of four changed, one taken out: 2 / 5.
  EXPECT_DOUBLE_EQ(edit_distance("That sounds so very hard", "This sounds so hard"), 0.4);
  EXPECT_DOUBLE_EQ(edit_distance("a b c", "x y z"), 1);
  EXPECT_DOUBLE_EQ(edit_distance("", "word"), 1);
  EXPECT_EQ(edit_distance("", ""), 0);
}

TEST(EditDistance, TakesQuotationMarksAndJoinedWordsForTheSame) {
  EXPECT_EQ(edit_distance("I don't know", "I don\u2019t know"), 0);
  EXPECT_EQ(edit_distance("well-known", "well known"), 0);
  EXPECT_GT(edit_distance("caf\u00e9", "cafe"), 0);
}

TEST(EditDistance, ABlankCountsByTheWordsPutIn) {
  const char* idea = "Thank you. [one sentence of your own, if true and you wish]";
  EXPECT_EQ(edit_distance(idea, "Thank you."), 0);
  EXPECT_EQ(edit_distance(idea, idea), 0);
  // Four words put in to two: 4 / 6.
  EXPECT_DOUBLE_EQ(edit_distance(idea, "Thank you. I lost mine too"), 4.0 / 6);
  EXPECT_DOUBLE_EQ(edit_distance("Thank [", "Thank you"), 0.5);
}

TEST(Rounds, TellAdoptedEditedAndIgnoredApart) {
  Talk talk;
  talk.offers({"One two.", "Three four.", "Five six."})
      .adopts("support")
      .says("Five six!", "support");
  talk.offers({"One two.", "Three four."}).adopts("empathic_response");
  talk.says("Three and four.", "empathic_response");
  talk.offers({"One two."}).says("Something else.");
  talk.says("Nothing was offered.");
  const auto rounds = talk.rounds();
  ASSERT_EQ(rounds.size(), 3U);
  EXPECT_EQ(rounds[0].offered, 3);
  EXPECT_EQ(rounds[0].adopted, "support");
  EXPECT_FALSE(rounds[0].edited);
  EXPECT_TRUE(rounds[1].edited);
  EXPECT_DOUBLE_EQ(rounds[1].distance, 1.0 / 3);
  EXPECT_EQ(rounds[2].turn, 2);
  EXPECT_EQ(rounds[2].adopted, "");
}

TEST(Rounds, WordsTypedAfterAnIdeaAreAdopted) {
  Talk talk;
  talk.offers({"One two.", "Three four."}).says("three, four");
  talk.offers({"One two.", "Three four."}).adopts("support").says("one two", "empathic_response");
  EXPECT_EQ(talk.rounds()[0].adopted, "empathic_response");
  EXPECT_EQ(talk.rounds()[1].adopted, "motivational_interviewing");
  EXPECT_FALSE(talk.rounds()[1].edited);
}

TEST(Rounds, TimeRunsToTheChoiceOrToTheReply) {
  Talk talk;
  talk.offers({"One.", "Two."}).waits(seconds(4)).adopts("empathic_response");
  talk.waits(seconds(60)).says("Two, then.", "empathic_response");
  talk.offers({"One."}).waits(seconds(9)).says("Own words.");
  talk.offers({"One."});
  const auto rounds = talk.rounds();
  EXPECT_EQ(rounds[0].decide, seconds(5));
  EXPECT_EQ(rounds[1].decide, seconds(10));
  EXPECT_FALSE(rounds[2].answered);
  EXPECT_FALSE(rounds[2].decide);
  EXPECT_EQ(rounds[2].adopted, "");
}

}  // namespace
}  // namespace attune::conversation
