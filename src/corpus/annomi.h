#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/turn.h"

namespace attune::corpus {

/// One AnnoMI transcript, with what its coders found. For measuring only: none of
/// its text is shipped or shown.
struct AnnomiTalk {
  std::string id;
  bool high = false;                      ///< quality
  std::vector<conversation::Turn> turns;  ///< utterances of one speaker joined
  /// Of each turn: "question", "reflection", "therapist_input" and "other", in this order and set
  /// apart by '+', as they were found in it; "" for a client's.
  std::vector<std::string> codes;
  double reflections = 0;  ///< share of the therapist's utterances that were coded so
};

/// All transcripts, in the file's order, from the folder annomi in `data` (docs/data.md).
[[nodiscard]] base::Result<std::vector<AnnomiTalk>> load_annomi_talks(
    const std::filesystem::path& data);

}  // namespace attune::corpus
