#pragma once

#include <span>
#include <string>
#include <vector>

#include "study/estimate.h"
#include "study/exchange.h"

namespace attune::study {

/// How well a client's next turn is foretold, out of fold, and what knowing the mind's state adds.
struct Foretold {
  std::string question;  ///< "longer", "change", "opens" or "leaves"
  std::size_t turns = 0;
  double share = 0;  ///< of turns for which the answer was yes
  /// Mean log-loss in nats: of that share alone; by the client's last answer and the turn's number;
  /// by the supporter's codes; by the mind; by last answer and codes.
  double nothing = 0, persistence = 0, codes = 0, mind = 0, both = 0;
  /// By how much the loss falls when the mind's state is added to each. Above 0 is a gain.
  Estimate over_nothing, over_persistence, over_codes, over_both;
};

/// Logistic regressions over ten folds of talks. *Longer* than the client's median so far; *change*
/// rather than sustain talk, where it is either; *opens* rather than closes, where it does either;
/// *leaves*: it is the client's last turn. A question that fewer than 30 turns answer either way is
/// left out. `exchanges` must stand in order of talks.
[[nodiscard]] std::vector<Foretold> foretell(std::span<const Exchange> exchanges);

}  // namespace attune::study
