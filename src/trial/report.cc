#include "trial/report.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "stats/agreement.h"
#include "trial/values.h"

namespace attune::trial {
namespace {

using Standing = Participant::Standing;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Spread spread(const std::vector<double>& values) {
  Spread out{values.size(), kNone, kNone};
  if (values.empty()) return out;
  const double n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double one : values) sum += one;
  out.mean = sum / n;
  for (const double one : values) squares += (one - out.mean) * (one - out.mean);
  if (values.size() > 1) out.deviation = std::sqrt(squares / (n - 1));
  return out;
}

class Making {
 public:
  explicit Making(const Source& source)
      : source_(source), trial_(source.trial), plan_(source.trial.plan), ratings_(source) {}

  Report make() {
    out_.plan = plan_;
    out_.editions = trial_.editions;
    out_.frozen = trial_.frozen;
    out_.closed = trial_.closed;
    out_.made = source_.now;
    out_.simulated = source_.simulated;
    out_.open = trial_.closed || plan_.open_label || source_.simulated;
    if (out_.open) out_.salt = trial_.salt;
    out_.needed = needed(plan_);
    count();
    take_baseline();
    if (out_.open) {
      for (const Outcome* outcome : plan_.outcomes()) out_.findings.push_back(compare(*outcome));
      correct();
      count_analyzed();
      if (plan_.primary.measure == Measure::ratings) out_.agreement = agree();
      for (Finding& one : out_.findings) {
        one.conclusion = conclusion(out_, one);
        one.gaps = gaps(one);
      }
    }
    return std::move(out_);
  }

 private:
  void count();
  void count(const Participant& person, ArmFlow& arm) const;
  void count_analyzed();
  void take_baseline();
  Finding compare(const Outcome& outcome) const;
  void correct();
  RaterAgreement agree() const;

  const Source& source_;
  const Trial& trial_;
  const Plan& plan_;
  BlindRatings ratings_;
  Report out_;
};

void Making::count(const Participant& person, ArmFlow& arm) const {
  ++arm.allocated;
  const bool gone = person.standing == Standing::withdrew;
  arm.withdrew += gone ? 1 : 0;
  arm.began += person.talks.empty() ? 0 : 1;
  arm.held += static_cast<std::size_t>(person.done()) == plan_.arm(person.arm).talks.size() ? 1 : 0;
  arm.answered += person.after ? 1 : 0;
}

void Making::count() {
  Flow& flow = out_.flow;
  if (out_.open)
    for (const Arm& arm : plan_.arms) flow.arms.push_back({.title = arm.title});
  flow.enrolled = static_cast<int>(trial_.people.size());
  for (const Participant& person : trial_.people) {
    const bool drawn = !person.arm.empty();
    flow.silent += person.standing == Standing::enrolled ? 1 : 0;
    flow.refused += person.standing == Standing::refused ? 1 : 0;
    const bool agreed =
        person.standing == Standing::consented || person.standing == Standing::withdrew;
    flow.consented += agreed ? 1 : 0;
    flow.left += person.standing == Standing::withdrew && !drawn ? 1 : 0;
    flow.waiting += person.standing == Standing::consented && !drawn ? 1 : 0;
    flow.allocated += drawn ? 1 : 0;
    if (!drawn || flow.arms.empty()) continue;
    const auto at = &plan_.arm(person.arm) - plan_.arms.data();
    count(person, flow.arms[static_cast<std::size_t>(at)]);
  }
}

void Making::count_analyzed() {
  const Outcome& primary = plan_.primary;
  for (const Participant& person : trial_.people) {
    const auto first = value(source_, ratings_, person, primary, primary.first);
    const auto second = value(source_, ratings_, person, primary, primary.second);
    if (is_paired(primary.test) ? !first || !second : !first && !second) continue;
    const auto at = &plan_.arm(person.arm) - plan_.arms.data();
    ++out_.flow.arms[static_cast<std::size_t>(at)].analyzed;
  }
}

void Making::take_baseline() {
  std::vector<std::string> arms{""};
  out_.arms = {"everybody"};
  if (out_.open) {
    arms.clear();
    out_.arms.clear();
    for (const Arm& arm : plan_.arms) {
      arms.push_back(arm.id);
      out_.arms.push_back(arm.title);
    }
  }
  const auto add = [&](const std::string& title, const review::Instrument& instrument,
                       const std::string& id) {
    BaselineRow row{title, {}};
    for (const std::string& arm : arms) {
      std::vector<double> values;
      for (const Participant& person : trial_.people) {
        if (!is_in(person) || !person.before || (!arm.empty() && person.arm != arm)) continue;
        if (const auto one = score(source_, *person.before, instrument.id, id))
          values.push_back(*one);
      }
      row.by_arm.push_back(spread(values));
    }
    out_.baseline.push_back(std::move(row));
  };
  for (const std::string& id : plan_.before) {
    const auto found = source_.instruments.find(id);
    if (found == source_.instruments.end()) continue;
    for (const review::Subscale& one : found->second.subscales)
      add(one.title, found->second, one.id);
    if (found->second.subscales.empty())
      for (const review::Item& one : found->second.items) add(one.ask, found->second, one.id);
  }
}

Finding Making::compare(const Outcome& outcome) const {
  Finding out{.outcome = outcome,
              .first_title = plan_.condition(outcome.first).title,
              .second_title = plan_.condition(outcome.second).title};
  const bool paired = is_paired(outcome.test);
  for (const Participant& person : trial_.people) {
    if (person.arm.empty()) continue;
    const Arm& arm = plan_.arm(person.arm);
    if (!arm.holds(outcome.first) && !arm.holds(outcome.second)) continue;
    const auto first = value(source_, ratings_, person, outcome, outcome.first);
    const auto second = value(source_, ratings_, person, outcome, outcome.second);
    if (paired ? !first || !second : !first && !second) {
      ++out.missing;
      continue;
    }
    if (first) out.first.push_back(*first);
    if (second) out.second.push_back(*second);
  }
  out.of_first = spread(out.first);
  out.of_second = spread(out.second);
  const double coverage = 1 - plan_.sample.alpha;
  const stats::Comparison t = paired ? stats::paired_t(out.first, out.second, coverage)
                                     : stats::welch_t(out.first, out.second, coverage);
  out.difference = t.difference;
  if (outcome.test == Test::mann_whitney)
    out.test = stats::mann_whitney(out.first, out.second, coverage);
  else if (outcome.test == Test::wilcoxon)
    out.test = stats::wilcoxon_signed_rank(out.first, out.second);
  else
    out.test = t;
  out.p = out.test.p;
  return out;
}

/// Secondary outcomes that could be tested share the chance of a false alarm.
void Making::correct() {
  std::vector<double> p;
  for (std::size_t i = 1; i < out_.findings.size(); ++i)
    if (std::isfinite(out_.findings[i].p)) p.push_back(out_.findings[i].p);
  const std::vector<double> corrected = stats::holm(p);
  auto next = corrected.begin();
  for (std::size_t i = 1; i < out_.findings.size(); ++i)
    if (std::isfinite(out_.findings[i].p)) out_.findings[i].p = *next++;
}

RaterAgreement Making::agree() const {
  RaterAgreement out;
  std::map<std::string, std::size_t> columns;
  std::vector<std::map<std::string, double>> rows;
  std::vector<int> groups;
  const Outcome& primary = plan_.primary;
  for (std::size_t i = 0; i < trial_.people.size(); ++i) {
    if (!is_in(trial_.people[i])) continue;
    for (const HeldTalk& held : held_talks(source_, trial_.people[i])) {
      std::map<std::string, double> row;
      for (const review::Rating* one : ratings_.of(held.session))
        if (const auto given =
                score(source_, one->form.sheets, primary.instrument, primary.score)) {
          row[one->rater.id] = *given;
          columns.emplace(one->rater.id, 0);
        }
      out.short_of += static_cast<int>(row.size()) < plan_.raters ? 1 : 0;
      out.talks += row.empty() ? 0 : 1;
      out.ratings += row.size();
      rows.push_back(std::move(row));
      groups.push_back(static_cast<int>(i));
    }
  }
  out.raters = columns.size();
  std::size_t next = 0;
  for (auto& [rater, column] : columns) column = next++;
  stats::Ratings ratings{rows.size(), columns.size(),
                         std::vector<double>(rows.size() * columns.size(), kNone)};
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& [rater, given] : rows[i])
      ratings.values[i * columns.size() + columns.at(rater)] = given;
  out.alpha = {kNone, kNone, kNone};
  if (columns.size() > 1)
    out.alpha = stats::estimate(
        ratings, stats::krippendorff_alpha(ratings.categories(), stats::Level::interval),
        {.groups = groups});
  return out;
}

}  // namespace

Report report(const Source& source) {
  return Making(source).make();
}

}  // namespace attune::trial
