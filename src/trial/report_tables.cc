#include <cmath>

#include "trial/report.h"

namespace attune::trial {
namespace {

std::string spread(const Spread& one) {
  if (one.n == 0) return "–";
  return shown(one.mean) + " (" + shown(one.deviation) + "), n " + std::to_string(one.n);
}

}  // namespace

Table flow_table(const Report& report) {
  Table out{.title = "Who came how far"};
  out.columns = {"",
                 "allocated",
                 "began",
                 "held all talks",
                 "answered afterwards",
                 "withdrew",
                 "in the primary outcome"};
  for (const ArmFlow& arm : report.flow.arms) {
    std::vector<std::string> row{arm.title};
    for (const int n :
         {arm.allocated, arm.began, arm.held, arm.answered, arm.withdrew, arm.analyzed})
      row.push_back(std::to_string(n));
    out.rows.push_back(std::move(row));
  }
  const Flow& flow = report.flow;
  out.note = std::to_string(flow.enrolled) + " enrolled: " + std::to_string(flow.silent) +
             " have not answered yet, " + std::to_string(flow.refused) + " said no, " +
             std::to_string(flow.consented) + " said yes. Of these, " + std::to_string(flow.left) +
             " withdrew before an arm was drawn, " + std::to_string(flow.waiting) +
             " have not come so far yet, " + std::to_string(flow.allocated) + " were given an arm.";
  return out;
}

Table baseline_table(const Report& report) {
  Table out{.title = "Before the talks"};
  out.columns = {"mean (standard deviation), people"};
  out.columns.insert(out.columns.end(), report.arms.begin(), report.arms.end());
  for (const BaselineRow& one : report.baseline) {
    std::vector<std::string> row{one.title};
    for (const Spread& arm : one.by_arm) row.push_back(spread(arm));
    out.rows.push_back(std::move(row));
  }
  out.note =
      "Differences here are chance, for the arms were drawn; so they are shown and not tested.";
  return out;
}

Table outcome_table(const Report& report) {
  Table out{.title = "Outcomes"};
  out.columns = {"", "first", "mean (sd), people", "second", "mean (sd), people", "missing"};
  for (const Finding& one : report.findings)
    out.rows.push_back({one.outcome.title, one.first_title, spread(one.of_first), one.second_title,
                        spread(one.of_second), std::to_string(one.missing)});
  out.note = "One value a person: the mean over raters, then over their talks of that kind.";
  return out;
}

Table effect_table(const Report& report) {
  Table out{.title = "Differences"};
  out.columns = {"", "first less second, points", "effect", "measured as", "test", "p"};
  for (const Finding& one : report.findings) {
    const bool primary = one.outcome.id == report.plan.primary.id;
    out.rows.push_back({one.outcome.title + (primary ? " (primary)" : ""), shown(one.difference),
                        shown(one.test.effect), effect_name(one.outcome.test),
                        test_name(one.outcome.test) + (one.test.exact ? ", exact" : ""),
                        shown_p(one.p)});
  }
  if (report.plan.secondary.size() > 1)
    out.note = "p of the secondary outcomes is corrected for their number (Holm).";
  return out;
}

}  // namespace attune::trial
