#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "review/evidence.h"

/// How far each score of the program's may be trusted here: its agreement with this service's
/// experts (docs/models/trust.md).
namespace attune::review {

/// Fewer ratings by experts than these say nothing; our choice.
inline constexpr std::size_t kFewestRatings = 10;

struct ScoreTrust {
  enum class State : std::uint8_t {
    trusted,
    not_yet,  ///< under the floor: hidden from trainees
    unknown   ///< not measured here: the figures that the program came with hold
  };
  const ProgramScore* score = nullptr;
  std::string expert;     ///< what of theirs it is held against
  std::size_t n = 0;      ///< forms by experts that it was held against
  std::string statistic;  ///< "cohen_kappa", "cohen_kappa_quadratic"
  stats::Estimate agreement;
  State state = State::unknown;
  std::string text;        ///< "not yet trusted here: 14 ratings, κ 0.31 [0.02, 0.58]"
  int version = 0;         ///< of the recalibration in use; 0: none
  double spread = 0;       ///< standard deviation of experts at one place; NaN: no two at any
  std::size_t differ = 0;  ///< places left out because experts differ
};
[[nodiscard]] std::string_view name(ScoreTrust::State state);

/// All scores in the order of `program_scores`. With a recalibration in use, its agreement is
/// that of talks with the steps fitted without their part.
[[nodiscard]] std::vector<ScoreTrust> trust(const Evidence& evidence);

/// Nothing finer than the spread of human raters is shown: the least of 0.1, 0.25, 0.5, 1 and 2
/// that is not below it (our choice); 0 where the spread is unknown.
[[nodiscard]] double grain(double spread);
/// `value` to the nearest multiple of `grain`; as it is where that is 0.
[[nodiscard]] double coarse(double value, double grain);

/// Experts' judgment of a score as a new version of it, to be appended to the journal; `by` and
/// `at` are left to the caller. `not_found` when there is no such score, `invalid` for remarks
/// (there is nothing to recalibrate in a yes or no) and with fewer than ten talks to fit on.
[[nodiscard]] base::Result<Recalibrated> recalibrate(const Evidence& evidence,
                                                     std::string_view score);

/// docs/formats/api.md
[[nodiscard]] std::string to_json(const std::vector<ScoreTrust>& scores, double floor);

}  // namespace attune::review
