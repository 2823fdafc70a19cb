#pragma once

#include "language/pattern.h"

/// How danger is spoken of, by the client in words and by the supporter in questions, in the
/// notation of `Pattern`. The lists are ours; language/ask_phrases.h has the plain topics.
namespace attune::language {

[[nodiscard]] const Patterns& veiled_topics();  ///< means suicide without saying so: "that silly"
[[nodiscard]] const Patterns& suicide_words();  ///< can mean nothing else
[[nodiscard]] const Patterns& death_words();    ///< says it, beside `suicide_topics`
[[nodiscard]] const Patterns& denials();        ///< says of the other that it is not so
[[nodiscard]] const Patterns& assumings();      ///< takes the answer for known: "surely", "I hope"
[[nodiscard]] const Patterns& tags();           ///< at the end of a statement: "aren't you"
[[nodiscard]] const Patterns& leaning();        ///< leans by itself: "tell me you are not"

[[nodiscard]] const Patterns& death_wishes();      ///< a client's, in plain words
[[nodiscard]] const Patterns& not_death_wishes();  ///< denies it in the same sentence
[[nodiscard]] const Patterns& passive_wishes();    ///< not to be there, said sideways
[[nodiscard]] const Patterns& death_hints();       ///< and in others, that mean it at times
[[nodiscard]] const Patterns& risk_follow_ups();  ///< asks on from an answer: when, how, what keeps
[[nodiscard]] const Patterns& plain_answers();    ///< a client's yes or no
[[nodiscard]] const Patterns& guarded_answers();  ///< neither

}  // namespace attune::language
