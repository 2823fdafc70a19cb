#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coach/plain_words.h"

namespace attune::coach {

/// Whether a clause tells what is so now, what happened, or neither for sure.
enum class Tense { now, then, unsure };

/// A clause of the client's, addressed back to them: "you sleep four hours".
struct TurnedAround {
  std::string text;  ///< in lower case at its start unless that is a name; no mark at its end
  Tense tense = Tense::unsure;
  Range from = {};  ///< the client's words
  bool own = true;  ///< about the client; else about someone or something of theirs
};

/// Gives back clauses of `said` turned from "I" to "you", the one most worth hearing again first.
///
/// Chosen: a whole clause of 3 to 18 words, late in the message, with a feeling or telling words.
/// Never chosen: a question, anything addressed to the supporter, small talk about the talk ("I
/// see"), quoted speech, harsh words that the client uses of themselves
/// ("I'm pathetic"), words about dying, and a clause with `name` in it. Nothing is returned rather
/// than something that may be ungrammatical. No two have words in common.
[[nodiscard]] std::vector<TurnedAround> turn_around(std::span<const PlainWord> said,
                                                    std::string_view name);

/// Two clauses that followed one another, said one after the other: "you still went to the game.
/// For an hour there was only the ball". Nothing when they stood apart, or are more than 16 words.
[[nodiscard]] std::optional<TurnedAround> joined(const TurnedAround& a, const TurnedAround& b);

}  // namespace attune::coach
