#pragma once

#include <string>
#include <string_view>

#include "trial/report.h"

/// Parts of the report's page.
namespace attune::trial {

/// Colors and sizes of the page, light, dark and on paper: the debrief's.
[[nodiscard]] std::string_view page_style();

/// Every person's value of the primary outcome under both conditions, with the means, as inline
/// SVG.
[[nodiscard]] std::string values_plot(const Finding& finding);

/// The standardized effects with their intervals, the smallest worth finding on both sides of none;
/// those of rank tests stand in the table alone.
[[nodiscard]] std::string effects_plot(const Report& report);

}  // namespace attune::trial
