#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "session/session.h"
#include "study/supporter.h"

namespace attune::study {

struct Setting {
  std::uint64_t seed = 1;
  int turns = 20;        ///< of the supporter, at most; the client may leave before
  bool ideas = false;    ///< the coach is asked before each supporter turn
  bool remarks = false;  ///< it remarks on replies; without this and `ideas` it is silent
  bool ends = false;     ///< the talk is closed after the last turn, if the client has not left
};

/// The log of a whole talk, its opening included. Time in it is made up: twenty seconds a turn.
[[nodiscard]] base::Result<std::vector<conversation::Event>> hold_talk(session::Desk& desk,
                                                                       Supporter& supporter,
                                                                       const Setting& setting);

}  // namespace attune::study
