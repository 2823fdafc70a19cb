#pragma once

#include <string>
#include <vector>

#include "study/fit_mind.h"

namespace attune::study {

/// What real talks say of the mind: docs/models/mind.md explains how to read it.
struct FitReport {
  struct Set {
    std::string talks;   ///< name and how many
    std::string coders;  ///< who gave the codes
    std::vector<Follow> follows;
  };
  std::vector<Set> sets;
  std::vector<MindFit> fits;
  std::vector<Rated> rated;
  std::vector<Eased> eased;
  double distress_ease = 0;  ///< as set
};

/// Everything above, from the sets that `load_coded_talks` gives.
[[nodiscard]] FitReport make_fit_report(const std::vector<CodedTalks>& sets,
                                        const language::Reader& reader,
                                        const language::Meaning& meaning,
                                        const client::Case& person,
                                        const client::Dynamics& dynamics);

[[nodiscard]] std::string to_markdown(const FitReport& report);
[[nodiscard]] std::string to_json(const FitReport& report);

}  // namespace attune::study
