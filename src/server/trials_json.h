#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/wire_json.h"
#include "trial/export.h"
#include "trial/rating.h"
#include "trial/register.h"
#include "trial/report.h"

/// The JSON of docs/formats/api.md about studies. No error quotes what came in.
namespace attune::server {

/// {"text","check"?}: a plan; with `check` nothing is kept.
struct GivenPlan {
  std::string text;
  bool check = false;
};
[[nodiscard]] base::Result<GivenPlan> read_given_plan(std::string_view body);
/// {"people":[ids]}
[[nodiscard]] base::Result<std::vector<std::string>> read_enrolled(std::string_view body);
/// {"raters":[ids]}
[[nodiscard]] base::Result<std::vector<std::string>> read_raters(std::string_view body);
/// {"agree"}
[[nodiscard]] base::Result<bool> read_consent(std::string_view body);
/// {"sheets":[{"instrument","answers":{item:value}}]}
[[nodiscard]] base::Result<std::vector<review::Sheet>> read_sheets(std::string_view body);

using Names = std::map<std::string, std::string>;  ///< of accounts, by id

[[nodiscard]] std::string trials_json(const trial::Register& entered);
[[nodiscard]] std::string plan_json(const trial::Plan& plan, const std::string& text);
/// All that whoever leads may see: who is how far, never in which arm.
struct TrialView {
  const trial::Trial& trial;
  const trial::Report& report;
  const trial::Talks& talks;
  const Names& names;
  const Desks& desks;
};
[[nodiscard]] std::string trial_json(const TrialView& view);
[[nodiscard]] std::string files_json(const std::vector<trial::File>& files);

/// What a participant is asked for next; `{"trial":null}` when nothing.
struct StepView {
  const trial::Trial* trial = nullptr;
  const trial::Participant* person = nullptr;
  std::optional<trial::Step> step;
};
[[nodiscard]] std::string step_json(const StepView& view, const Desks& desks,
                                    const std::map<std::string, review::Instrument>& instruments);

}  // namespace attune::server
