#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/pattern.h"

namespace attune::voice {

/// Lists of phrases by name, in the grammar of language/pattern.h. Immutable, so thread-safe.
class Phrasebook {
 public:
  explicit Phrasebook(const std::map<std::string, std::vector<std::string>>& lists);

  /// How often a list's phrases stand in the words, those that overlap counted once; 0 for a list
  /// that there is not.
  [[nodiscard]] int count(std::string_view list, const language::Wording& words) const;
  [[nodiscard]] bool has(std::string_view list, const language::Wording& words) const {
    return count(list, words) > 0;
  }

  /// Whether a phrase stands in the words that nothing before it in its sentence denies.
  [[nodiscard]] bool asserts(std::string_view list, const language::Wording& words) const;

 private:
  std::map<std::string, language::Patterns, std::less<>> lists_;
};

}  // namespace attune::voice
