#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "session/session.h"

namespace attune::session {

/// A client's next turn in a talk that is kept elsewhere.
struct Reply {
  std::string text;     ///< bubbles set apart by '\n'
  bool closed = false;  ///< the client has said goodbye, or had left before
};

/// Holds the talk again, turn by turn, and gives the client's words to its last turn. `talk`
/// alternates; its first turn, when the client's, stands in the opening's place, else the first
/// answers an opening that nobody saw; its last is the supporter's, or it is empty, which asks for
/// the opening. Equal arguments give equal words.
[[nodiscard]] base::Result<Reply> reply_to(Desk& desk, std::span<const conversation::Turn> talk,
                                           std::uint64_t seed);

}  // namespace attune::session
