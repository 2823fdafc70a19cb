#pragma once

#include <cstddef>

#include "conversation/reading.h"

/// The outputs of the risk model, in their order.
namespace attune::language::risk_output {

inline constexpr std::size_t kAny = 0;  ///< at least low
inline constexpr std::size_t kModerate = 1;
inline constexpr std::size_t kHigh = 2;
inline constexpr std::size_t kSelf = 3;   ///< to themselves: what the score is
inline constexpr std::size_t kKinds = 4;  ///< the eight kinds from here on
inline constexpr std::size_t kCount = kKinds + conversation::kRiskKinds;

}  // namespace attune::language::risk_output
