#include "review/intake.h"

#include <gmock/gmock.h>

namespace attune::review {
namespace {

using conversation::Speaker;
using testing::HasSubstr;

class IntakeTest : public testing::Test {
 protected:
  std::string refused(const Form& form) {
    const auto fits = check(form, {turns_, instruments_, ids_, left_out_});
    return fits ? "" : fits.error().message;
  }
  Form whole() {
    Form form;
    form.sheets = {{"support-quality", std::nullopt, {}}};
    for (const Item& item : instruments_.at("support-quality").items)
      form.sheets[0].answers[item.id] = item.low;
    return form;
  }
  Form marked(Mark mark) {
    Form form = whole();
    form.marks = {std::move(mark)};
    return form;
  }

  const Instruments instruments_ =
      load_instruments(std::filesystem::path(ATTUNE_ROOT) / "content" / "instruments").value();
  // The reply has 13 code points and more bytes.
  const std::vector<conversation::Turn> turns_{{Speaker::client, "Hi."},
                                               {Speaker::supporter, "Är du ledsen?"}};
  const std::vector<std::string> ids_{"support-quality", "critique", "empathy"};
  std::optional<std::vector<std::string>> left_out_ = std::vector<std::string>{};
};

TEST_F(IntakeTest, AWholeFormIsTaken) {
  EXPECT_EQ(refused(whole()), "");
  EXPECT_EQ(refused(marked({"critique", "missed_cue", 1, 0, 13, 2, ""})), "");
  EXPECT_EQ(refused(marked({"critique", "missed_cue", 1, 0, 0, 3, ""})), "");
}

TEST_F(IntakeTest, WhatIsNotAnsweredMustBeNamed) {
  Form form = whole();
  const Item first = instruments_.at("support-quality").items.front();
  form.sheets[0].answers.erase(first.id);
  EXPECT_THAT(refused(form), HasSubstr(first.ask));
  left_out_ = {first.id};
  EXPECT_EQ(refused(form), "");
  left_out_.reset();
  EXPECT_EQ(refused(Form{}), "");
}

TEST_F(IntakeTest, AnswersStayOnTheirScale) {
  Form form = whole();
  form.sheets[0].answers.begin()->second = 99;
  EXPECT_THAT(refused(form), HasSubstr("goes from"));
  form = whole();
  form.sheets[0].answers["nothing"] = 1;
  EXPECT_THAT(refused(form), HasSubstr("no item of that name"));
}

TEST_F(IntakeTest, MarksStandOnWordsThatThereAre) {
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 1, 0, 14, 2, ""})), HasSubstr("words"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 1, 4, 4, 2, ""})), HasSubstr("words"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 1, -1, 4, 2, ""})), HasSubstr("words"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 0, 0, 0, 2, ""})), HasSubstr("no reply"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 2, 0, 0, 2, ""})), HasSubstr("no reply"));
}

TEST_F(IntakeTest, MarksCarryWhatTheirCodeAsksFor) {
  EXPECT_THAT(refused(marked({"critique", "unheard_of", 1, 0, 0, 2, ""})), HasSubstr("no code"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 1, 0, 0, 0, ""})), HasSubstr("severity"));
  EXPECT_THAT(refused(marked({"critique", "missed_cue", 1, 0, 0, 4, ""})), HasSubstr("severity"));
  EXPECT_THAT(refused(marked({"critique", "other", 1, 0, 0, 1, " "})), HasSubstr("few words"));
  EXPECT_EQ(refused(marked({"critique", "other", 1, 0, 0, 1, "curt"})), "");
  EXPECT_THAT(refused(marked({"critique", "other", 1, 0, 0, 1, std::string(2001, 'x')})),
              HasSubstr("2000"));
}

TEST_F(IntakeTest, OnlyWhatWasAskedForIsFilledInAndOnce) {
  Form form = whole();
  form.sheets.push_back(form.sheets[0]);
  EXPECT_THAT(refused(form), HasSubstr("twice"));
  form = whole();
  form.sheets.push_back({"miti", std::nullopt, {}});
  EXPECT_THAT(refused(form), HasSubstr("not asked for"));
  form = whole();
  form.sheets.push_back({"empathy", std::nullopt, {{"explorations", 1}}});
  EXPECT_THAT(refused(form), HasSubstr("name its turn"));
  form.sheets.back().turn = 1;
  EXPECT_EQ(refused(form), "");
  form.sheets.front().turn = 1;
  EXPECT_THAT(refused(form), HasSubstr("whole talk"));
}

TEST_F(IntakeTest, ErrorsQuoteNothingOfTheTalkOrTheRater) {
  Form form = marked({"critique", "other", 1, 0, 99, 1, "a private remark"});
  form.comment = std::string("private\0words", 13);
  EXPECT_THAT(refused(form), testing::Not(HasSubstr("private")));
  form.marks.clear();
  EXPECT_THAT(refused(form),
              testing::AllOf(HasSubstr("the comment"), testing::Not(HasSubstr("private"))));
}

TEST_F(IntakeTest, SettlingNeedsAValueOrTheWordThatItStaysOpen) {
  const auto refused = [&](Settled settled) {
    const auto fits = check(settled, {turns_, instruments_});
    return fits ? "" : fits.error().message;
  };
  Settled word{"t", "critique", "missed_cue", 1, 2, "", "ann", false, {}};
  EXPECT_EQ(refused(word), "");
  word.value = 4;
  EXPECT_THAT(refused(word), HasSubstr("severity"));
  word.value = 0;
  EXPECT_EQ(refused(word), "");
  word.open = true;
  EXPECT_THAT(refused(word), HasSubstr("one of the two"));
  word.value.reset();
  EXPECT_EQ(refused(word), "");
  word.what = "nothing";
  EXPECT_THAT(refused(word), HasSubstr("neither"));
}

TEST(ChoiceCheck, StaysOnItsScale) {
  Choice choice;
  choice.preferred = -2;
  EXPECT_TRUE(check(choice));
  choice.preferred = 3;
  EXPECT_FALSE(check(choice));
  choice = {};
  choice.seconds = std::nan("");
  EXPECT_FALSE(check(choice));
}

}  // namespace
}  // namespace attune::review
