#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.h"

namespace attune::people {

/// Slows down guessing: after so many wrong tries for a key (a name, an address) each further one
/// must wait, twice as long each time, from a minute to an hour. Counts are forgotten a day after
/// the last try. Our choice. Thread-safe; bounded to 10,000 keys, of which the oldest go first.
class Throttle {
 public:
  explicit Throttle(const base::Clock& clock, int free_tries = 5)
      : clock_(clock), free_tries_(free_tries) {}

  /// How long whoever tries that key must wait; nothing when they may try.
  [[nodiscard]] std::optional<base::Instant> wait_until(const std::string& key);

  void failed(const std::string& key);
  void succeeded(const std::string& key);

 private:
  struct Tries {
    int wrong = 0;
    base::Instant last{}, until{};
  };
  void forget_old();

  const base::Clock& clock_;
  const int free_tries_;
  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace attune::people
