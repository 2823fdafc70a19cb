#pragma once

#include "language/pattern.h"

/// The phrases by which `own_distress` knows its words, in the notation of `Pattern`. They are held
/// against words from which adverbs ("really", "honestly", "so") have been left out.
namespace attune::language {

/// Says it of oneself, now.
[[nodiscard]] const Patterns& own_danger();      ///< of dying or hurting oneself
[[nodiscard]] const Patterns& own_overwhelm();   ///< that it is too much, in body or mind
[[nodiscard]] const Patterns& own_at_the_end();  ///< the same, when no more follows in the sentence

/// Begins as one of these does and is none: "i want to die of embarrassment".
[[nodiscard]] const Patterns& not_own();

/// Behind such words, takes them back or shows them as somebody else's: "... is what you said".
[[nodiscard]] const Patterns& disowned_after();

/// Before such words: the sentence tells of the past, or supposes.
[[nodiscard]] const Patterns& told_of_past();

/// A sentence that gives the one before it to the client: "That's what you wrote."
[[nodiscard]] const Patterns& gives_back();

}  // namespace attune::language
