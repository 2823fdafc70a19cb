#pragma once

#include <optional>
#include <string>
#include <vector>

#include "conversation/event.h"

namespace attune::conversation {

/// What a person sitting beside the supporter could see: words, and how they read.
/// Advice rests on this alone; `coach` gets nothing else.
struct Observed {
  struct Line {
    TurnNumber turn = 0;
    Turn said;
    std::optional<Reading> reading;
  };
  std::string client_name;
  std::vector<Line> lines;           ///< in order
  std::vector<Suggested> suggested;  ///< offered before in this talk
  std::vector<Nudged> nudged;        ///< remarks on the supporter's turns, in order
  std::vector<Disputed> disputed;
  std::vector<TurnNumber> consulted;  ///< after which turns the supporter turned to a supervisor
};

/// Takes in what is observable of one event.
void fold(Observed& observed, const Event& event);

/// Folds what is observable out of a log.
[[nodiscard]] Observed observe(const std::vector<Event>& events, std::string client_name);

}  // namespace attune::conversation
