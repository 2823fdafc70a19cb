#include "study/fit_report.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace attune::study {
namespace {

std::string number(double value, int digits = 2) {
  if (std::isnan(value)) return "–";
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

std::string cell(const Estimate& estimate, int digits = 2) {
  if (std::isnan(estimate.value)) return "–";
  return number(estimate.value, digits) + " [" + number(estimate.interval.low, digits) + ", " +
         number(estimate.interval.high, digits) + "]";
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& one : cells) text += " " + one + " |";
  return text + "\n";
}

std::string head(const std::vector<std::string>& cells) {
  return row(cells) + row(std::vector<std::string>(cells.size(), "---"));
}

std::string follows(const FitReport::Set& set) {
  std::string text = "\n### " + set.talks + "\n\nBehaviors as coded by " + set.coders +
                     "; \"(reader)\": by our reader.\n\n";
  text += head({"after", "turns", "change", "sustain", "length", "opens", "closes", "lean, more",
                "length, more", "openness, more"});
  for (const Follow& one : set.follows)
    text += row({one.code, std::to_string(one.turns), cell(one.change), cell(one.sustain),
                 cell(one.length), cell(one.opens), cell(one.closes), cell(one.lean_more),
                 cell(one.length_more), cell(one.openness_more)});
  return text;
}

std::string verdict(const Fitted& one) {
  if (!one.told()) return one.inside() ? "inside; says little" : "outside; not told from 0";
  return one.inside() ? "inside" : "OUTSIDE";
}

std::string coefficients(const FitReport& report) {
  std::string text = head({"scale: for one of trust less guard", "slope"});
  for (const MindFit& fit : report.fits)
    for (const Scale& scale : fit.scales) text += row({scale.by, cell(scale.slope)});
  text += "\n" + head({"coefficient", "by", "turns", "set", "fitted", "the set value"});
  for (const MindFit& fit : report.fits)
    for (const Fitted& one : fit.coefficients)
      text += row({"`" + one.name + "`", one.by, std::to_string(one.turns), number(one.set, 3),
                   cell(one.fitted, 3), verdict(one)});
  return text;
}

std::string ratings(const FitReport& report) {
  std::string text;
  for (const Rated& rated : report.rated) {
    text += "\n" +
            head({rated.outcome + ", " + std::to_string(rated.talks) + " talks", "for one more"});
    for (const Slope& slope : rated.slopes) text += row({slope.column, cell(slope.estimate, 3)});
  }
  return text;
}

std::string distress(const FitReport& report) {
  std::string text = head({"talks", "n", "fall of the feeling, 0 to 1",
                           "`distress_ease`, set to " + number(report.distress_ease, 3),
                           "share, for one more met"});
  for (const Eased& one : report.eased)
    text += row(
        {one.talks, std::to_string(one.count), cell(one.fall), cell(one.ease), cell(one.slope, 3)});
  return text;
}

FitReport::Set follow_set(const CodedTalks& talks, const std::string& which,
                          const std::vector<Exchange>& exchanges) {
  return {talks.name + which + ": " + std::to_string(exchanges.size()) + " turns", talks.coders,
          what_follows(exchanges)};
}

bool is_coded(const std::vector<Exchange>& exchanges) {
  return std::ranges::any_of(
      exchanges, [](const Exchange& exchange) { return exchange.next.talk.has_value(); });
}

void add_set(const CodedTalks& talks, const std::vector<Exchange>& exchanges,
             const client::Dynamics& dynamics, FitReport& report) {
  std::vector<Exchange> good;
  for (const Exchange& exchange : exchanges)
    if (talks.talks[exchange.talk].good) good.push_back(exchange);
  report.sets.push_back(follow_set(talks, ", all", exchanges));
  if (!good.empty() && good.size() < exchanges.size())
    report.sets.push_back(follow_set(talks, ", good alone", good));
  if (is_coded(exchanges))
    report.fits.push_back(fit_mind(
        talks.name, exchanges, "lean",
        [](const Exchange& exchange) { return exchange.next.lean(); }, dynamics));
  report.fits.push_back(fit_mind(
      talks.name, exchanges, "openness",
      [](const Exchange& exchange) { return exchange.next.openness(); }, dynamics));
}

}  // namespace

FitReport make_fit_report(const std::vector<CodedTalks>& sets, const language::Reader& reader,
                          const language::Meaning& meaning, const client::Case& person,
                          const client::Dynamics& dynamics) {
  FitReport report;
  report.distress_ease = dynamics("distress_ease");
  for (const CodedTalks& talks : sets) {
    const auto all = exchanges(talks, reader, meaning, person, dynamics);
    if (all.empty()) continue;
    add_set(talks, all, dynamics, report);
    const bool rated = std::ranges::any_of(
        talks.talks, [](const CodedTalk& talk) { return talk.scores.after.has_value(); });
    if (!rated) continue;
    report.rated = rated_by_strategy(talks);
    report.eased = eased(talks, all, person, dynamics);
  }
  return report;
}

std::string to_markdown(const FitReport& report) {
  std::string text =
      "# What real talks say of the mind\n\nMade by `attune fit`; docs/models/mind.md says how to "
      "read it. Estimates with 95 % intervals from a bootstrap of whole talks. Association, not "
      "cause.\n\n## What follows what\n\n*Lean*: 1 change talk, -1 sustain talk. *Length*: log of "
      "the words beside the client's median so far. *Opens*: speaks of itself and of a feeling; "
      "*closes*: three words at most; *openness*: 1 and -1. *More*: than without it, within talks, "
      "the other behaviors and the client's last answer held equal.\n";
  for (const FitReport::Set& set : report.sets) text += follows(set);
  text += "\n## Coefficients of the mind\n\n" + coefficients(report);
  text += "\n## Rated talks (ESConv)\n" + ratings(report);
  text += "\n## Distress over a talk (ESConv)\n\n" + distress(report);
  return text;
}

}  // namespace attune::study
