#pragma once

#include <vector>

#include "conversation/reading.h"
#include "language/spoken.h"
#include "language/tokens.h"

namespace attune::language {

/// What a supporter's turn asks, found by phrase grammar, with the words that say so.
struct AsksFound {
  conversation::Asks asks;
  std::vector<conversation::Evidence> why;  ///< heads "asks:about_suicide" and so on
};

/// Direct questions and no figures of speech: "that would kill me" and "dying to know" ask nothing.
/// docs/models/reading.md lists what counts.
[[nodiscard]] AsksFound find_asks(const Spoken& turn);
[[nodiscard]] AsksFound find_asks(const Tokens& tokens);

}  // namespace attune::language
