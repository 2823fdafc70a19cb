#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "stats/agreement.h"
#include "stats/isotonic.h"

/// What a service decides about the trust in scores: entries of the review journal.
namespace attune::review {

/// Below this agreement with experts a score is hidden from trainees: "moderate" begins there
/// (Landis & Koch 1977). A service may set its own.
inline constexpr double kFloor = 0.4;

struct FloorSet {
  double floor = kFloor;  ///< [0, 1]
  std::string by;         ///< account
  base::Instant at{};
};

/// Recalibration is fitted on parts of the talks as well, each time without one of so many; our
/// choice.
inline constexpr std::size_t kParts = 5;
/// The part that a talk belongs to, for good.
[[nodiscard]] std::size_t part(std::string_view talk);

/// A score put on the scale of this service's experts, by a rising step function.
struct Recalibrated {
  std::string score;
  int version = 1;                 ///< counts up by score
  stats::Steps steps;              ///< fitted on all talks: what trainees are shown
  std::vector<stats::Steps> left;  ///< `kParts`, each fitted without one part
  std::size_t talks = 0;           ///< fitted on
  stats::Estimate before, after;   ///< agreement at that time; `after` out of part
  std::string by;                  ///< account
  base::Instant at{};
};

/// Back to an earlier version; 0: as the program says it.
struct Reverted {
  std::string score;
  int version = 0;
  std::string by;  ///< account
  base::Instant at{};
};

/// All of these, folded.
struct TrustSettings {
  double floor = kFloor;
  std::map<std::string, std::vector<Recalibrated>> versions;  ///< by score, from version 1
  std::map<std::string, int> version;                         ///< in use; none: 0

  [[nodiscard]] const Recalibrated* in_use(const std::string& score) const;
};
void fold(TrustSettings& settings, FloorSet entry);
void fold(TrustSettings& settings, Recalibrated entry);
void fold(TrustSettings& settings, const Reverted& entry);

}  // namespace attune::review
