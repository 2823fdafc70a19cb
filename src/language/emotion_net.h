#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"
#include "language/linear.h"
#include "language/model_file.h"
#include "language/net.h"
#include "language/tokens.h"

/// What the emotion head takes of its net.
namespace attune::language {

/// Emotions, fine emotions.
inline constexpr std::size_t kNetEmotions = conversation::kEmotions + conversation::kFineEmotions;
/// And last, whether somebody in distress speaks, rather than an open forum: the two use the same
/// words for other feelings, so that each has weights of its own.
inline constexpr std::size_t kNetOutputs = kNetEmotions + 1;
/// Each emotion's value, the same by how likely somebody in distress speaks, each as a chance, for
/// what is nearly certain says little more than what is certain; then how likely distress is.
inline constexpr std::size_t kNetInputs = 3 * kNetEmotions + 1;

/// `values` has `kNetOutputs` raw values, `inputs` `kNetInputs` places.
void emotion_inputs(std::span<const float> values, std::span<float> inputs);
/// The same of a text; no inputs where there is no net.
[[nodiscard]] std::vector<float> emotion_inputs(const Net& net, const Tokens& tokens);

/// The net that an emotion model holds: none where it has no dense inputs, as those of before
/// 2026-11-22. `invalid` where the two do not fit.
[[nodiscard]] base::Result<Net> open_emotion_net(const ModelFile& file, const Linear& emotion);

}  // namespace attune::language
