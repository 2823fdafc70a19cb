#pragma once

#include <filesystem>

#include "base/result.h"
#include "coach/phrases.h"

namespace attune::coach {

/// Reads content/suggestions.yaml strictly: an unknown key or slot, an empty list, a missing kind
/// or a situation that the code names and the file lacks is an error with file, line, column and
/// mend.
[[nodiscard]] base::Result<Phrases> load_phrases(const std::filesystem::path& file);

}  // namespace attune::coach
