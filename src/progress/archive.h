#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "conversation/event_log.h"
#include "progress/record.h"

namespace attune::progress {

/// The records of closed talks. Each log is read once and its record kept: a closed log does
/// not change, but for the rating that follows, and then it is read again. Thread-safe.
class Archive {
 public:
  /// Those of the account `owner` ("" without accounts), oldest first. The error is the log's.
  [[nodiscard]] base::Result<std::vector<Record>> read(conversation::EventLog& log,
                                                       const People& people,
                                                       const std::string& owner);

 private:
  struct Kept {
    base::Instant last{};  ///< when the log was last written to
    std::string owner;
    Record record;
  };

  std::mutex mutex_;  ///< guards `kept_`, and is held while logs are read
  std::map<conversation::SessionId, Kept> kept_;
};

}  // namespace attune::progress
