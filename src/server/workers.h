#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace attune::server {

/// A few threads for what takes time: reading, minds, debriefs, files. Thread-safe.
class Workers {
 public:
  using Work = std::function<void()>;
  struct Options {
    int threads = 2;
    std::size_t queue = 256;  ///< pieces of new work that wait at most
  };

  explicit Workers(const Options& options);
  /// Does what still waits.
  ~Workers();

  /// Takes new work; false when the queue is full.
  [[nodiscard]] bool offer(Work work);

  /// Goes on with work that was taken before; never refused, or it would be left half done.
  void resume(Work work);

 private:
  void run();

  const Options options_;
  std::mutex mutex_;  ///< guards the two below
  std::deque<Work> waiting_;
  bool ending_ = false;
  std::condition_variable something_;
  std::vector<std::thread> threads_;
};

}  // namespace attune::server
