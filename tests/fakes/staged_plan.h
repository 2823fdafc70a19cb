#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "review/instrument.h"
#include "trial/plan.h"

/// A small plan for tests: two arms, each a talk with ideas and one without, in both orders.
namespace attune::trial {

inline const std::map<std::string, review::Instrument>& shipped_instruments() {
  static const auto all =
      review::load_instruments(std::filesystem::path(ATTUNE_ROOT) / "content" / "instruments")
          .value();
  return all;
}

inline Known staged_known() {
  return {shipped_instruments(), {"adaeze", "goran", "lupe"}};
}

inline std::string staged_plan(const std::string& more = "") {
  return R"(format: attune-trial
version: 1
id: both-orders
title: With and without
question: Do ideas help while they are there?
conditions:
  - {id: with, title: "with ideas", help: always}
  - {id: without, title: "without ideas", help: "off"}
arms:
  - {id: ab, title: First with, talks: [{client: adaeze, condition: with}, {client: goran, condition: without}]}
  - {id: ba, title: First without, talks: [{client: adaeze, condition: without}, {client: goran, condition: with}]}
randomization: {blocks: [2, 4], seed: 7}
consent: You may say no.
before: [self-efficacy]
after: [self-efficacy]
raters: {instruments: [support-quality], number: 2}
primary: {id: quality, title: Quality, measure: ratings, instrument: support-quality, score: mean, compare: [with, without], test: paired_t}
sample: {smallest: 0.5, power: 0.8, alpha: 0.05, people: 40}
analysis: As drawn.
)" + more;
}

/// The same with `from` put in place of what stands there.
inline std::string staged_plan_with(const std::string& from, const std::string& to) {
  std::string text = staged_plan();
  const std::size_t at = text.find(from);
  base::expects(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace attune::trial
