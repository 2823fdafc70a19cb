#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <soci/soci.h>

#include "base/result.h"

namespace attune::store {

/// The one thread that writes: takes what waits, in order, and commits it together. Thread-safe.
class Writer {
 public:
  struct Options {
    std::size_t queue = 1024;
    std::size_t batch = 64;
  };
  /// What is done inside a transaction. When it gives an error it has written nothing; it may be
  /// called a second time when another of its batch broke the transaction.
  using Work = std::function<base::Result<void>(soci::session&)>;
  using Done = std::function<void(base::Result<void>)>;
  struct Job {
    Work work;
    bool scrub = false;  ///< words were taken out: take them out of the write-ahead log as well
    Done done;
  };

  Writer(std::unique_ptr<soci::session> sql, Options options);
  /// Writes what still waits.
  ~Writer();

  /// Calls `job.done` with `busy` at once when the queue is full.
  void offer(Job job);

  /// Waits until the work is durable; never to be called from a `done`.
  [[nodiscard]] base::Result<void> carry_out(Work work, bool scrub = false);

 private:
  using Outcomes = std::vector<base::Result<void>>;

  void run();
  std::vector<Job> take();
  void write(std::vector<Job>& jobs);
  [[nodiscard]] base::Result<Outcomes> commit(const Job* first, std::size_t count);
  [[nodiscard]] Outcomes one_by_one(const std::vector<Job>& jobs);
  void scrub();

  const Options options_;
  std::unique_ptr<soci::session> sql_;  ///< the writer thread's alone
  bool scrub_owed_ = false;             ///< the writer thread's alone
  std::mutex mutex_;                    ///< guards the two below
  std::deque<Job> waiting_;
  bool ending_ = false;
  std::condition_variable something_;
  std::thread thread_;
};

}  // namespace attune::store
