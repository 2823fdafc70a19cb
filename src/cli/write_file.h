#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace attune::cli {

/// Writes a file, or leaves what was there: never half of it.
[[nodiscard]] base::Result<void> write_file(const std::filesystem::path& file,
                                            const std::string& text);

}  // namespace attune::cli
