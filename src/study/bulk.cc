#include "study/bulk.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "conversation/event_json.h"

namespace attune::study {
namespace {

using conversation::Event;

class Hall {
 public:
  Hall(const std::vector<session::Desk*>& desks, const Bulk& bulk,
       const std::function<base::Result<void>(const std::string&)>& take,
       const std::function<void(int)>& done)
      : desks_(desks), bulk_(bulk), take_(take), done_(done) {}

  base::Result<void> run() {
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 0; i < bulk_.threads; ++i) threads.emplace_back([this] { work(); });
    }
    if (error_) return tl::unexpected(*error_);
    return {};
  }

 private:
  void work() {
    for (int i = next_++; i < bulk_.sessions && !stopped_; i = next_++) {
      auto lines = hold(i);
      const std::lock_guard lock(mutex_);
      if (!lines) return stop(lines.error());
      ready_.emplace(i, *std::move(lines));
      hand_over();
    }
  }

  base::Result<std::string> hold(int i) const {
    const auto at = static_cast<std::size_t>(i);
    session::Desk& desk = *desks_[at % desks_.size()];
    const Habit habit = kHabits[at / desks_.size() % kHabits.size()];
    const std::uint64_t seed = bulk_.seed + at;
    const auto supporter = make_supporter(habit, desk.coach, seed);
    const auto log = hold_talk(desk, *supporter, {seed, bulk_.turns});
    if (!log) return tl::unexpected(log.error());
    const std::string before = "{\"session\":\"simulated-" + std::to_string(seed) +
                               "\",\"habit\":\"" + std::string(name(habit)) + "\",\"event\":";
    std::string lines;
    for (const Event& event : *log) lines.append(before).append(to_json(event)).append("}\n");
    return lines;
  }

  // The talks that are next in order, with the lock held.
  void hand_over() {
    for (auto it = ready_.find(written_); it != ready_.end() && !stopped_;
         it = ready_.find(written_)) {
      if (auto taken = take_(it->second); !taken) return stop(taken.error());
      ready_.erase(it);
      done_(++written_);
    }
  }

  void stop(base::Error error) {
    if (!stopped_.exchange(true)) error_ = std::move(error);
  }

  const std::vector<session::Desk*>& desks_;
  const Bulk& bulk_;
  const std::function<base::Result<void>(const std::string&)>& take_;
  const std::function<void(int)>& done_;
  std::atomic<int> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::map<int, std::string> ready_;  // talks held before their turn came
  int written_ = 0;
  std::optional<base::Error> error_;
};

}  // namespace

base::Result<void> hold_talks(const std::vector<session::Desk*>& desks, const Bulk& bulk,
                              const std::function<base::Result<void>(const std::string&)>& take,
                              const std::function<void(int)>& done) {
  return Hall(desks, bulk, take, done).run();
}

}  // namespace attune::study
