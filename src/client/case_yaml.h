#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "client/case.h"

namespace attune::client {

/// Where a case file is wrong and how to mend it. Lines and columns count from 1.
struct Fault {
  int line = 0;
  int column = 0;
  std::string what;
  std::string mend;
  /// What there is too little of: "cues", an intent; "words" where some are still to be written; ""
  /// for any other fault.
  std::string lacks;
};

/// All faults of a case's text, in the order of the file.
[[nodiscard]] std::vector<Fault> check_case(std::string_view yaml);

/// Reads a case from the text of its file. On faults the error is `invalid` and its message lists
/// them, one a line, as "file:line:column: what; mend".
[[nodiscard]] base::Result<Case> parse_case(std::string_view yaml, std::string_view file);

/// The same from disk.
[[nodiscard]] base::Result<Case> load_case(const std::filesystem::path& file);

/// Every `*.yaml` of a folder by difficulty, then name.
[[nodiscard]] base::Result<std::vector<Case>> load_cases(const std::filesystem::path& folder);

}  // namespace attune::client
