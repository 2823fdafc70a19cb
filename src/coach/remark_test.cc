#include "coach/remark.h"

#include <gtest/gtest.h>

namespace attune::coach {
namespace {

using conversation::Skill;
using conversation::Speaker;

/// A draft whose reading is written by hand.
class Drafted {
 public:
  explicit Drafted(std::string words) : text_(std::move(words)) {
    reading.skills.emplace();
    reading.asks.emplace();
  }

  Drafted& reads_as(Skill skill) {
    reading.skills->labels.push_back(skill);
    return *this;
  }

  [[nodiscard]] std::optional<RemarkKind> remark() const {
    return choose_remark({text_, reading, fit, welcomes_advice, questions_before});
  }

  conversation::Reading reading;
  language::Fit fit;
  bool welcomes_advice = false;
  int questions_before = 0;

 private:
  std::string text_;
};

Drafted advice() {
  return Drafted("You should talk to her.").reads_as(Skill::advise_without_permission);
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word ";
  return text;
}

TEST(Remark, IsRareAndNamesEachKindOnce) {
  EXPECT_FALSE(Drafted("That sounds lonely.").reads_as(Skill::complex_reflection).remark());
  EXPECT_EQ(name(RemarkKind::minimizes), "minimizes");
  EXPECT_EQ(name(RemarkKind::length), "length");
}

TEST(Remark, AdviceThatNobodyAskedForGetsOne) {
  EXPECT_EQ(advice().remark(), RemarkKind::advice);
}

TEST(Remark, AdviceWithLeaveGetsNone) {
  Drafted wanted = advice();
  wanted.welcomes_advice = true;
  EXPECT_FALSE(wanted.remark());
  Drafted asks_leave = advice();
  asks_leave.reading.asks->permission = true;
  EXPECT_FALSE(asks_leave.remark());
  Drafted offered = advice();
  offered.fit.permission = 0.6;
  EXPECT_FALSE(offered.remark());
  EXPECT_FALSE(
      Drafted("If you like, write to her.").reads_as(Skill::advise_with_permission).remark());
}

TEST(Remark, QuestionsAboutSafetyAreLeftAlone) {
  for (const bool about_suicide : {true, false}) {
    Drafted draft = advice().reads_as(Skill::closed_question);
    (about_suicide ? draft.reading.asks->about_suicide : draft.reading.asks->about_safety) = true;
    draft.reading.asks->leading = true;
    draft.fit.minimizes = 1;
    draft.questions_before = 5;
    EXPECT_FALSE(draft.remark());
  }
}

TEST(Remark, NothingIsSaidOfWhatTheReaderCannotRead) {
  Drafted draft = advice();
  draft.reading.abstains = {"skills"};
  EXPECT_FALSE(draft.remark());
  draft.reading.skills.reset();
  EXPECT_FALSE(draft.remark());
}

TEST(Remark, ThereIsOneAtMostAndItIsTheWeightiest) {
  Drafted draft = Drafted("It will be fine. Why don't you call? Or write? Or go? " + words(90))
                      .reads_as(Skill::closed_question)
                      .reads_as(Skill::advise_without_permission);
  draft.questions_before = 2;
  EXPECT_EQ(draft.remark(), RemarkKind::advice);
  draft.fit.minimizes = 0.6;
  EXPECT_EQ(draft.remark(), RemarkKind::minimizes);
  draft.fit.minimizes = 0;
  draft.welcomes_advice = true;
  EXPECT_EQ(draft.remark(), RemarkKind::questions);
}

TEST(Remark, ThreeQuestionsAreAStackAndTwoAreNot) {
  EXPECT_FALSE(Drafted("What happened?? How was it?").remark());
  EXPECT_EQ(Drafted("What happened? How was it? And now?").remark(), RemarkKind::questions);
}

TEST(Remark, AThirdQuestionInARowIsClosedOrFine) {
  Drafted closed = Drafted("Did you sleep?").reads_as(Skill::closed_question);
  closed.questions_before = 1;
  EXPECT_FALSE(closed.remark());
  closed.questions_before = 2;
  EXPECT_EQ(closed.remark(), RemarkKind::closed);
  Drafted open = Drafted("What was it like?").reads_as(Skill::open_question);
  open.questions_before = 2;
  EXPECT_FALSE(open.remark());
}

TEST(Remark, EightyWordsAreNotYetLong) {
  EXPECT_FALSE(Drafted(words(80)).remark());
  EXPECT_EQ(Drafted(words(81)).remark(), RemarkKind::length);
}

TEST(Remark, ATurnWithoutAQuestionEndsTheRow) {
  conversation::Observed observed;
  const auto say = [&](Speaker speaker, const char* text) {
    observed.lines.push_back({1, {speaker, text}, {}});
  };
  say(Speaker::supporter, "Who is there?");
  say(Speaker::supporter, "I am listening.");
  say(Speaker::supporter, "How long?");
  say(Speaker::client, "Why do you ask? Years.");
  say(Speaker::supporter, "And before?");
  EXPECT_EQ(questions_in_a_row(observed), 2);
}

}  // namespace
}  // namespace attune::coach
