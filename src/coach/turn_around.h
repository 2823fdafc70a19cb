#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "coach/plain_words.h"

namespace attune::coach {

/// Whether a clause tells what is so now, what happened, or neither for sure.
enum class Tense { now, then, unsure };

/// A clause of the client's, addressed back to them: "you sleep four hours".
struct TurnedAround {
  std::string text;  ///< in lower case at its start unless that is a name; no mark at its end
  Tense tense = Tense::unsure;
};

/// Gives back the clause of `said` that is most worth hearing again, turned from "I" to "you".
///
/// Chosen: a whole clause of 3 to 14 words about the client themselves, late in the message, with a
/// feeling or telling words. Never chosen: a question, anything addressed to the supporter, small
/// talk about the talk ("I see"), quoted speech, harsh words that the client uses of themselves
/// ("I'm pathetic"), words about dying, and a clause with `name` in it. Nothing is returned rather
/// than something that may be ungrammatical.
[[nodiscard]] std::optional<TurnedAround> turn_around(std::span<const PlainWord> said,
                                                      std::string_view name);

}  // namespace attune::coach
