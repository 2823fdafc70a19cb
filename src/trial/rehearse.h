#pragma once

#include "trial/report.h"

/// A whole study with made-up people and raters, through the same register and the same report, so
/// that a leader sees theirs before there is data, and the arithmetic can be held to what was put
/// in.
namespace attune::trial {

struct Rehearsal {
  int people = 0;      ///< enrolled; 0: as the plan says
  double effect = 0;   ///< put into the primary outcome, in its own standard deviations
  double lost = 0.08;  ///< chance to say no, and again to stop on the way; our choice
  std::uint64_t seed = 1;
};

struct Rehearsed {
  Register entered;
  review::Book book;
};

/// `known` as for the plan. `invalid` when the plan's text is none.
[[nodiscard]] base::Result<Rehearsed> rehearse(const std::string& text, const Known& known,
                                               const Rehearsal& how);

/// What the report and the export of a rehearsal are made of; both must outlive it.
[[nodiscard]] Source source(const Rehearsed& rehearsed,
                            const std::map<std::string, review::Instrument>& instruments);

}  // namespace attune::trial
