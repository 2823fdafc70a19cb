#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"

/// Real talks with what coders said of them, and what became of them.
namespace attune::study {

/// One speaker's words until the other spoke.
struct CodedTurn {
  conversation::Turn turn;
  std::set<std::string> codes;             ///< of a supporter's: "simple reflection", "advice", ...
  std::optional<conversation::Talk> talk;  ///< of a client's, where it was coded
};

/// What a client said of the talk, each from 1 to 5.
struct Scores {
  std::optional<double> before, after;  ///< how strong the feeling was
  std::optional<double> empathy, relevance;
};

struct CodedTalk {
  bool good = true;  ///< AnnoMI: of high quality; ESConv: kept
  std::vector<CodedTurn> turns;
  Scores scores;
};

/// For measuring only: none of their text is shipped or shown.
struct CodedTalks {
  std::string name;
  std::string coders;  ///< who gave the codes
  std::vector<CodedTalk> talks;
};

/// AnnoMI, with the majority of its coders and the first of equals; MIBot; ESConv, kept and failed,
/// with the supporters' own strategies: in this order, from their folders in `data` (docs/data.md).
[[nodiscard]] base::Result<std::vector<CodedTalks>> load_coded_talks(
    const std::filesystem::path& data);

}  // namespace attune::study
