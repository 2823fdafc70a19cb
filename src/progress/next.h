#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conversation/preferences.h"
#include "progress/record.h"

namespace attune::progress {

/// Whom to meet next, and why. A recommendation: everybody on offer can be chosen.
struct Next {
  enum class Reason {
    first,    ///< no talk yet: one to begin with
    lighter,  ///< after a heavy talk, somebody who carries less
    step,     ///< a step above what went well
    least     ///< what they train was practiced least so far
  };
  const client::Case* person = nullptr;
  Reason reason = Reason::least;
  std::string trains;  ///< of what they train, what was practiced least
};

struct Choice {
  const std::vector<Record>& records;  ///< oldest first
  const People& people;
  const conversation::Preferences& preferences;
  base::Instant now;
};

/// Never somebody on a theme that is left out, nor the one just met, nor somebody heavy right after
/// a heavy talk; at most one step above the hardest that went well, or above those who have all
/// been met, if such a one is there. Of these, the one whose `trains` came up least in the talks so
/// far. Nothing when nobody is left.
[[nodiscard]] std::optional<Next> next(const Choice& choice);

}  // namespace attune::progress
