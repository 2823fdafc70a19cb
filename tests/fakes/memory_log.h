#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "conversation/event_log.h"

namespace attune::fakes {

/// An event log in memory that keeps the port's whole contract. Thread-safe. `done` is called at
/// once, before `append` returns.
class MemoryLog : public conversation::EventLog {
 public:
  void append(const conversation::SessionId& session, std::vector<conversation::Event> events,
              Done done) override;
  [[nodiscard]] base::Result<std::vector<conversation::Event>> events(
      const conversation::SessionId& session, conversation::Sequence after) override;
  [[nodiscard]] base::Result<std::vector<conversation::SessionSummary>> sessions() override;
  [[nodiscard]] base::Result<void> erase(const conversation::SessionId& session) override;
  [[nodiscard]] base::Result<void> redact(const conversation::SessionId& session,
                                          base::Instant at) override;

  /// From now on every append fails with `error`, until it is called with nothing.
  void refuse(std::optional<base::Error> error);

 private:
  [[nodiscard]] base::Result<void> add(const conversation::SessionId& session,
                                       std::vector<conversation::Event> events);

  std::mutex mutex_;  ///< guards both
  std::map<conversation::SessionId, std::vector<conversation::Event>> logs_;
  std::optional<base::Error> refusal_;
};

}  // namespace attune::fakes
