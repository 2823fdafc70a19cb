#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attune::progress {

/// What the progress page can say: the sentences of content/progress.yaml
/// (docs/formats/progress.md), each list under "section.key". Immutable once loaded, so
/// thread-safe.
struct Texts {
  std::map<std::string, std::vector<std::string>> phrases;

  using Slots = std::map<std::string, std::string>;

  /// One of the sentences under `key`, by `seed`, with its slots filled in; one whose slot is empty
  /// is passed over. A key that `parse_texts` does not ask for is a bug of ours.
  [[nodiscard]] std::string say(const std::string& key, std::uint64_t seed,
                                const Slots& slots) const;
  [[nodiscard]] std::string say(const std::string& key, std::uint64_t seed) const {
    return say(key, seed, {});
  }
};

/// Strict: `invalid`, with file, line and mend, for anything beyond or short of what the format
/// page says.
[[nodiscard]] base::Result<Texts> parse_texts(std::string_view yaml, std::string_view file);

/// The same from disk; `not_found` when it cannot be opened.
[[nodiscard]] base::Result<Texts> load_texts(const std::filesystem::path& file);

}  // namespace attune::progress
