#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "trial/report.h"

namespace attune::trial {
namespace {

constexpr std::size_t kWide = 88;  // columns, as the debrief has them

std::string wrapped(const std::string& text) {
  std::string out, line;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
    const std::string word = text.substr(from, end - from);
    if (!line.empty() && base::length(line) + 1 + base::length(word) > kWide) {
      out += line + "\n";
      line.clear();
    }
    if (!word.empty()) line += (line.empty() ? "" : " ") + word;
    from = end + 1;
  }
  return out + line + "\n";
}

std::string heading(const std::string& text) {
  return "\n" + text + "\n" + std::string(base::length(text), '-') + "\n";
}

/// A table too wide for a line is written as a list.
std::string lines(const Table& table) {
  if (table.rows.empty())
    return table.note.empty() ? "" : heading(table.title) + wrapped(table.note);
  std::string out = heading(table.title);
  for (const auto& row : table.rows) {
    out += row.front() + "\n";
    for (std::size_t i = 1; i < row.size(); ++i)
      out += "  " + (table.columns[i].empty() ? "" : table.columns[i] + ": ") + row[i] + "\n";
  }
  return out + (table.note.empty() ? "" : wrapped(table.note));
}

}  // namespace

std::string to_text(const Report& report) {
  std::string out = report.plan.title + "\n" + wrapped(report.plan.question);
  for (const std::string& one : standing(report)) out += "\n" + wrapped(one);
  if (!report.simulated && report.frozen && !report.editions.empty())
    out += "\n" + wrapped("Plan frozen on " + shown_day(*report.frozen) + ", SHA-256 " +
                          report.editions.front().hash + ".");
  if (report.open && !report.findings.empty()) {
    out += heading("What came out");
    for (const Finding& one : report.findings)
      out += wrapped(one.conclusion) + wrapped(one.gaps) + "\n";
  }
  out += lines(flow_table(report)) + lines(baseline_table(report));
  if (report.open) out += lines(outcome_table(report)) + lines(effect_table(report));
  if (report.agreement)
    out += heading("How alike the raters judged") + wrapped(rater_words(report));
  out += heading("By plan") + wrapped(sample_words(report)) + wrapped(report.plan.analysis);
  out += heading("What it cannot show") + wrapped(cannot_show());
  return out;
}

}  // namespace attune::trial
