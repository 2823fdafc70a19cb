#include "review/disagree.h"

#include <cmath>

#include <gmock/gmock.h>

#include "fakes/memory_log.h"
#include "review/batch_ratings.h"

namespace attune::review {
namespace {

using conversation::Speaker;

class DisagreeTest : public testing::Test {
 protected:
  DisagreeTest() {
    book_.batches["b"] = {"b", "", {"critique", "support-quality"}, {"t", "u"}, {}, {"ann", "ben"},
                          1,   ""};
    for (const char* talk : {"t", "u"})
      book_.talks[talk] = {.id = talk,
                           .origin = Origin::imported,
                           .turns = {{Speaker::supporter, "One."},
                                     {Speaker::client, "Mm."},
                                     {Speaker::supporter, "Two."}}};
  }
  Rating& rate(const std::string& rater, RaterKind kind, std::optional<int> understood,
               std::vector<Mark> marks = {}, const std::string& talk = "t") {
    Rating made{.task = "x", .talk = talk, .rater = {rater, kind, ""}};
    made.form.marks = std::move(marks);
    if (understood)
      made.form.sheets = {{"support-quality", std::nullopt, {{"understood", *understood}}}};
    return book_.ratings.emplace_back(std::move(made));
  }
  std::vector<Disagreement> found() { return disagreements(book_, instruments_); }
  base::Result<Sliced> cut(const std::string& instrument, const std::string& what) {
    fakes::MemoryLog log;
    const auto shelf = Shelf::look(std::make_shared<Book>(book_), log, Consent::not_asked).value();
    return slice(shelf, instruments_, {"b", instrument, what, {}});
  }

  const Instruments instruments_ =
      load_instruments(std::filesystem::path(ATTUNE_ROOT) / "content" / "instruments").value();
  const Mark cue_{"critique", "missed_cue", 2, 0, 0, 3, "past it"};
  Book book_;
};

TEST_F(DisagreeTest, AnswersTwoApartDifferAndOneApartDoNot) {
  rate("ann", RaterKind::expert, 2);
  rate("ben", RaterKind::expert, 3);
  EXPECT_TRUE(found().empty());
  book_.ratings[1].form.sheets[0].answers["understood"] = 4;
  ASSERT_EQ(found().size(), 1U);
  EXPECT_EQ(found()[0].what, "understood");
  EXPECT_FALSE(found()[0].turn);
  EXPECT_EQ(found()[0].voices.size(), 2U);
}

TEST_F(DisagreeTest, KindsAmongEachOtherAreTheMapsMatter) {
  rate("ann", RaterKind::expert, 1);
  rate("ben", RaterKind::peer, 5);
  EXPECT_TRUE(found().empty());
}

TEST_F(DisagreeTest, ACodeThatSomeMarkAndOthersLookedForDiffers) {
  rate("ann", RaterKind::expert, {}, {cue_});
  EXPECT_TRUE(found().empty());
  rate("ben", RaterKind::expert, {});
  ASSERT_EQ(found().size(), 1U);
  const Disagreement& one = found()[0];
  EXPECT_EQ(one.turn, 2);
  EXPECT_EQ(one.title, "Missed cue");
  std::vector<int> values;
  for (const Voice& voice : one.voices) values.push_back(voice.value);
  EXPECT_THAT(values, testing::UnorderedElementsAre(0, 3));
}

TEST_F(DisagreeTest, WhoWasNotAskedDoesNotSayNo) {
  rate("ann", RaterKind::expert, {}, {cue_});
  rate("stranger", RaterKind::expert, {});
  EXPECT_TRUE(found().empty());
}

TEST_F(DisagreeTest, ASecondFormCountsInTheFirstsPlace) {
  rate("ann", RaterKind::expert, 1);
  rate("ben", RaterKind::expert, 5);
  rate("ben", RaterKind::expert, 1);
  EXPECT_TRUE(found().empty());
  EXPECT_EQ(book_.ratings.size(), 3U);
}

TEST_F(DisagreeTest, RatersAreNumberedNotNamed) {
  rate("ann", RaterKind::expert, 1);
  rate("ben", RaterKind::expert, 5);
  const auto all = found();
  std::vector<std::string> names;
  for (const Voice& voice : all.at(0).voices) names.push_back(voice.rater);
  EXPECT_THAT(names, testing::UnorderedElementsAre("Rater 1", "Rater 2"));
}

TEST_F(DisagreeTest, WhatIsSettledStandsLastWithItsWord) {
  rate("ann", RaterKind::expert, 1, {cue_});
  rate("ben", RaterKind::expert, 5);
  ASSERT_EQ(found().size(), 2U);
  book_.settled.push_back({"t", "support-quality", "understood", {}, 3, "why", "cleo", false, {}});
  EXPECT_EQ(found()[0].settled, nullptr);
  ASSERT_NE(found()[1].settled, nullptr);
  EXPECT_EQ(found()[1].settled->value, 3);
  EXPECT_EQ(book_.ratings[0].form.sheets[0].answers["understood"], 1);
}

TEST_F(DisagreeTest, ACodeIsCutByReplyAndAnItemByTalk) {
  rate("ann", RaterKind::expert, 2, {cue_});
  rate("ben", RaterKind::peer, 4);
  rate("ann", RaterKind::expert, 3, {}, "u");
  rate("ben", RaterKind::peer, 3, {}, "u");
  rate("program", RaterKind::model, 5, {}, "u");
  const auto code = cut("critique", "missed_cue");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->file.ratings.items, 4U);
  EXPECT_THAT(code->file.ratings.values, testing::ElementsAre(0, 0, 1, 0, 0, 0, 0, 0));
  EXPECT_THAT(code->file.groups, testing::ElementsAre(0, 0, 1, 1));
  const auto item = cut("support-quality", "understood");
  ASSERT_TRUE(item);
  EXPECT_EQ(item->level, stats::Level::ordinal);
  EXPECT_THAT(item->file.ratings.values, testing::ElementsAre(2, 4, 3, 3));
  EXPECT_EQ(cut("support-quality", "nothing").error().code, base::Code::not_found);
}

TEST_F(DisagreeTest, RatersAreHeldAgainstWhatIsKnown) {
  rate("ann", RaterKind::expert, 2, {cue_});
  rate("ben", RaterKind::peer, 4);
  rate("ann", RaterKind::expert, 3, {}, "u");
  rate("ben", RaterKind::peer, 3, {}, "u");
  Form known;
  known.sheets = {{"support-quality", std::nullopt, {{"understood", 4}}}};
  known.marks = {cue_};
  book_.gold["t"] = {"t", known, "cleo"};
  EXPECT_EQ(cut("support-quality", "understood")->gold.at("ben").same, 1);
  EXPECT_EQ(cut("support-quality", "understood")->gold.at("ann").same, 0);
  const auto code = cut("critique", "missed_cue");
  EXPECT_EQ(code->gold.at("ann").same, 2);
  EXPECT_EQ(code->gold.at("ben").n, 2);
  EXPECT_EQ(code->gold.at("ben").same, 1);
}

TEST_F(DisagreeTest, WhoMarkedAnotherCodeLookedForThisOneToo) {
  Mark lecturing = cue_;
  lecturing.code = "lecturing";
  rate("cem", RaterKind::expert, std::nullopt, {lecturing});  // none of any batch
  rate("dot", RaterKind::expert, std::nullopt, {cue_});
  rate("eve", RaterKind::expert, 4);
  fakes::MemoryLog log;
  const auto shelf = Shelf::look(std::make_shared<Book>(book_), log, Consent::not_asked).value();
  const auto sliced = slice(shelf, instruments_, {"", "critique", "missed_cue", {}}).value();
  EXPECT_EQ(sliced.file.raters, (std::vector<std::string>{"cem", "dot"}));
  EXPECT_EQ(sliced.file.ratings.values, (std::vector<double>{0, 0, 0, 1}));
}

}  // namespace
}  // namespace attune::review
