#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

/// `attune trial`: studies with people, from a plan to its report (docs/running-a-study.md).
namespace attune::cli {

struct TrialOptions {
  std::filesystem::path plan;  ///< docs/formats/trial.md
  std::string id;              ///< of a study in `data`
  std::filesystem::path data;  ///< folder of `attune serve --data`; empty means `default_data()`
  std::filesystem::path out;   ///< report: .html or .json, else text; export and rehearse: a folder
  int people = 0;              ///< rehearse: to be enrolled; 0: as the plan says
  double effect = 0;           ///< rehearse: put into the primary outcome, in standard deviations
  std::uint64_t seed = 1;      ///< rehearse
};

[[nodiscard]] base::Result<void> run_trial_check(const TrialOptions& options);
[[nodiscard]] base::Result<void> run_trial_power(const TrialOptions& options);
[[nodiscard]] base::Result<void> run_trial_rehearse(const TrialOptions& options);
[[nodiscard]] base::Result<void> run_trial_report(const TrialOptions& options);
[[nodiscard]] base::Result<void> run_trial_export(const TrialOptions& options);

}  // namespace attune::cli
