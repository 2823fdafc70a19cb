#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attune::debrief {

/// What a debrief can say: the sentences of content/debrief.yaml (docs/formats/debrief.md), each
/// list under "section.key". Immutable once loaded, so thread-safe.
struct Texts {
  std::map<std::string, std::vector<std::string>> phrases;

  /// The sentences under `key`; a key that `load_texts` does not ask for is a bug of ours.
  [[nodiscard]] const std::vector<std::string>& of(const std::string& key) const;

  /// True when there are sentences under `key`.
  [[nodiscard]] bool has(const std::string& key) const;
};

/// Reads the texts and sees that every key that a debrief may need is there; an error names the
/// file, the line and what is wrong.
[[nodiscard]] base::Result<Texts> load_texts(const std::filesystem::path& file);

/// The same from the file's text.
[[nodiscard]] base::Result<Texts> parse_texts(std::string_view yaml, std::string_view file);

/// `invalid` when a key that a debrief may ask for is missing, or has no sentence that can always
/// be said.
[[nodiscard]] base::Result<void> check(const Texts& texts);

}  // namespace attune::debrief
