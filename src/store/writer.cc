#include "store/writer.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "base/log.h"
#include "store/database.h"

namespace attune::store {
namespace {

constexpr const char* kFull = "too much waits to be written; try again in a moment";

}  // namespace

Writer::Writer(std::unique_ptr<soci::session> sql, Options options)
    : options_(options), sql_(std::move(sql)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  something_.notify_one();
  thread_.join();
}

void Writer::offer(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() < options_.queue) {
      waiting_.push_back(std::move(job));
      job.done = nullptr;
    }
  }
  if (job.done) return job.done(base::fail(base::Code::busy, kFull));
  something_.notify_one();
}

base::Result<void> Writer::carry_out(Work work, bool scrub) {
  std::promise<base::Result<void>> promise;
  auto done = promise.get_future();
  offer({std::move(work), scrub,
         [&](base::Result<void> outcome) { promise.set_value(std::move(outcome)); }});
  return done.get();
}

void Writer::run() {
  for (;;) {
    // Gone before the next wait: whoever called holds things open until the callback is let go.
    std::vector<Job> jobs = take();
    if (jobs.empty()) return;
    write(jobs);
  }
}

std::vector<Writer::Job> Writer::take() {
  std::unique_lock lock(mutex_);
  something_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), options_.batch));
  std::vector<Job> jobs(std::make_move_iterator(waiting_.begin()),
                        std::make_move_iterator(waiting_.begin() + count));
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  return jobs;
}

void Writer::write(std::vector<Job>& jobs) {
  auto outcomes = commit(jobs.data(), jobs.size());
  // When one broke the transaction of all, each gets its own, so that only the bad one fails.
  if (!outcomes) outcomes = one_by_one(jobs);
  if (scrub_owed_) scrub();
  for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].done((*outcomes)[i]);
}

Writer::Outcomes Writer::one_by_one(const std::vector<Job>& jobs) {
  Outcomes outcomes;
  for (const Job& job : jobs) {
    const auto alone = commit(&job, 1);
    outcomes.push_back(alone ? alone->front() : tl::unexpected(alone.error()));
  }
  return outcomes;
}

base::Result<Writer::Outcomes> Writer::commit(const Job* first, std::size_t count) {
  return guarded("writing to the file", [&]() -> base::Result<Outcomes> {
    soci::transaction all_or_none(*sql_);
    Outcomes outcomes;
    for (const Job* job = first; job != first + count; ++job) {
      outcomes.push_back(job->work(*sql_));
      scrub_owed_ = scrub_owed_ || job->scrub;
    }
    all_or_none.commit();
    return outcomes;
  });
}

void Writer::scrub() {
  // The write-ahead log still holds the erased words until it is folded into the file and emptied.
  const auto done = guarded("emptying the write-ahead log", [this]() -> base::Result<void> {
    long long busy = 1, frames = 0, moved = 0;
    *sql_ << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(frames),
        soci::into(moved);
    scrub_owed_ = busy != 0;
    return {};
  });
  if (!done) base::log_warning(done.error().message);
}

}  // namespace attune::store
