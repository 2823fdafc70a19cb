#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "trial/report.h"

namespace attune::trial {
namespace {

std::string fixed(double value, int digits) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, std::abs(value));
  const bool zero = std::string_view(text.data()).find_first_not_of("0.") == std::string::npos;
  return (value < 0 && !zero ? "−" : "") + std::string(text.data());
}

std::string percent(double share) {
  return fixed(100 * share, std::abs(share * 100 - std::round(share * 100)) < 1e-9 ? 0 : 1) + " %";
}

bool is_told(const stats::Estimate& one) {
  return std::isfinite(one.low) && std::isfinite(one.high);
}

/// What was held against what, with the size and its interval.
std::string gap(const Report& report, const Finding& finding) {
  const bool higher = finding.difference.value >= 0;
  const std::string size = fixed(std::abs(finding.difference.value), 2);
  const std::string interval = " (" + percent(1 - report.plan.sample.alpha) + " interval " +
                               shown(finding.difference.low) + " to " +
                               shown(finding.difference.high) + ")";
  switch (finding.outcome.measure) {
    case Measure::ratings:
      return "Talks " + finding.first_title + " were rated " + size + " points " +
             (higher ? "higher" : "lower") + " than talks " + finding.second_title + interval +
             " by blinded raters";
    case Measure::after:
      return "People whose talks were " + finding.first_title + " ended " + size + " points " +
             (higher ? "higher" : "lower") + " than people whose talks were " +
             finding.second_title + interval;
    case Measure::change:
      break;
  }
  return "People whose talks were " + finding.first_title + " gained " + size + " points " +
         (higher ? "more" : "less") + " than people whose talks were " + finding.second_title +
         interval;
}

std::string said_p(double p) {
  return p < 0.001 ? "p < 0.001" : "p = " + shown_p(p);
}

std::string of_hundred(double p) {
  if (p < 0.001) return "fewer than 1 of 1,000 such studies";
  if (p < 0.01) return "about " + fixed(1000 * p, 0) + " of 1,000 such studies";
  return "about " + fixed(100 * p, 0) + " of 100 such studies";
}

/// Whether an effect as large as the smallest worth finding lies outside the interval.
bool is_small(const Report& report, const Finding& finding) {
  const bool standardized =
      finding.outcome.test == Test::welch_t || finding.outcome.test == Test::paired_t;
  return standardized && is_told(finding.test.effect) &&
         finding.test.effect.low > -report.plan.sample.smallest &&
         finding.test.effect.high < report.plan.sample.smallest;
}

std::string people(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " person" : " people");
}

}  // namespace

std::string shown(double value) {
  return std::isfinite(value) ? fixed(value, 2) : "–";
}

std::string shown(const stats::Estimate& estimate) {
  if (!std::isfinite(estimate.value)) return "–";
  if (!is_told(estimate)) return shown(estimate.value);
  return shown(estimate.value) + " [" + shown(estimate.low) + ", " + shown(estimate.high) + "]";
}

std::string shown_p(double p) {
  if (!std::isfinite(p)) return "–";
  return p < 0.001 ? "< 0.001" : fixed(p, 3);
}

std::string shown_day(base::Instant at) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::string effect_name(Test test) {
  switch (test) {
    case Test::welch_t:
      return "Hedges' g";
    case Test::paired_t:
      return "Cohen's d of the differences";
    case Test::mann_whitney:
      return "Cliff's delta";
    case Test::wilcoxon:
      break;
  }
  return "rank-biserial correlation";
}

std::string test_name(Test test) {
  switch (test) {
    case Test::welch_t:
      return "Welch's t";
    case Test::paired_t:
      return "paired t";
    case Test::mann_whitney:
      return "Mann-Whitney";
    case Test::wilcoxon:
      break;
  }
  return "Wilcoxon signed rank";
}

std::string conclusion(const Report& report, const Finding& finding) {
  const std::string head = finding.outcome.title + ": ";
  if (!std::isfinite(finding.difference.value) || !std::isfinite(finding.p))
    return head + "nothing can be said. There are values of " + people(finding.first.size()) +
           " and " + people(finding.second.size()) + ", too few or too alike to compare.";
  const double alpha = report.plan.sample.alpha;
  const bool primary = finding.outcome.id == report.plan.primary.id;
  std::string out = head + gap(report, finding);
  if (finding.p < alpha) {
    out += ". If the two did not differ, a gap at least this wide would turn up in " +
           of_hundred(finding.p) + " (" + said_p(finding.p) + "), fewer than the " +
           percent(alpha) + " that the plan allowed for chance.";
  } else {
    out += "; the study cannot tell this from chance (" + said_p(finding.p) + ").";
  }
  if (is_small(report, finding))
    out += " A difference of " + shown(report.plan.sample.smallest) +
           " standard deviations, the smallest that the plan held worth finding, lies outside the "
           "interval of the effect: one so large is unlikely.";
  if (!primary && report.plan.secondary.size() > 1)
    out += " p is corrected for " + std::to_string(report.plan.secondary.size()) +
           " secondary outcomes (Holm).";
  return out;
}

std::string gaps(const Finding& finding) {
  if (finding.missing == 0) return "Nobody's value is missing.";
  return "Of " + people(static_cast<std::size_t>(finding.missing)) +
         " with an arm the value is missing: they withdrew, did not finish, or were not rated. "
         "Nothing was filled in for them.";
}

std::vector<std::string> standing(const Report& report) {
  std::vector<std::string> all;
  if (report.simulated)
    all.emplace_back(
        "Simulated: a rehearsal with made-up people and made-up ratings. It shows what the report "
        "will look like and that the arithmetic works; it says nothing of anybody.");
  if (!report.frozen)
    all.emplace_back("The plan is not frozen yet.");
  else if (!report.closed && !report.open)
    all.emplace_back("The study is running. Arms and outcomes are shown once it is closed.");
  else if (!report.closed && !report.simulated)
    all.emplace_back(
        "The study is running and its plan is open to view. These are figures on the way: "
        "stopping because of them would make chance look like a finding.");
  for (std::size_t i = 1; i < report.editions.size(); ++i) {
    const Edition& edition = report.editions[i];
    all.push_back("The plan was changed on " + shown_day(edition.at) + ", when " +
                  people(static_cast<std::size_t>(edition.enrolled)) +
                  " had been enrolled (edition " + std::to_string(edition.number) +
                  "): " + edition.changes);
  }
  return all;
}

std::string sample_words(const Report& report) {
  const Sample& one = report.plan.sample;
  return "The plan wanted to find a difference of " + shown(one.smallest) +
         " standard deviations with a chance of " + percent(one.power) + ", at a level of " +
         percent(one.alpha) + ". That takes " +
         people(static_cast<std::size_t>(report.needed.people)) + " with full data; " +
         std::to_string(one.people) + " were to be enrolled.";
}

std::string rater_words(const Report& report) {
  const RaterAgreement& one = *report.agreement;
  std::string out = std::to_string(one.ratings) + " ratings of " + std::to_string(one.talks) +
                    " talks by " + std::to_string(one.raters) +
                    " raters, none of whom saw who spoke or in which arm. ";
  out += std::isfinite(one.alpha.value)
             ? "Krippendorff's alpha " + shown(one.alpha) +
                   ": 1 is full agreement, 0 no more than chance. Where it is low, a difference "
                   "has to be large to be seen."
             : "There is too little to say how alike they judged.";
  if (one.short_of > 0)
    out += " " + std::to_string(one.short_of) + " talks have fewer raters than the plan's " +
           std::to_string(report.plan.raters) + ".";
  return out;
}

std::string cannot_show() {
  return "The talks were with simulated clients, the people those who chose to take part, the time "
         "short. What is found here need not hold with people in distress, elsewhere, or for long. "
         "It says nothing of any one person, and is not for hiring, ranking or discipline.";
}

}  // namespace attune::trial
