#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/turn.h"

namespace attune::study {

/// Talks between real people, or of real people with a bot, from one public data set. For measuring
/// only: none of their text is shipped or shown.
struct RealTalks {
  std::string name;
  std::vector<std::vector<conversation::Turn>> talks;  ///< messages of one speaker joined
};

/// ESConv's kept and its failed talks, MIBot's, and AnnoMI's of high quality, in this order, from
/// their folders in `data` (docs/data.md).
[[nodiscard]] base::Result<std::vector<RealTalks>> load_real_talks(
    const std::filesystem::path& data);

}  // namespace attune::study
