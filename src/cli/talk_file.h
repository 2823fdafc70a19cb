#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "conversation/event.h"

namespace attune::cli {

/// The events of one talk from a file: JSON lines as `attune chat --save` and `attune play` write
/// them, or what the server gives under /api/sessions/ID/events. The error names file and line;
/// `invalid` too where the talk had not ended when it was written, for then its seed is not known.
[[nodiscard]] base::Result<std::vector<conversation::Event>> read_talk_file(
    const std::filesystem::path& file);

}  // namespace attune::cli
