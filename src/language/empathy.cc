#include "language/empathy.h"

#include <algorithm>
#include <array>
#include <limits>

namespace attune::language {

void add_best_sentence(std::string_view reply, const Spelling& spelling, const ScoreFeatures& score,
                       std::span<float> whole) {
  const auto pieces = sentences(reply);
  if (pieces.size() < 2) return;
  thread_local Tokens tokens;
  thread_local Features features;
  std::array<float, kEmpathyOutputs> best;
  best.fill(std::numeric_limits<float>::lowest());
  for (const std::string_view piece : pieces) {
    tokenize(piece, tokens);
    spelling.mend(tokens);
    text_features(tokens, features);
    std::array<float, kEmpathyOutputs> values{};
    score(features, values);
    for (std::size_t k = 0; k < best.size(); k += 2) {
      if (values[k] <= best[k]) continue;
      best[k] = values[k];
      best[k + 1] = values[k + 1];
    }
  }
  for (std::size_t k = 0; k < best.size(); ++k) whole[k] = (whole[k] + best[k]) / 2;
}

std::array<int, conversation::kMechanisms> empathy_levels(
    std::span<const double> scores, std::span<const Linear::Calibration> calibrations) {
  const auto over = [&](std::size_t k) {
    return scores[k] >= static_cast<double>(calibrations[k].threshold);
  };
  std::array<int, conversation::kMechanisms> levels{};
  for (std::size_t m = 0; m < levels.size(); ++m)
    if (over(2 * m)) levels[m] = over(2 * m + 1) ? 2 : 1;
  return levels;
}

}  // namespace attune::language
