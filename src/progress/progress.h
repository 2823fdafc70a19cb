#pragma once

#include <string>
#include <vector>

#include "conversation/preferences.h"
#include "progress/record.h"
#include "progress/texts.h"

namespace attune::progress {

/// What a supporter's progress is told from. The references must outlive the call.
struct Source {
  const std::vector<Record>& records;  ///< closed talks, oldest first
  const People& people;
  const conversation::Preferences& preferences;
  const Texts& texts;
  base::Instant now;
};

/// The JSON of `GET /api/progress` (docs/formats/progress.md): a pure fold, made anew on each
/// request. Equal sources give equal sentences.
[[nodiscard]] std::string progress_json(const Source& source);

}  // namespace attune::progress
