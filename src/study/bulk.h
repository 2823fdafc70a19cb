#pragma once

#include <functional>
#include <string>
#include <vector>

#include "study/talk.h"

/// Many talks at once.
namespace attune::study {

struct Bulk {
  int sessions = 100;
  int turns = 20;          ///< of the supporter in each, at most
  std::uint64_t seed = 1;  ///< of the first talk; each further one has the next
  unsigned threads = 1;
};

/// Holds talks between every client and every scripted supporter in turn. Gives `take` the lines of
/// each talk in order, an event a line: `{"session", "habit", "event"}` (docs/formats/event.md),
/// and `done` the number of talks so far; both run one at a time. Equal arguments give equal lines,
/// whatever the number of threads. Stops at the first error, also of `take`.
[[nodiscard]] base::Result<void> hold_talks(
    const std::vector<session::Desk*>& desks, const Bulk& bulk,
    const std::function<base::Result<void>(const std::string& lines)>& take,
    const std::function<void(int done)>& done);

}  // namespace attune::study
