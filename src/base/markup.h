#pragma once

#include <string>
#include <string_view>
#include <vector>

/// HTML and SVG for pages that stand alone, as text.
namespace attune::base {

/// Text for HTML: & < > " ' as entities.
[[nodiscard]] std::string escaped(std::string_view text);

/// One element around escaped text, on a line of its own; no class where `style` is "".
[[nodiscard]] std::string element(std::string_view tag, std::string_view text,
                                  std::string_view style = "");

/// Head and body of a table, from `<thead>` to `</table>`: the first cell of a row is its heading,
/// and a column without a name has none. No row may be empty.
[[nodiscard]] std::string table_rows(const std::vector<std::string>& columns,
                                     const std::vector<std::vector<std::string>>& rows);

/// From the doctype to `<main>`: no script, nothing from outside. `style` is CSS.
[[nodiscard]] std::string page_head(std::string_view title, std::string_view style);

/// Shapes in the units of a plot's viewBox, to a tenth of one. `style` is a class; the y axis
/// points down.
namespace svg {

struct Point {
  double x = 0, y = 0;
};

[[nodiscard]] std::string number(double value);
[[nodiscard]] std::string line(Point from, Point to, std::string_view style);
[[nodiscard]] std::string circle(Point middle, double radius, std::string_view style);
/// `size`: how wide, how high.
[[nodiscard]] std::string rect(Point corner, Point size, std::string_view style);
/// `anchor`: start, middle or end, where `at` is. No class where `style` is "".
[[nodiscard]] std::string text(Point at, std::string_view words, std::string_view anchor,
                               std::string_view style = "");

}  // namespace svg
}  // namespace attune::base
