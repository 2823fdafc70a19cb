#pragma once

#include <span>
#include <string_view>

#include "coach/plain_words.h"
#include "coach/turn_around.h"

/// Judges one clause of a client: may it be given back, how much is it worth, what tense has it.
namespace attune::coach {

/// Whether the clause is about the client, whole, and neither harsh, quoted nor meant for the
/// supporter.
[[nodiscard]] bool can_be_given_back(std::span<const PlainWord> clause);

/// How much a listener would want to say it back; about 0 to 3.
[[nodiscard]] double worth(std::span<const PlainWord> clause);

[[nodiscard]] Tense tense(std::span<const PlainWord> clause);

/// The same of a clause about anything: "the crock is full of envelopes", "nobody says it anymore".
[[nodiscard]] bool can_be_retold(std::span<const PlainWord> clause);

/// Whether a form is a parent or the like who goes by that name: "mum", "gran".
[[nodiscard]] bool is_called_so(std::string_view form);

/// Whether words of the client's may stand between quotation marks: not addressed to the supporter,
/// not harsh on themselves, not about dying.
[[nodiscard]] bool can_be_quoted(std::span<const PlainWord> words);

/// Whether a form can be the verb of a clause, as far as a list of common verbs tells.
[[nodiscard]] bool is_finite_verb(std::string_view form);

/// Whether a form tells nothing by itself ("there", "everything").
[[nodiscard]] bool is_function_word(std::string_view form);

/// Whether the word at `at` is the verb that belongs to an "I" just before it, adverbs skipped.
[[nodiscard]] bool is_verb_of_i(std::span<const PlainWord> clause, std::size_t at);

}  // namespace attune::coach
