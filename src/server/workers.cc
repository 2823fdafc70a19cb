#include "server/workers.h"

#include <exception>

#include "base/log.h"

namespace attune::server {

Workers::Workers(const Options& options) : options_(options) {
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  something_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Workers::offer(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= options_.queue) return false;
    waiting_.push_back(std::move(work));
  }
  something_.notify_one();
  return true;
}

void Workers::resume(Work work) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  something_.notify_one();
}

void Workers::run() {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      something_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    try {
      work();
    } catch (const std::exception&) {
      // Nothing of the message: it may quote a conversation. Whoever waits is told as `work` is let
      // go.
      base::log_error("a piece of work ended with an exception");
    }
  }
}

}  // namespace attune::server
