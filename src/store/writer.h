#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <soci/soci.h>

#include "conversation/event_log.h"
#include "conversation/preferences.h"

namespace attune::store {

/// The one thread that writes: takes what waits, in order, and commits it together. Thread-safe.
class Writer {
 public:
  struct Options {
    std::size_t queue = 1024;
    std::size_t batch = 64;
  };
  struct Job {
    conversation::SessionId session;
    std::vector<conversation::Event> events;
    bool erase = false;                                         ///< take the session out instead
    std::optional<conversation::Preferences> preferences = {};  ///< keep these instead
    conversation::EventLog::Done done;
  };

  Writer(std::unique_ptr<soci::session> sql, Options options);
  /// Writes what still waits.
  ~Writer();

  /// False, with `job` untouched, when the queue is full.
  [[nodiscard]] bool offer(Job& job);

 private:
  using Outcomes = std::vector<base::Result<void>>;

  void run();
  std::vector<Job> take();
  void write(std::vector<Job>& jobs);
  [[nodiscard]] base::Result<Outcomes> commit(const Job* first, std::size_t count);
  [[nodiscard]] Outcomes one_by_one(const std::vector<Job>& jobs);
  [[nodiscard]] base::Result<void> carry_out(const Job& job);
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
