#pragma once

#include <filesystem>

#include "base/result.h"
#include "coach/nudge.h"

namespace attune::coach {

/// Reads content/nudges.yaml (docs/formats/nudges.md). Strict: the error names file, line, column
/// and what would mend it.
[[nodiscard]] base::Result<Nudges> load_nudges(const std::filesystem::path& file);

}  // namespace attune::coach
