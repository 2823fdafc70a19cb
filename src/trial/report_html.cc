#include <algorithm>

#include "base/markup.h"
#include "trial/page.h"
#include "trial/report.h"

namespace attune::trial {
namespace {

using base::element;
using base::escaped;

std::string part(const std::string& title, const std::string& body) {
  return body.empty() ? "" : "<section>\n" + element("h2", title) + body + "</section>\n";
}

std::string table(const Table& one) {
  if (one.rows.empty()) return one.note.empty() ? "" : element("p", one.note, "soft");
  return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(one.title) +
         "\">\n<table>\n" + element("caption", one.title) +
         base::table_rows(one.columns, one.rows) + "</div>\n" +
         (one.note.empty() ? "" : element("p", one.note, "soft"));
}

std::string plot(const std::string& drawn) {
  if (drawn.empty()) return "";
  return "<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"Plot\">\n" + drawn +
         "</div>\n";
}

std::string findings(const Report& report) {
  std::string out;
  for (const Finding& one : report.findings) {
    const bool primary = one.outcome.id == report.plan.primary.id;
    out += "<div class=\"card" + std::string(primary ? " first" : "") + "\">\n" +
           element("span", primary ? "Primary outcome" : "Secondary outcome", "label") +
           element("p", one.conclusion) + element("p", one.gaps, "soft") + "</div>\n";
  }
  return out;
}

std::string flow(const Report& report) {
  const Flow& all = report.flow;
  std::string out = "<ol class=\"flow\">\n";
  const auto box = [&](int n, const std::string& words) {
    out += "<li><b>" + std::to_string(n) + "</b>" + escaped(words) + "</li>\n";
  };
  box(all.enrolled, "enrolled");
  box(all.consented, "agreed (" + std::to_string(all.refused) + " said no)");
  box(all.allocated, "given an arm");
  int held = 0, analyzed = 0;
  for (const ArmFlow& arm : all.arms) {
    held += arm.held;
    analyzed += arm.analyzed;
  }
  if (!all.arms.empty()) {
    box(held, "held all their talks");
    box(analyzed, "in the primary outcome");
  }
  return out + "</ol>\n" + table(flow_table(report));
}

/// Every value of the plot, for whoever cannot see it.
std::string values(const Finding& finding) {
  const auto list = [](std::vector<double> values) {
    std::ranges::sort(values);
    std::string all;
    for (const double one : values) all += (all.empty() ? "" : ", ") + shown(one);
    return all;
  };
  const Table one{
      "Every value of the plot, sorted",
      {"", "values"},
      {{finding.first_title, list(finding.first)}, {finding.second_title, list(finding.second)}},
      ""};
  return "<details>\n" + element("summary", "The plot as a table") + table(one) + "</details>\n";
}

std::string outcomes(const Report& report) {
  if (report.findings.empty()) return "";
  const std::string drawn = values_plot(report.findings.front());
  return plot(drawn) + (drawn.empty() ? "" : values(report.findings.front())) +
         table(outcome_table(report)) + plot(effects_plot(report)) + table(effect_table(report));
}

std::string plan(const Report& report) {
  std::string out = element("p", sample_words(report)) + element("p", report.plan.analysis);
  if (!report.simulated && report.frozen && !report.editions.empty())
    out += "<p class=\"soft\">Frozen on " + shown_day(*report.frozen) +
           ". SHA-256 of the plan: <code>" + report.editions.front().hash + "</code></p>\n";
  if (report.open && report.frozen)
    out += element("p",
                   "Arms were drawn in permuted blocks from the seed " +
                       std::to_string(report.plan.randomization.seed) + " of the plan and " +
                       std::to_string(report.salt) +
                       ", a number drawn when it was frozen: so nobody could foretell an arm, and "
                       "anybody can now draw them again.",
                   "soft");
  return out;
}

}  // namespace

std::string to_html(const Report& report) {
  std::string out = base::page_head(report.plan.title, page_style()) + "<header>\n";
  out += element("p",
                 "Attune · study " + report.plan.id +
                     (report.simulated ? " · rehearsal" : " · " + shown_day(report.made)),
                 "brand") +
         element("h1", report.plan.title) + element("p", report.plan.question, "question");
  for (const std::string& one : standing(report)) out += element("p", one, "note");
  out += "</header>\n";
  out += part("What came out", findings(report)) + part("Who took part", flow(report)) +
         part("Before the talks", report.baseline.empty() ? "" : table(baseline_table(report))) +
         part("The outcomes", outcomes(report));
  if (report.agreement)
    out += part("How alike the raters judged", element("p", rater_words(report)));
  out += part("The plan", plan(report)) + part("What it cannot show", element("p", cannot_show()));
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace attune::trial
