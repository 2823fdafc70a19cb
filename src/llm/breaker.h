#pragma once

#include <chrono>
#include <string_view>

namespace attune::llm {

/// Leaves an endpoint in peace that keeps failing, then tries it with one request.
class Breaker {
 public:
  using Time = std::chrono::steady_clock::time_point;
  /// `closed`: requests pass. `open`: none does. `half_open`: one is on trial.
  enum class State { closed, open, half_open };

  Breaker(int failures, std::chrono::milliseconds rest) : limit_(failures), rest_(rest) {}

  /// Whether a request may be sent now. After the rest, one may: whoever gets true must report how
  /// it went.
  [[nodiscard]] bool admits(Time now);
  void succeeded();
  void failed(Time now);
  void abandoned();  ///< nobody knows how it would have gone

  [[nodiscard]] State state() const { return state_; }

 private:
  int limit_;
  std::chrono::milliseconds rest_;
  State state_ = State::closed;
  int failures_ = 0;  ///< in a row
  Time rests_until_{};
};

/// "closed", "open" or "half_open".
[[nodiscard]] std::string_view name(Breaker::State state);

}  // namespace attune::llm
