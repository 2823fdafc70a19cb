#pragma once

#include <string>
#include <vector>

#include "study/what_follows.h"

namespace attune::study {

/// A slope of one column over talks.
struct Slope {
  std::string column;
  Estimate estimate;
};

/// Which supporters' strategies went with how the client rated the talk: least squares over the
/// talks that were rated so, on the number of turns that held each strategy, the feeling's strength
/// before and the number of supporter turns. ESConv alone has such ratings.
struct Rated {
  std::string outcome;  ///< "relief" (before less after), "empathy", "relevance"
  std::size_t talks = 0;
  std::vector<Slope> slopes;
};
[[nodiscard]] std::vector<Rated> rated_by_strategy(const CodedTalks& talks);

/// How a feeling's strength, put on [0, 1], fell, beside what the mind has for it.
struct Eased {
  std::string talks;  ///< which
  std::size_t count = 0;
  Estimate fall;   ///< mean of before less after
  Estimate ease;   ///< the `distress_ease` whose fall comes nearest to the real ones
  Estimate slope;  ///< of the share that fell, for one more unit of `met` summed over the talk
};

/// Of kept talks, of failed ones, and of both in the numbers that were collected in all: 1,300 and
/// 196 (the source's README names the files). `exchanges` are of these talks.
[[nodiscard]] std::vector<Eased> eased(const CodedTalks& talks,
                                       const std::vector<Exchange>& exchanges,
                                       const client::Case& person,
                                       const client::Dynamics& dynamics);

}  // namespace attune::study
