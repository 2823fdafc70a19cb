#pragma once

#include "language/pattern.h"

/// What supporters commonly say, by what it does to the listener. The lists are ours.
namespace attune::language {

[[nodiscard]] const Patterns& formulas();        ///< sympathy that would fit anyone
[[nodiscard]] const Patterns& minimizings();     ///< makes it smaller, promises a good end
[[nodiscard]] const Patterns& judgments();       ///< blames, shames, labels, insults
[[nodiscard]] const Patterns& pressings();       ///< should, must, orders, warnings
[[nodiscard]] const Patterns& nudgings();        ///< soft advice: "have you tried"
[[nodiscard]] const Patterns& freedoms();        ///< theirs to choose
[[nodiscard]] const Patterns& leaves();          ///< asks leave
[[nodiscard]] const Patterns& wishes();          ///< a client asks for advice
[[nodiscard]] const Patterns& joint_steps();     ///< what to do, thought about together
[[nodiscard]] const Patterns& next_steps();      ///< plainly a next step
[[nodiscard]] const Patterns& own_stories();     ///< the supporter's own life
[[nodiscard]] const Patterns& ownings();         ///< takes back, apologizes for a turn
[[nodiscard]] const Patterns& farewells();       ///< goodbye, or near it
[[nodiscard]] const Patterns& partings();        ///< at a sentence's end: leaves now
[[nodiscard]] const Patterns& greetings();       ///< hello, who I am, what brings you
[[nodiscard]] const Patterns& informings();      ///< explains facts about people in general
[[nodiscard]] const Patterns& invitations();     ///< asks for more of what was just said
[[nodiscard]] const Patterns& wide_questions();  ///< asks for whatever comes, and for no one thing
[[nodiscard]] const Patterns& askings_on();      ///< asks for more of just what was said
[[nodiscard]] const Patterns& honest_answers();  ///< meets a question without an answer to it
[[nodiscard]] const Patterns& concerns();        ///< raises the supporter's own worry, confronts
[[nodiscard]] const Patterns& addresses();       ///< a sentence that begins with "you"
[[nodiscard]] const Patterns& directives();      ///< and goes on to direct: "you should", "you can"
[[nodiscard]] const Patterns& reflections();     ///< says how it is for the other
[[nodiscard]] const Patterns& echo_openings();   ///< "it sounds like", "so you're saying"

}  // namespace attune::language
