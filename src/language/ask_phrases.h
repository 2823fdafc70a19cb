#pragma once

#include "language/pattern.h"

/// The phrases of the ask grammar, in the notation of `Pattern`; docs/models/reading.md explains
/// them.
namespace attune::language {

/// Words by which a sentence asks even without its mark: "are you", "any", "i want to ask".
[[nodiscard]] const Patterns& question_openings();

/// Names suicide or dying, so that a question around it is a question about suicide.
[[nodiscard]] const Patterns& suicide_topics();

/// Looks like such a topic and is none: "dying to know", "lost someone to suicide".
[[nodiscard]] const Patterns& suicide_of_others();  ///< names it, of whomever
[[nodiscard]] const Patterns& refers_back();        ///< asks of what the sentence before spoke of
[[nodiscard]] const Patterns& not_suicide();

/// Names being safe, a plan, intent, means, hurting oneself, or getting through the night.
[[nodiscard]] const Patterns& safety_topics();
[[nodiscard]] const Patterns& not_safety();

/// Begins a question that expects "no", and ends it.
[[nodiscard]] const Patterns& leading_openings();
[[nodiscard]] const Patterns& leading_tags();

/// Asks leave before offering.
[[nodiscard]] const Patterns& permissions();

}  // namespace attune::language
