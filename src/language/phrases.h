#pragma once

#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

#include "language/pattern.h"

namespace attune::language {

/// A list of patterns that is quick to try on every word: those whose first word differs are passed
/// over by a look-up.
class Phrases {
 public:
  Phrases(std::initializer_list<const char*> sources);

  /// The word after the longest match that begins at `at`, or `at` itself when there is none.
  [[nodiscard]] std::size_t furthest(const Wording& wording, const Wording::Sentence& sentence,
                                     std::size_t at) const;

 private:
  std::vector<Pattern> patterns_;
  std::vector<std::pair<std::uint64_t, std::size_t>> by_first_;  // key of a first word → pattern
  std::vector<std::size_t> always_;                              // patterns that may begin with any
};

}  // namespace attune::language
