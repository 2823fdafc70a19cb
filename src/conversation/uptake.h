#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/event.h"

/// What became of the suggestions in a talk: a fold that calls no reader. debrief and progress both
/// count from here.
namespace attune::conversation {

/// The ideas offered for one message of the client's, and the reply that came.
struct Round {
  TurnNumber turn = 0;    ///< the client's words that the ideas answer; the reply has turn + 1
  int offered = 0;        ///< ideas; three as a rule
  bool answered = false;  ///< a reply came
  std::string adopted;    ///< kind of the idea that the reply began as, or "" when none was used
  bool edited = false;    ///< its words were changed: the reply is the supporter's own
  double distance = 0;    ///< `edit_distance` of the reply from that idea; 0 when none was used
  std::optional<std::chrono::milliseconds> decide;  ///< from offering to adopting, or else to the
                                                    ///< reply; pauses count
};

/// The rounds of a talk, in order. Words that stand in an idea of their own round count as adopted,
/// however they came into the composer.
[[nodiscard]] std::vector<Round> rounds(const std::vector<Event>& events);

/// How far `sent` is from `idea`, in [0, 1]: the words to be put in, taken out or changed
/// (Levenshtein 1966) over those of the longer one. Case, punctuation and spaces are nothing. A
/// blank "[...]" of the idea has no words: filled in, each word counts; left out or as it stood,
/// none.
[[nodiscard]] double edit_distance(std::string_view idea, std::string_view sent);

}  // namespace attune::conversation
