#pragma once

#include <string>

#include "debrief/sheet.h"

namespace attune::debrief {

/// The course of a talk as inline SVG: valence of both speakers as lines, the length of each turn
/// as columns below, and a broken line at each moment to look at again. `id` is unique on the page.
[[nodiscard]] std::string course_plot(const Sheet& sheet, const std::string& id);

}  // namespace attune::debrief
