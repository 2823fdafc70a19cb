#include "language/emotion_net.h"

#include <array>
#include <cmath>

namespace attune::language {

namespace {

// A chance of one reaches as far as a value of this; by cross-validation.
constexpr float kChanceReach = 4;

float chance(float value) {
  return 1 / (1 + std::exp(-value));
}

}  // namespace

void emotion_inputs(std::span<const float> values, std::span<float> inputs) {
  const float distress = chance(values[kNetEmotions]);
  for (std::size_t k = 0; k < kNetEmotions; ++k) {
    inputs[k] = values[k];
    inputs[kNetEmotions + k] = distress * values[k];
    inputs[2 * kNetEmotions + k] = kChanceReach * chance(values[k]);
  }
  inputs[3 * kNetEmotions] = distress;
}

std::vector<float> emotion_inputs(const Net& net, const Tokens& tokens) {
  if (net.width() == 0) return {};
  std::array<float, kNetOutputs> values{};
  net.read(tokens, values);
  std::vector<float> inputs(kNetInputs);
  emotion_inputs(values, inputs);
  return inputs;
}

base::Result<Net> open_emotion_net(const ModelFile& file, const Linear& emotion) {
  if (emotion.dense_inputs() == 0) return Net();
  auto net = Net::open(file);
  if (!net) return tl::unexpected(net.error());
  if (emotion.dense_inputs() != kNetInputs || net->width() != kNetOutputs)
    return base::fail(base::Code::invalid, "the emotion model does not fit its net");
  return net;
}

}  // namespace attune::language
