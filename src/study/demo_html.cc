#include <algorithm>
#include <cmath>

#include "base/markup.h"
#include "debrief/sheet_style.h"
#include "study/demo_words.h"
#include "study/dot_plot.h"

namespace attune::study {
namespace {

using base::element;
using base::escaped;
using Of = PlantedFigure::Of;

std::string part(const std::string& title, const std::string& body) {
  return "<section class=\"part\">\n" + element("h2", title, "head") + body + "</section>\n";
}

std::string table(const std::string& caption, const std::vector<std::string>& columns,
                  const std::vector<std::vector<std::string>>& rows) {
  return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(caption) +
         "\">\n<table>\n" + element("caption", caption) + base::table_rows(columns, rows) +
         "</div>\n";
}

std::string supporters(const DemoReport& report) {
  std::vector<std::vector<std::string>> rows;
  for (const DemoReport::Who& who : report.supporters)
    rows.push_back({who.name, who.habit, std::to_string(who.talks), std::to_string(who.replies),
                    std::to_string(who.lapses), std::to_string(who.passed)});
  return element("p", flow(report)) +
         table("Supporters and their habits",
               {"supporter", "habit", "talks", "replies", "of the habit", "passed a cue"}, rows);
}

/// The groups of one kind of figure, as a plot; gaps stand in the table alone.
DotPlot plot_of(const DemoReport& report, Of of) {
  DotPlot plot;
  plot.groups = {"peers", "experts"};
  if (of == Of::item) plot.groups.emplace_back("supporters themselves");
  for (const Recovered& one : report.figures) {
    if (one.planted.of != of || one.is_gap() || !one.found.missing.empty()) continue;
    if (plot.rows.empty() || plot.rows.back().label != one.title)
      plot.rows.push_back({one.title, {}});
    const std::string& column = one.planted.column;
    const std::size_t group = column == "peer" ? 0 : column == "expert" ? 1 : 2;
    plot.rows.back().dots.push_back({group, one.found.estimate, one.planted.value});
    plot.high = std::max({plot.high, one.found.estimate.high, one.planted.value});
  }
  return plot;
}

std::string figures(const DemoReport& report, Of of, DotPlot plot) {
  std::vector<std::vector<std::string>> rows;
  for (const Recovered& one : report.figures) {
    if (one.planted.of != of) continue;
    const bool found = one.found.missing.empty();
    rows.push_back({one.title, column_in_words(one.planted.column),
                    in_words(one.planted, one.planted.value),
                    found ? in_words(one.planted, one.found.estimate.value) : "",
                    interval_in_words(one), covered_in_words(one)});
  }
  std::string out;
  if (!plot.rows.empty())
    out = "<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"Plot\">\n" + svg(plot) +
          "</div>\n";
  return out + table(plot.title,
                     {"of", "who", "planted", "found", "95 % interval", "planted inside"}, rows);
}

std::string codes(const DemoReport& report) {
  DotPlot plot = plot_of(report, Of::code);
  plot.id = "codes";
  plot.title = "Share of replies marked with each code";
  plot.percent = true;
  double high = 0;
  for (const DotRow& row : plot.rows)
    for (const Dot& dot : row.dots)
      high = std::max({high, dot.planted,
                       std::isfinite(dot.estimate.high) ? dot.estimate.high : dot.estimate.value});
  plot.step = 0.05;
  plot.high = plot.step * std::ceil(high / plot.step);
  return part("Codes on replies", figures(report, Of::code, std::move(plot)));
}

std::string items(const DemoReport& report) {
  DotPlot plot = plot_of(report, Of::item);
  plot.id = "items";
  plot.title = "Mean answers on the whole talk, from 1 to 5";
  plot.low = 1;
  plot.high = 5;
  plot.step = 1;
  return part("The whole talk", figures(report, Of::item, std::move(plot)));
}

std::string cues(const DemoReport& report) {
  DotPlot plot = plot_of(report, Of::cue);
  plot.id = "cues";
  plot.title = "Share of passed cues that a group marks, by kind of cue";
  plot.percent = true;
  plot.high = 1;
  return part("Which hints experts take up that peers pass by",
              element("p",
                      "What a client lets slip is planted in the case, so it is known what there "
                      "was to be heard. A cue counts as taken up by a rater who marks a missed cue "
                      "on the reply that passed it, or on one of the two after it.") +
                  figures(report, Of::cue, std::move(plot)));
}

std::string conclusions_of(const DemoReport& report) {
  std::string body = "<ul class=\"list\">\n";
  for (const std::string& one : report.conclusions) body += element("li", one);
  return part("In plain words", body + "</ul>\n");
}

}  // namespace

std::string to_html(const DemoReport& report) {
  std::string about;
  for (const std::string& one : demo_about()) about += element("p", one);
  return base::page_head("The worked example (simulated)",
                         std::string(debrief::page_style()) + std::string(plot_style())) +
         "<article>\n<header>\n" + element("p", "Attune · simulated", "brand") +
         element("h1", "Where supporters, peers and experts part: the worked example") +
         element("p",
                 "Seed " + std::to_string(report.options.seed) + ", " +
                     std::to_string(report.options.experts) +
                     " experts. The same seed gives the same page.",
                 "soft small") +
         "</header>\n<section class=\"part safety\">\n" +
         element("h2", "What this is, and what it is not", "item") + about + "</section>\n" +
         conclusions_of(report) + part("What was planted", supporters(report)) + codes(report) +
         items(report) + cues(report) + "</article>\n</main>\n</body>\n</html>\n";
}

}  // namespace attune::study
