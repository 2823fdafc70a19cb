#include <chrono>
#include <cstdio>
#include <functional>

#include "conversation/memory_journal.h"
#include "fakes/memory_log.h"
#include "review/disagree.h"
#include "review/queue.h"
#include "review/reviews.h"

/// How long a rater waits for their queue where 1,000 talks were reviewed by 6 raters, with the
/// journal in memory: folding it, looking at the shelf, one queue, one task of it, the list of
/// disagreements.
namespace {

using namespace attune;
using Clock = std::chrono::steady_clock;

constexpr int kTalks = 1000;
constexpr int kRaters = 6;
constexpr int kReplies = 15;

double ms(const std::function<void()>& what) {
  const auto start = Clock::now();
  what();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

review::Talk talk(int number) {
  using conversation::Speaker;
  review::Talk made{.id = "talk-" + std::to_string(number), .origin = review::Origin::simulated};
  for (int turn = 0; turn < kReplies; ++turn) {
    made.turns.push_back({Speaker::client, "I keep lying awake, and then the alarm goes off."});
    made.turns.push_back(
        {Speaker::supporter, "That sounds so tiring. What goes through your mind?"});
  }
  return made;
}

review::Rating rating(const review::Task& task, const std::string& rater, int number) {
  review::Rating made{task.id, task.first, {rater, review::RaterKind::expert, ""}, {}, {}};
  made.form.sheets = {{"support-quality", std::nullopt, {{"understood", 1 + number % 5}}}};
  for (int mark = 0; mark < 3; ++mark)
    made.form.marks.push_back(
        {"critique", "missed_cue", 1 + (number + mark * 4) % kReplies, 0, 0, 2, ""});
  made.form.comment = "Warm, and a little hasty with its questions.";
  return made;
}

}  // namespace

int main() {
  conversation::MemoryJournal journal;
  review::Batch batch{.id = "b", .title = "June", .instruments = {"support-quality", "critique"}};
  std::vector<review::Entry> entries;
  for (int i = 0; i < kTalks; ++i) {
    entries.emplace_back(talk(i));
    batch.talks.push_back("talk-" + std::to_string(i));
  }
  for (int i = 0; i < kRaters; ++i) batch.raters.push_back("rater-" + std::to_string(i));
  entries.emplace_back(batch);
  int number = 0;
  for (const std::string& rater : batch.raters)
    for (const review::Task& task : review::tasks(batch, rater))
      entries.emplace_back(rating(task, rater, number++));
  review::Reviews reviews(journal);
  if (!reviews.append(entries, {})) return 1;

  fakes::MemoryLog log;
  std::shared_ptr<const review::Book> book;
  std::optional<review::Shelf> shelf;
  std::vector<review::Task> queue;
  std::printf("folding the journal at the start   %7.1f ms\n",
              ms([&] { book = reviews.book().value(); }));
  std::printf("the book again, nothing new        %7.1f ms\n",
              ms([&] { book = reviews.book().value(); }));
  std::printf("looking at the shelf               %7.1f ms\n",
              ms([&] { shelf = review::Shelf::look(book, log, review::Consent::asked).value(); }));
  std::printf("one rater's queue                  %7.1f ms\n",
              ms([&] { queue = review::queue(*shelf, "rater-3"); }));
  std::printf("one task of it                     %7.1f ms\n",
              ms([&] { (void)review::find_task(*shelf, "rater-3", queue.back().id); }));
  std::size_t differing = 0;
  std::printf("all disagreements                  %7.1f ms",
              ms([&] { differing = review::disagreements(*book, {}).size(); }));
  std::printf(" (%zu)\n", differing);
  std::printf("handing one form in, and the book  %7.1f ms\n", ms([&] {
                if (!reviews.append({rating(queue.back(), "rater-3", 1)}, {})) std::abort();
                book = reviews.book().value();
              }));
  return queue.size() == kTalks ? 0 : 1;
}
