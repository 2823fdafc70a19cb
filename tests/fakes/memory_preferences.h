#pragma once

#include <map>
#include <mutex>
#include <string>

#include "conversation/preferences.h"

namespace attune::fakes {

/// Preferences in memory. Thread-safe.
class MemoryPreferences : public conversation::PreferenceStore {
 public:
  [[nodiscard]] base::Result<conversation::Preferences> preferences(
      const std::string& owner) override {
    const std::lock_guard lock(mutex_);
    return kept_[owner];
  }
  [[nodiscard]] base::Result<void> put(const std::string& owner,
                                       const conversation::Preferences& preferences) override {
    const std::lock_guard lock(mutex_);
    kept_[owner] = preferences;
    return {};
  }

 private:
  std::mutex mutex_;  ///< guards `kept_`
  std::map<std::string, conversation::Preferences> kept_;
};

}  // namespace attune::fakes
