#pragma once

#include <array>
#include <functional>
#include <span>
#include <string_view>

#include "conversation/reading.h"
#include "language/linear.h"
#include "language/spelling.h"

namespace attune::language {

/// Two outputs a mechanism: whether it is there, and, if it is, whether strongly.
inline constexpr std::size_t kEmpathyOutputs = 2 * conversation::kMechanisms;

/// Gives a text's raw values by its features.
using ScoreFeatures = std::function<void(const Features& features, std::span<float> values)>;

/// Raw values of a reply: the mean of the whole's and of its best sentence's, since one sentence
/// can carry what a long reply drowns. The best is that where the mechanism is likeliest there.
/// `whole` holds the reply's own values and is changed in place.
void add_best_sentence(std::string_view reply, const Spelling& spelling, const ScoreFeatures& score,
                       std::span<float> whole);

/// 0 where a mechanism is not there by its threshold, else 1 or 2.
[[nodiscard]] std::array<int, conversation::kMechanisms> empathy_levels(
    std::span<const double> scores, std::span<const Linear::Calibration> calibrations);

}  // namespace attune::language
