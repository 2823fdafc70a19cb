#include "review/queue.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "conversation/memory_journal.h"
#include "fakes/memory_log.h"
#include "review/withdraw.h"

namespace attune::review {
namespace {

using conversation::Agreed;
using conversation::Closed;
using conversation::Opened;
using conversation::Said;
using conversation::SessionId;
using conversation::Speaker;

constexpr const char* kTalks[] = {"t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"};

class QueueTest : public testing::Test {
 protected:
  QueueTest() {
    for (const char* talk : kTalks) write(imported(talk));
    batch_.talks = {std::begin(kTalks), std::end(kTalks)};
    batch_.pairs = {{"t1", "t2"}, {"t3", "t4"}, {"t5", "t6"}, {"t7", "t8"}};
  }
  static Talk imported(const std::string& id) {
    return {.id = id,
            .origin = Origin::imported,
            .turns = {{Speaker::client, "Hi."}, {Speaker::supporter, "Hello."}},
            .supporter = "",
            .arm = "coach off"};
  }
  /// A closed talk of `owner` with a reply, in the log.
  void talk(const std::string& id, const std::string& owner, Agreed agreed) {
    std::vector<conversation::Event> events;
    const auto add = [&](conversation::Body body) {
      events.push_back({static_cast<int>(events.size()) + 1, {}, std::move(body)});
    };
    Opened opened{.case_id = "ross"};
    opened.owner = owner;
    add(opened);
    add(Said{.turn = 0, .speaker = Speaker::client, .text = "Are you there?"});
    add(Said{.turn = 1, .text = "I am here."});
    add(Closed{});
    add(agreed);
    log_.append(SessionId(id), std::move(events), [](const auto& done) { ASSERT_TRUE(done); });
  }
  void write(const Entry& entry) { ASSERT_TRUE(reviews_.append({entry}, {})); }
  Shelf shelf(Consent consent = Consent::asked) {
    return Shelf::look(reviews_.book().value(), log_, consent).value();
  }
  std::vector<std::string> order(const std::string& rater) {
    std::vector<std::string> all;
    for (const Task& task : tasks(batch_, rater))
      if (!task.is_pair()) all.push_back(task.first);
    return all;
  }
  static Rating rating(const std::string& talk) {
    Rating made{.task = "x", .talk = talk, .rater = {"ann", RaterKind::peer, ""}};
    made.form.sheets = {{"support-quality", std::nullopt, {{"understood", 4}}}};
    made.form.marks = {{"critique", "other", 1, 0, 0, 2, "words about it"}};
    made.form.comment = "a comment";
    return made;
  }

  conversation::MemoryJournal journal_;
  fakes::MemoryLog log_;
  Reviews reviews_{journal_};
  Batch batch_{.id = "b", .title = "June", .instruments = {"critique"}, .raters = {"ann", "ben"}};
};

TEST_F(QueueTest, EachRaterHasTheirOwnOrderAndTheSameAgain) {
  batch_.seed = 7;
  EXPECT_EQ(order("ann"), order("ann"));
  EXPECT_NE(order("ann"), order("ben"));
  auto sorted = order("ann");
  EXPECT_FALSE(std::ranges::is_sorted(sorted));
  std::ranges::sort(sorted);
  EXPECT_EQ(sorted, batch_.talks);
}

TEST_F(QueueTest, OverManySeedsEveryPlaceAndSideIsAsLikely) {
  int first_place = 0, swapped = 0;
  constexpr int kSeeds = 2000;
  for (int seed = 0; seed < kSeeds; ++seed) {
    batch_.seed = static_cast<std::uint64_t>(seed);
    first_place += order("ann").front() == "t1" ? 1 : 0;
    for (const Task& task : tasks(batch_, "ann"))
      if (task.first == "t1" && task.is_pair()) swapped += task.swapped ? 1 : 0;
  }
  EXPECT_NEAR(first_place, kSeeds / 8.0, 60);  // four standard deviations
  EXPECT_NEAR(swapped, kSeeds / 2.0, 90);
}

TEST_F(QueueTest, IdsTellNothingAndAreNobodyElses) {
  batch_.seed = 7;
  std::set<std::string> ids;
  for (const char* rater : {"ann", "ben"})
    for (const Task& task : tasks(batch_, rater)) {
      ids.insert(task.id);
      EXPECT_EQ(task.id.size(), 28U);
      for (const char* part : {"t1", "ann", "ben", "b\n"})
        EXPECT_EQ(task.id.find_first_not_of("0123456789abcdef"), std::string::npos) << part;
    }
  EXPECT_EQ(ids.size(), 24U);
}

TEST_F(QueueTest, OnlyThoseOfABatchHaveItInTheirQueue) {
  write(batch_);
  EXPECT_EQ(queue(shelf(), "ann").size(), 12U);
  EXPECT_TRUE(queue(shelf(), "cleo").empty());
  const std::string ours = queue(shelf(), "ann").front().id;
  EXPECT_TRUE(find_task(shelf(), "ann", ours));
  EXPECT_EQ(find_task(shelf(), "ben", ours).error().code, base::Code::not_found);
}

TEST_F(QueueTest, NobodyReviewsATalkOfTheirOwn) {
  talk("s", "ann", {.training = true});
  batch_.talks = {"s"};
  batch_.pairs = {{"s", "t1"}};
  write(batch_);
  EXPECT_TRUE(queue(shelf(), "ann").empty());
  EXPECT_EQ(queue(shelf(), "ben").size(), 2U);
}

TEST_F(QueueTest, InTeamModeTheOwnerMustHaveAgreed) {
  talk("s1", "dan", {});
  talk("s2", "dan", {.training = true});
  talk("s3", "dan", {.research = true});
  batch_.talks = {"s1", "s2", "s3"};
  batch_.pairs.clear();
  write(batch_);
  ASSERT_EQ(queue(shelf(), "ann").size(), 1U);
  EXPECT_EQ(queue(shelf(), "ann").front().first, "s2");
  EXPECT_EQ(queue(shelf(Consent::not_asked), "ann").size(), 3U);
  batch_.trial = "a study";
  write(batch_);
  EXPECT_EQ(queue(shelf(), "ann").size(), 2U);
  EXPECT_EQ(shelf().turns("s1").error().code, base::Code::not_found);
}

TEST_F(QueueTest, ATalkThatGoesOnIsOnNoShelf) {
  Opened opened{.case_id = "ross"};
  log_.append(SessionId("s"), {{1, {}, opened}}, [](const auto& done) { ASSERT_TRUE(done); });
  EXPECT_FALSE(shelf(Consent::not_asked).talks().contains("s"));
}

TEST_F(QueueTest, WithConsentTakenBackWordsGoAndFiguresStay) {
  talk("s", "dan", {.training = true});
  batch_.talks = {"s", "t1"};
  write(batch_);
  write(rating("s"));
  write(rating("t1"));
  const std::string task = queue(shelf(), "ben").front().id;
  for (const Task& one : queue(shelf(), "ben"))
    ASSERT_TRUE(reviews_.keep_draft(one.id, R"({"comment":"half a th"})"));
  log_.append(SessionId("s"), {{6, {}, Agreed{}}}, [](const auto& done) { ASSERT_TRUE(done); });

  EXPECT_EQ(withdrawn(shelf()), std::set<std::string>{"s"});
  ASSERT_TRUE(forget_withdrawn(reviews_, shelf()));
  const auto book = reviews_.book().value();
  ASSERT_EQ(book->ratings.size(), 2U);
  EXPECT_EQ(book->ratings[0].form.comment, "");
  EXPECT_EQ(book->ratings[0].form.marks[0].text, "");
  EXPECT_EQ(book->ratings[0].form.sheets[0].answers.at("understood"), 4);
  EXPECT_EQ(book->ratings[1].form.comment, "a comment");
  EXPECT_EQ(reviews_.drafts()->size(), queue(shelf(), "ben").size());
}

TEST_F(QueueTest, WhatOthersWroteIntoTheJournalIsSeen) {
  const auto before = reviews_.book().value();
  ASSERT_TRUE(journal_.append("review", {to_json(Entry(batch_))}, {}, ""));
  EXPECT_TRUE(before->batches.empty());
  EXPECT_EQ(reviews_.book().value()->batches.size(), 1U);
}

TEST(TurnNumbers, CountTheRepliesOfTheSupporter) {
  const std::vector<conversation::Turn> turns{{Speaker::client, "a"},
                                              {Speaker::supporter, "b"},
                                              {Speaker::client, "c"},
                                              {Speaker::supporter, "d"}};
  EXPECT_THAT(numbers(turns), testing::ElementsAre(0, 1, 1, 2));
  EXPECT_EQ(*reply(turns, 2), "d");
  EXPECT_EQ(reply(turns, 0), nullptr);
  EXPECT_EQ(reply(turns, 3), nullptr);
}

}  // namespace
}  // namespace attune::review
