#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace attune::language {

/// Groups of everyday words that mean nearly the same to someone who listens ("mum", "mother",
/// "ma"). Read from content/lexicons/*.yaml (docs/formats/lexicon.md).
struct Lexicon {
  struct Group {
    std::string name;
    std::vector<std::string> entries;  ///< words and phrases of up to three words
  };
  std::vector<Group> groups;
};

/// Reads every `.yaml` file of the folder, in the order of their names. An error names file, line
/// and column. A folder without files gives an empty lexicon.
[[nodiscard]] base::Result<Lexicon> load_lexicons(const std::filesystem::path& folder);

}  // namespace attune::language
