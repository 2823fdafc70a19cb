#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "voice/acts.h"

namespace attune::voice {

/// Reads content/acts.yaml as docs/formats/acts.md says; an error names file, line and column.
[[nodiscard]] base::Result<Acts> load_acts(const std::filesystem::path& file);

/// The same from text; `file` is for messages.
[[nodiscard]] base::Result<Acts> parse_acts(std::string_view yaml, std::string_view file);

}  // namespace attune::voice
