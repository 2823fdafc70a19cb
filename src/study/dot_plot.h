#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stats/agreement.h"

namespace attune::study {

/// One group's figure on a row of a plot.
struct Dot {
  std::size_t group = 0;     ///< place in `DotPlot::groups`, 0 to 2
  stats::Estimate estimate;  ///< bounds may be NaN: then there is no line
  double planted = 0;
};

struct DotRow {
  std::string label;
  std::vector<Dot> dots;
};

/// Figures with their intervals as dots on lines, row by row, each beside a tick at what was
/// planted. Groups differ in shape as well as in color. `id` is unique on the page.
struct DotPlot {
  std::string id, title;
  std::vector<std::string> groups;        ///< 1 to 3
  double low = 0, high = 1, step = 0.25;  ///< of the axis, and between its marks
  bool percent = false;
  std::vector<DotRow> rows;
};

/// Inline SVG; its colors are those of `plot_style` and of debrief's page.
[[nodiscard]] std::string svg(const DotPlot& plot);
[[nodiscard]] std::string_view plot_style();

}  // namespace attune::study
