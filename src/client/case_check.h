#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "language/reader.h"

namespace attune::client {

/// A line that reads differently from the emotion its author meant. Advice to the author, no fault.
struct Warning {
  int line = 0;  ///< in the file
  conversation::Emotion meant = conversation::Emotion::neutral;
  conversation::Emotion read = conversation::Emotion::neutral;
  double probability = 0;  ///< of `read`
};

/// The line's bubbles, one below the other.
[[nodiscard]] std::string words(const Line& line);

/// A line of four words or more, without a placeholder: fewer carry no emotion that a reader sees.
[[nodiscard]] bool is_readable(const Line& line);

/// Reads every readable line of `person` alone. Warns only where the reader is sure: it does not
/// abstain, its label has at least one half (our choice), and the meant emotion is not among its
/// labels.
[[nodiscard]] std::vector<Warning> check_emotions(const Case& person,
                                                  const language::Reader& reader);

}  // namespace attune::client
