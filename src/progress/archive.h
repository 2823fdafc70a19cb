#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "conversation/event_log.h"
#include "progress/record.h"

namespace attune::progress {

/// The records of all closed talks. Each log is read once and its record kept: a closed log does
/// not change, but for the rating that follows, and then it is read again. Thread-safe.
class Archive {
 public:
  /// Oldest first. The error is the log's.
  [[nodiscard]] base::Result<std::vector<Record>> read(conversation::EventLog& log,
                                                       const People& people);

 private:
  struct Kept {
    base::Instant last{};  ///< when the log was last written to
    Record record;
  };

  std::mutex mutex_;  ///< guards `kept_`, and is held while logs are read
  std::map<conversation::SessionId, Kept> kept_;
};

}  // namespace attune::progress
