#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace attune::llm {

/// Work that others hand to a thread which may be gone by then. Thread-safe.
class Inbox {
 public:
  using Work = std::function<void()>;

  /// `wake` tells the thread that there is work. It is not called after `close`.
  explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// False when the thread takes none any more.
  bool post(Work work) {
    const std::lock_guard lock(mutex_);
    if (!wake_) return false;
    waiting_.push_back(std::move(work));
    wake_();
    return true;
  }

  [[nodiscard]] std::vector<Work> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
  }

  void close() {
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
  }

 private:
  std::mutex mutex_;  ///< guards both
  std::function<void()> wake_;
  std::vector<Work> waiting_;
};

}  // namespace attune::llm
