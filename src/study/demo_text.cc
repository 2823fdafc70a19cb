#include <sstream>

#include "base/utf8.h"
#include "study/demo_words.h"

namespace attune::study {
namespace {

constexpr std::size_t kWide = 96;

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = base::length(text);
  return length < width ? text + std::string(width - length, ' ') : text + " ";
}

std::string wrapped(const std::string& text) {
  std::istringstream words(text);
  std::string out, line, word;
  while (words >> word) {
    if (!line.empty() && base::length(line) + base::length(word) + 1 > kWide) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + line + "\n";
}

std::string figures(const DemoReport& report, PlantedFigure::Of of, const std::string& heading) {
  std::string out = "\n" + padded(heading, 58) + padded("planted", 13) + padded("found", 13) +
                    padded("95 % interval", 18) + "planted inside\n";
  std::string row;
  for (const Recovered& one : report.figures) {
    if (one.planted.of != of) continue;
    if (one.planted.row != row) out += one.title + "\n";
    row = one.planted.row;
    const bool found = one.found.missing.empty();
    out += padded("  " + column_in_words(one.planted.column), 58) +
           padded(in_words(one.planted, one.planted.value), 13) +
           padded(found ? in_words(one.planted, one.found.estimate.value) : "-", 13) +
           padded(interval_in_words(one), 18) + covered_in_words(one) + "\n";
  }
  return out;
}

}  // namespace

std::string to_text(const DemoReport& report) {
  std::string out = "THE WORKED EXAMPLE, SIMULATED (seed " + std::to_string(report.options.seed) +
                    ", " + std::to_string(report.options.experts) + " experts)\n\n";
  for (const std::string& one : demo_about()) out += wrapped(one) + "\n";
  out += padded("supporter", 16) + padded("habit", 26) + padded("talks", 8) + padded("replies", 9) +
         padded("of the habit", 14) + "passed a cue\n";
  for (const DemoReport::Who& who : report.supporters)
    out += padded(who.name, 16) + padded(who.habit, 26) + padded(std::to_string(who.talks), 8) +
           padded(std::to_string(who.replies), 9) + padded(std::to_string(who.lapses), 14) +
           std::to_string(who.passed) + "\n";
  out += "\n" + wrapped(flow(report));
  using Of = PlantedFigure::Of;
  out += figures(report, Of::code, "CODES: share of replies marked");
  out += figures(report, Of::item, "ITEMS: mean from 1 to 5");
  out += figures(report, Of::cue, "CUES PASSED BY: share that a group marks");
  out += "\n";
  for (const std::string& one : report.conclusions) out += wrapped(one);
  return out;
}

}  // namespace attune::study
