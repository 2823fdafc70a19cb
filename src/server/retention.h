#pragma once

#include <optional>

#include "server/site.h"

namespace attune::server {

/// Erases the words of talks that are older than was said before they began (`Opened.days`); their
/// figures stay. Used by the I/O thread alone.
class Retention {
 public:
  /// Looks for them on a worker, at most once an hour. What does not fit into the queue then waits
  /// for the next hour.
  void tick(Site& site);

 private:
  std::optional<base::Instant> looked_;
};

}  // namespace attune::server
