#pragma once

#include <chrono>

namespace attune::base {

/// Milliseconds since 1970-01-01T00:00:00Z.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from. Everything that records a time takes one, so tests and `play` are
/// reproducible.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock. Thread-safe.
class SystemClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

/// Starts at 1970-01-01 and moves only when told.
class SimulatedClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void pass(std::chrono::milliseconds time) { now_ += time; }

 private:
  Instant now_{};
};

}  // namespace attune::base
