#include <algorithm>
#include <cmath>
#include <map>

#include "base/markup.h"
#include "trial/page.h"

namespace attune::trial {
namespace {

namespace svg = base::svg;

// In the plots' own units; the page scales them to its width.
constexpr double kLeft = 200, kRight = 704, kWide = 720;
constexpr double kRow = 64, kTop = 12, kFoot = 50;

/// From what is measured to where it is drawn.
struct Scale {
  double low = 0, high = 1;

  [[nodiscard]] double x(double value) const {
    return kLeft + (value - low) / (high - low) * (kRight - kLeft);
  }
  /// Steps of 1, 2 or 5 times a power of ten, about six of them.
  [[nodiscard]] std::string axis(double bottom, const std::string& unit) const {
    const double rough = (high - low) / 6, ten = std::pow(10, std::floor(std::log10(rough)));
    const double step = rough / ten > 5 ? 10 * ten : rough / ten > 2 ? 5 * ten : 2 * ten;
    std::string out = svg::line({kLeft, bottom}, {kRight, bottom}, "axis") +
                      svg::text({kRight, bottom + 38}, unit, "end");
    for (double at = std::ceil(low / step) * step; at <= high + 1e-9; at += step) {
      out += svg::line({x(at), bottom}, {x(at), bottom + 5}, "axis");
      out += svg::text({x(at), bottom + 20}, shown(at), "middle");
    }
    return out;
  }
};

std::string frame(double high, const std::string& title, const std::string& drawn) {
  return "<svg viewBox=\"0 0 " + svg::number(kWide) + " " + svg::number(high) +
         "\" role=\"img\"><title>" + base::escaped(title) + "</title>\n" + drawn + "</svg>\n";
}

/// A name on the left, over several lines where it is long.
std::string row_name(double middle, const std::string& text) {
  constexpr std::size_t kLongest = 26;  // letters that fit
  std::vector<std::string> lines{""};
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > kLongest)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    word.clear();
  }
  std::string out;
  double y = middle + 4 - 7.5 * static_cast<double>(lines.size() - 1);
  for (const std::string& one : lines) {
    out += svg::text({kLeft - 16, y}, one, "end", "name");
    y += 15;
  }
  return out;
}

/// Equal values stand above one another.
std::string dots(const std::vector<double>& values, const Scale& scale, double middle) {
  std::map<double, int> at;
  std::map<double, int> all;
  for (const double one : values) ++all[std::round(scale.x(one))];
  std::string out;
  for (const double one : values) {
    const double x = std::round(scale.x(one));
    const int place = at[x]++;
    const double spread = std::min(5.0, 44.0 / std::max(1, all[x]));
    out += svg::circle({x, middle + spread * (place - (all[x] - 1) / 2.0)}, 3.5, "dot");
  }
  return out;
}

}  // namespace

std::string values_plot(const Finding& finding) {
  if (finding.first.empty() || finding.second.empty()) return "";
  const auto [low_a, high_a] = std::ranges::minmax(finding.first);
  const auto [low_b, high_b] = std::ranges::minmax(finding.second);
  const double low = std::min(low_a, low_b), high = std::max(high_a, high_b);
  const double edge = std::max(0.25, (high - low) * 0.06);
  const Scale scale{low - edge, high + edge};
  const auto row = [&](double middle, const std::string& name, const std::vector<double>& values,
                       const Spread& spread) {
    const double x = scale.x(spread.mean);
    return row_name(middle, name) + dots(values, scale, middle) +
           svg::line({x, middle - 24}, {x, middle + 24}, "mean");
  };
  const double bottom = kTop + 2 * kRow;
  return frame(bottom + kFoot,
               finding.outcome.title +
                   ": one dot a person, the bar is the mean; the table below says the same",
               scale.axis(bottom, "points") +
                   row(kTop + kRow / 2, finding.first_title, finding.first, finding.of_first) +
                   row(kTop + 1.5 * kRow, finding.second_title, finding.second, finding.of_second));
}

std::string effects_plot(const Report& report) {
  const double smallest = report.plan.sample.smallest;
  double reach = 2 * smallest;
  std::vector<const Finding*> told;
  for (const Finding& one : report.findings) {
    const bool standardized =
        one.outcome.test == Test::welch_t || one.outcome.test == Test::paired_t;
    if (!standardized || !std::isfinite(one.test.effect.low)) continue;
    told.push_back(&one);
    reach = std::max({reach, std::abs(one.test.effect.low), std::abs(one.test.effect.high)});
  }
  if (told.empty()) return "";
  const Scale scale{-reach * 1.05, reach * 1.05};
  const double bottom = kTop + kRow * static_cast<double>(told.size());
  std::string drawn = svg::rect({scale.x(-smallest), kTop},
                                {scale.x(smallest) - scale.x(-smallest), bottom - kTop}, "band");
  drawn += svg::line({scale.x(0), kTop}, {scale.x(0), bottom}, "zero") +
           scale.axis(bottom, "standard deviations");
  double middle = kTop + kRow / 2;
  for (const Finding* one : told) {
    const stats::Estimate& effect = one->test.effect;
    drawn += row_name(middle, one->outcome.title) +
             svg::line({scale.x(effect.low), middle}, {scale.x(effect.high), middle}, "reach") +
             svg::circle({scale.x(effect.value), middle}, 5, "point");
    middle += kRow;
  }
  return frame(bottom + kFoot,
               "Effects with their intervals; the band holds what is smaller than the smallest "
               "difference worth finding; the table below says the same",
               drawn);
}

}  // namespace attune::trial
