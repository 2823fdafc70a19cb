#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "conversation/turn.h"
#include "language/pattern.h"

namespace attune::language {

/// A turn of a talk, made ready once for all that later turns ask of it.
struct Heard {
  bool client = false;
  Wording wording;
  std::vector<std::uint64_t> keys;                      ///< of the wording, sorted, each once
  std::vector<std::pair<std::uint64_t, double>> stems;  ///< telling ones, sorted; how telling
  double words = 0;                                     ///< the sum of it
  std::vector<std::uint64_t> particular;  ///< a supporter's, that would not fit anyone
};

[[nodiscard]] Heard heard(const conversation::Turn& turn);

/// Turns read back for what is grounded and repeated: eight exchanges, for speed.
inline constexpr std::size_t kReach = 16;

/// The last turns of a talk, as far back as `kReach`; oldest first.
[[nodiscard]] std::vector<Heard> heard(std::span<const conversation::Turn> before);

}  // namespace attune::language
