#include "review/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conversation/memory_journal.h"
#include "review/beneath.h"

namespace attune::review {
namespace {

using conversation::CueChange;
using conversation::CueMoved;

Rating rating(const std::string& talk, const std::string& rater, int understood, int at) {
  Rating made;
  made.task = "task-" + talk + rater;
  made.talk = talk;
  made.rater = {rater, RaterKind::expert, ""};
  made.form.sheets = {{"support-quality", std::nullopt, {{"understood", understood}}}};
  made.form.marks = {{"critique", "missed_cue", 2, 3, 9, 2, ""}};
  made.form.comment = "goes past it";
  made.form.seconds = 41.5;
  made.at = base::Instant(std::chrono::milliseconds(at));
  return made;
}

/// Written, read and written again.
void expect_same_again(const Entry& entry) {
  const std::string text = to_json(entry);
  const auto back = entry_from_json(text);
  ASSERT_TRUE(back) << text;
  EXPECT_EQ(to_json(*back), text);
}

TEST(ReviewEntry, EveryKindComesBackAsItWent) {
  using conversation::Speaker;
  expect_same_again(Talk{"t1",
                         Origin::imported,
                         {{Speaker::client, "Hi \"there\""}, {Speaker::supporter, "Hello\nyou"}},
                         "P01",
                         "on",
                         "",
                         "consent"});
  expect_same_again(
      Batch{"b1", "First", {"critique"}, {"t1", "t2"}, {{"t1", "t2"}}, {"a"}, 7, "trial-1"});
  expect_same_again(rating("t1", "a", 4, 5));
  expect_same_again(
      Choice{"k", "t1", "t2", {"a", RaterKind::model, "m-2"}, -2, "warmer", 12.25, {}});
  expect_same_again(Settled{"t1", "critique", "missed_cue", 2, 1, "talked over", "s", false, {}});
  expect_same_again(
      Settled{"t1", "support-quality", "room", std::nullopt, std::nullopt, "", "s", true, {}});
  expect_same_again(Gold{"t1", rating("t1", "a", 4, 5).form, "s"});
}

TEST(ReviewEntry, RefusesWhatItDoesNotKnowAndQuotesNothing) {
  for (const char* text : {"", "{}", R"({"type":"letter"})", R"({"type":"rating","task":"secret"})",
                           R"({"type":"talk","talk":"t","origin":"moon","turns":[]})"}) {
    const auto entry = entry_from_json(text);
    ASSERT_FALSE(entry) << text;
    EXPECT_EQ(entry.error().code, base::Code::invalid);
    EXPECT_THAT(entry.error().message, testing::Not(testing::HasSubstr("secret")));
  }
}

TEST(Book, TheLastFormOfARaterCountsAndTheFirstStays) {
  Book book;
  fold(book, rating("t1", "a", 2, 1));
  fold(book, rating("t1", "b", 3, 2));
  fold(book, rating("t1", "a", 5, 3));
  EXPECT_EQ(book.ratings.size(), 3U);
  const auto counting = book.counting();
  ASSERT_EQ(counting.size(), 2U);
  EXPECT_EQ(counting[0]->form.sheets[0].answers.at("understood"), 5);
  EXPECT_EQ(counting[1]->rater.id, "b");
}

TEST(Book, ASettlementIsOfOneItemAtOneTurn) {
  Book book;
  fold(book, Settled{"t1", "critique", "stigma", 1, 1, "", "s", false, {}});
  fold(book, Settled{"t1", "critique", "stigma", 2, 0, "", "s", false, {}});
  fold(book, Settled{"t1", "critique", "stigma", 1, 0, "we looked again", "s", false, {}});
  const auto all = book.settlements();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]->reason, "we looked again");
  EXPECT_EQ(book.settled.size(), 3U);
}

TEST(Book, FoldsAJournalAndNamesTheEntryThatItCannotRead) {
  conversation::MemoryJournal journal;
  ASSERT_TRUE(journal.append("review", {to_json(rating("t1", "a", 4, 1)), "nonsense"}, {}, ""));
  Book book;
  const auto folded = fold(book, journal.entries("review", 0).value());
  ASSERT_FALSE(folded);
  EXPECT_THAT(folded.error().message, testing::HasSubstr("entry 2"));
  EXPECT_EQ(book.ratings.size(), 1U);
  EXPECT_EQ(book.last, 1);
}

TEST(Beneath, FollowsEachCueToItsEnd) {
  const std::vector<conversation::Event> events{
      {1, {}, CueMoved{0, "door", CueChange::opened, "", 0, false}},
      {2, {}, CueMoved{1, "night", CueChange::opened, "", 0, false}},
      {3, {}, CueMoved{2, "door", CueChange::opened, "", 0, false}},
      {4, {}, CueMoved{3, "door", CueChange::caught, "named", .9, true}},
      {5, {}, CueMoved{6, "night", CueChange::missed, "", 0, false}},
      {6, {}, conversation::Nudged{2, "advice", "", "", .7, false}},
      {7, {}, conversation::Rated{"self", "self", {{"room", 4}}, 2}}};
  const Beneath all = beneath("t1", events, {{"door", "hint"}});
  ASSERT_EQ(all.cues.size(), 2U);
  EXPECT_EQ(all.cues[0].kind, "hint");
  EXPECT_EQ(all.cues[0].opened, 0);
  EXPECT_EQ(all.cues[0].end, CueChange::caught);
  EXPECT_EQ(all.cues[1].kind, "");
  EXPECT_EQ(all.cues[1].end, CueChange::missed);
  EXPECT_EQ(all.cues[1].ended, 6);
  EXPECT_DOUBLE_EQ(all.scores.at(2).at("nudge.advice"), .7);
  EXPECT_EQ(all.self.at("support-quality").at("room"), 4);
  EXPECT_EQ(all.redo, 2);
}

}  // namespace
}  // namespace attune::review
