#pragma once

#include <span>
#include <string_view>

#include "conversation/turn.h"
#include "language/heard.h"

namespace attune::language {

class Meaning;

/// How a supporter turn meets what the client just said, read from the text alone. All in [0, 1].
///
/// Trust follows fit, not form: these, more than skill counts, move a client. The mind's
/// coefficients for them are in content/dynamics.yaml.
struct Fit {
  double content = 0;     ///< takes up what the client's last words were about
  double foreign = 0;     ///< of its telling words, what nobody has said and is not about talking
  double feeling = 0;     ///< names or answers the feeling in them
  double follows = 0;     ///< a question that follows from them
  double parrot = 0;      ///< gives the client's own words back, adding nothing
  double formula = 0;     ///< a stock phrase that would fit anyone ("I'm so sorry, that's hard")
  double bare = 0;        ///< adds nothing of its own to the client's words
  double repeated = 0;    ///< close to what this supporter said before
  double unanswered = 0;  ///< the client asked something and this passes over it
  double off_topic = 0;   ///< turns away from the client's matter
  double owns_miss = 0;   ///< takes back or apologizes for something said before
  double pressure = 0;    ///< should, must, ordering, persuading, warning
  double lecture = 0;     ///< long, informing, little of it about the client's words
  double minimizes = 0;   ///< "at least", "others have it worse", "it will be fine"
  double judges = 0;      ///< blames, shames, labels, insults
  double autonomy = 0;    ///< says that it is theirs to choose
  double permission = 0;  ///< asked leave for what it now offers, or the client asked for it
  double together = 0;    ///< works out a next step with them
  double own_story = 0;   ///< turns to the supporter's own experience
  double narrow = 0;  ///< asks for one thing (a name, a day, a yes or no), not for whatever comes
  double asks_on =
      0;  ///< asks for more of just that: "what happened then", "why", "what do you mean"
  double names_suicide = 0;  ///< says, without asking, that suicide is on the client's mind
  double goodbye = 0;        ///< leaves: says goodbye, or that they stop here
};

/// `before` is the talk so far, oldest first, at least up to the client's last turn.
[[nodiscard]] Fit fit(const conversation::Turn& supporter,
                      std::span<const conversation::Turn> before, const Meaning& meaning);

/// The same where the last turns of `before`, at least `kReach` or all, were made ready as they
/// came.
[[nodiscard]] Fit fit(const conversation::Turn& supporter,
                      std::span<const conversation::Turn> before, std::span<const Heard> last,
                      const Meaning& meaning);

}  // namespace attune::language
