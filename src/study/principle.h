#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "client/case.h"
#include "session/desk.h"

namespace attune::study {

/// Whether the reply that an expert commented on now follows the comment.
struct Followed {
  enum class How {
    yes,
    holds_phrase,  ///< `phrase` stands in it
    no_reply,      ///< it is none of the principle's `replies`
    ended          ///< the talk ends before that turn
  };
  How how = How::yes;
  std::size_t phrase = 0;  ///< of `never`, from 1
  std::string reply;       ///< the client's words; "" when the talk had ended
};

/// Holds the principle's talk again, with its seed and the authored voice, and looks at the last
/// reply. `principle` is one of the desk's person.
[[nodiscard]] base::Result<Followed> replay(session::Desk& desk,
                                            const client::Principle& principle);

/// What is wrong, in a sentence without words of the talk; "" for `yes`.
[[nodiscard]] std::string complaint(const client::Principle& principle, const Followed& followed);

}  // namespace attune::study
