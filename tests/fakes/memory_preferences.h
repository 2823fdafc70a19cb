#pragma once

#include <mutex>

#include "conversation/preferences.h"

namespace attune::fakes {

/// Preferences in memory. Thread-safe.
class MemoryPreferences : public conversation::PreferenceStore {
 public:
  [[nodiscard]] base::Result<conversation::Preferences> preferences() override {
    const std::lock_guard lock(mutex_);
    return kept_;
  }
  [[nodiscard]] base::Result<void> put(const conversation::Preferences& preferences) override {
    const std::lock_guard lock(mutex_);
    kept_ = preferences;
    return {};
  }

 private:
  std::mutex mutex_;  ///< guards `kept_`
  conversation::Preferences kept_;
};

}  // namespace attune::fakes
