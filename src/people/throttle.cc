#include "people/throttle.h"

#include <algorithm>

namespace attune::people {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstWait = 1min;
constexpr auto kLongestWait = 60min;
constexpr auto kForgotten = 24h;
constexpr std::size_t kMostKeys = 10'000;

std::chrono::minutes wait_after(int too_many) {
  const int doubled = std::min(too_many, 6);
  return std::min<std::chrono::minutes>(kFirstWait * (1 << doubled), kLongestWait);
}

}  // namespace

std::optional<base::Instant> Throttle::wait_until(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = tries_.find(key);
  if (found == tries_.end() || found->second.until <= clock_.now()) return std::nullopt;
  return found->second.until;
}

void Throttle::failed(const std::string& key) {
  const std::lock_guard lock(mutex_);
  forget_old();
  Tries& tries = tries_[key];
  tries.last = clock_.now();
  if (++tries.wrong >= free_tries_)
    tries.until = tries.last + wait_after(tries.wrong - free_tries_);
}

void Throttle::succeeded(const std::string& key) {
  const std::lock_guard lock(mutex_);
  tries_.erase(key);
}

void Throttle::forget_old() {
  std::erase_if(tries_,
                [&](const auto& one) { return one.second.last + kForgotten <= clock_.now(); });
  if (tries_.size() < kMostKeys) return;
  tries_.erase(
      std::ranges::min_element(tries_, {}, [](const auto& one) { return one.second.last; }));
}

}  // namespace attune::people
