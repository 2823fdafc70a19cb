#pragma once

#include <vector>

#include "client/case.h"
#include "language/reader.h"

namespace attune::client {

/// A line that reads differently from the emotion its author meant. Advice to the author, not a fault.
struct Warning {
  int line = 0;  ///< in the file
  conversation::Emotion meant = conversation::Emotion::neutral;
  conversation::Emotion read = conversation::Emotion::neutral;
  double probability = 0;  ///< of `read`
};

/// Reads every line of `person` alone. Warns only where the reader is sure: it does not abstain, its
/// label has at least one half (our choice), and the meant emotion is not among its labels.
[[nodiscard]] std::vector<Warning> check_emotions(const Case& person, const language::Reader& reader);

}  // namespace attune::client
