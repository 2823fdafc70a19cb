#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

#include "conversation/event_log.h"

namespace attune::fakes {

/// An event log in memory that keeps the port's whole contract. Thread-safe. `done` is called at
/// once, before `append` returns, unless told to hold it back.
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

  /// From now on nobody hears what became of an append, until `let_go`.
  void hold();
  void let_go();

 private:
  [[nodiscard]] base::Result<void> add(const conversation::SessionId& session,
                                       std::vector<conversation::Event> events);

  std::mutex mutex_;  ///< guards all below
  std::map<conversation::SessionId, std::vector<conversation::Event>> logs_;
  std::optional<base::Error> refusal_;
  bool holds_ = false;
  std::vector<std::function<void()>> held_;
};

}  // namespace attune::fakes
