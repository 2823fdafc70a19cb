#include "study/dot_plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/markup.h"

namespace attune::study {
namespace {

using base::svg::circle;
using base::svg::line;
using base::svg::number;
using base::svg::rect;
using base::svg::text;

// In the plot's own units; the page scales it to its width.
constexpr double kWide = 720, kLeft = 250, kRight = 700;
constexpr double kTop = 34, kRow = 26;  // under the key; of one group on one row
constexpr double kGap = 16;             // between rows
constexpr double kSize = 4.5;
constexpr std::size_t kLabelWidth = 36;  // characters of a label that fit beside the plot

std::string shape(std::size_t group, double x, double y) {
  if (group == 0) return rect({x - kSize, y - kSize}, {2 * kSize, 2 * kSize}, "own-mark");
  if (group == 1) return circle({x, y}, kSize, "client-mark");
  const double far = kSize * 1.3;
  return "<polygon class=\"third-mark\" points=\"" + number(x) + "," + number(y - far) + " " +
         number(x + far) + "," + number(y) + " " + number(x) + "," + number(y + far) + " " +
         number(x - far) + "," + number(y) + "\"/>\n";
}

/// At most two lines, cut between words.
std::vector<std::string> wrapped(const std::string& label) {
  if (label.size() <= kLabelWidth) return {label};
  const std::size_t cut = label.rfind(' ', kLabelWidth);
  if (cut == std::string::npos) return {label};
  return {label.substr(0, cut), label.substr(cut + 1)};
}

class Drawing {
 public:
  explicit Drawing(const DotPlot& plot) : plot_(plot) {
    const double row = kRow * static_cast<double>(plot.groups.size()) + kGap;
    bottom_ = kTop + row * static_cast<double>(plot.rows.size());
  }

  std::string draw() {
    std::string out = key() + axis();
    double y = kTop + kGap / 2;
    for (const DotRow& row : plot_.rows) out += this->row(row, y);
    return out;
  }
  [[nodiscard]] double height() const { return bottom_ + 26; }

 private:
  [[nodiscard]] double x(double value) const {
    const double at = (value - plot_.low) / (plot_.high - plot_.low);
    return kLeft + std::clamp(at, 0.0, 1.0) * (kRight - kLeft);
  }

  [[nodiscard]] std::string key() const {
    double at = kLeft;
    std::string out;
    for (std::size_t group = 0; group < plot_.groups.size(); ++group) {
      out += shape(group, at, 14) + text({at + 12, 18}, plot_.groups[group], "start");
      at += 34 + 7.0 * static_cast<double>(plot_.groups[group].size());
    }
    return out + line({at, 7}, {at, 21}, "planted") + text({at + 8, 18}, "planted", "start");
  }

  [[nodiscard]] std::string axis() const {
    std::string out;
    for (double mark = plot_.low; mark < plot_.high + plot_.step / 2; mark += plot_.step) {
      out += line({x(mark), kTop}, {x(mark), bottom_}, "axis");
      std::array<char, 16> words{};
      std::snprintf(words.data(), words.size(), plot_.percent ? "%.0f %%" : "%.0f",
                    plot_.percent ? 100 * mark : mark);
      out += text({x(mark), bottom_ + 18}, words.data(), "middle");
    }
    return out;
  }

  [[nodiscard]] std::string row(const DotRow& row, double& y) const {
    const auto label = wrapped(row.label);
    const double middle = y + kRow * static_cast<double>(plot_.groups.size()) / 2;
    std::string out;
    for (std::size_t i = 0; i < label.size(); ++i)
      out += text({kLeft - 14,
                   middle + 4 +
                       15 * (static_cast<double>(i) - (static_cast<double>(label.size()) - 1) / 2)},
                  label[i], "end");
    for (const Dot& dot : row.dots) {
      const double at = y + kRow * (static_cast<double>(dot.group) + 0.5);
      const stats::Estimate& found = dot.estimate;
      out += line({x(dot.planted), at - 9}, {x(dot.planted), at + 9}, "planted");
      if (std::isfinite(found.low) && std::isfinite(found.high))
        out += line({x(found.low), at}, {x(found.high), at}, "reach");
      out += shape(dot.group, x(found.value), at);
    }
    y += kRow * static_cast<double>(plot_.groups.size()) + kGap;
    return out;
  }

  const DotPlot& plot_;
  double bottom_ = 0;
};

}  // namespace

std::string svg(const DotPlot& plot) {
  Drawing drawing(plot);
  return "<svg viewBox=\"0 0 " + number(kWide) + " " + number(drawing.height()) +
         "\" role=\"img\" aria-labelledby=\"" + plot.id + "-title\">\n<title id=\"" + plot.id +
         "-title\">" + base::escaped(plot.title) + "; the table after it says the same.</title>\n" +
         drawing.draw() + "</svg>\n";
}

std::string_view plot_style() {
  return R"css(
.reach { stroke: var(--edge); stroke-width: 2; }
.planted { stroke: var(--mark-line); stroke-width: 2.5; }
.third-mark { fill: var(--raised); stroke: var(--accent); stroke-width: 1.5; }
)css";
}

}  // namespace attune::study
