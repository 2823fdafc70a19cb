#pragma once

#include <string>
#include <vector>

#include "study/relief.h"
#include "study/what_follows.h"

namespace attune::study {

/// A coefficient of the mind beside what real talks say of it.
struct Fitted {
  std::string name;  ///< in content/dynamics.yaml
  std::string by;    ///< the outcome and the talks that it was fitted on
  double set = 0;    ///< as the file has it
  Estimate fitted;
  std::size_t turns = 0;  ///< that it could be seen in

  [[nodiscard]] bool inside() const;  ///< the set value lies in the interval
  /// The interval keeps clear of 0, so that the talks say something of the coefficient at all.
  [[nodiscard]] bool told() const;
};

/// What the gain in trust less guard is worth in the client's next turn: the scale of a fit.
struct Scale {
  std::string by;
  Estimate slope;  ///< of the outcome, for one of trust less guard
};

struct MindFit {
  std::vector<Scale> scales;
  std::vector<Fitted> coefficients;
};

/// Fits one coefficient at a time, the others as they stand. A turn's part in the change of trust
/// less guard that is due to the coefficient gets a slope of its own beside that of the whole
/// change; if the part deserves `m` times the weight that the mind gives it, the fitted value is
/// `m` times the set one. So only sizes beside each other are fitted, never the pace of the whole,
/// and none where the interval of the scale is not above 0: there is nothing to measure them by.
[[nodiscard]] MindFit fit_mind(const std::string& talks, std::span<const Exchange> exchanges,
                               const std::string& outcome, const Column& column,
                               const client::Dynamics& dynamics);

}  // namespace attune::study
