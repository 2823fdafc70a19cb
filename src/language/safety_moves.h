#pragma once

#include "language/pattern.h"

/// Promises of silence, asking for promises, and handing on: what a supporter may do with another's
/// safety, in the notation of `Pattern`. The lists are ours; Scots and texting are matched once
/// they are spelled out (coach/plain_words.h).
namespace attune::language {

[[nodiscard]] const Patterns& secrecies();       ///< promises to tell nobody
[[nodiscard]] const Patterns& secrecy_wishes();  ///< a client's
[[nodiscard]] const Patterns& vows();            ///< promises, after such a wish
[[nodiscard]] const Patterns& limits();          ///< says what cannot be kept, or promises openness

[[nodiscard]] const Patterns& contracts();       ///< asks for a promise
[[nodiscard]] const Patterns& not_contracts();   ///< says that none is asked for
[[nodiscard]] const Patterns& promised_lives();  ///< what such a promise is about

[[nodiscard]] const Patterns& resources();  ///< names other help: a number, a service, a profession
[[nodiscard]] const Patterns& hand_offs();  ///< turns the other away: "that is beyond me"
[[nodiscard]] const Patterns& thanks();     ///< a client's, near the end
[[nodiscard]] const Patterns& stayings();   ///< stays, or does it together

}  // namespace attune::language
