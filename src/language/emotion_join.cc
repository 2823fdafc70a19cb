#include "language/emotion_join.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::language {
namespace {

using conversation::kEmotions;

// A chance of one reaches as far as a value of this; by cross-validation.
constexpr float kChanceReach = 4;

float chance(float value) {
  return 1 / (1 + std::exp(-value));
}
float reaching(float value) {
  return kChanceReach * chance(value);
}

// Adds rows, each times its input. The same numbers with either set of instructions, since neither
// joins a product and a sum.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void add_layer(const float* rows, std::span<const float> inputs, float* sums) {
  for (const float by : inputs) {
    for (std::size_t i = 0; i < kJoinWidth; ++i) sums[i] += by * rows[i];
    rows += kJoinWidth;
  }
}

void add_emotions(const float* rows, std::span<const float> inputs, std::span<float> sums) {
  for (const float by : inputs) {
    for (std::size_t k = 0; k < kEmotions; ++k) sums[k] += by * rows[k];
    rows += kEmotions;
  }
}

}  // namespace

void join_inputs(const EmotionValues& values, std::span<float> inputs) {
  const auto emotions = values.net.first(kNetEmotions);
  const float distress = chance(values.net[kNetEmotions]);
  auto at = std::ranges::copy(values.line, inputs.begin()).out;
  at = std::ranges::transform(values.line, at, reaching).out;
  at = std::ranges::copy(values.fine, at).out;
  at = std::ranges::copy(emotions, at).out;
  at = std::ranges::transform(emotions, at, [&](float value) { return distress * value; }).out;
  at = std::ranges::transform(emotions, at, reaching).out;
  *at = distress;
}

void JoinNumbers::read(std::span<const float> inputs, std::span<float> result) const {
  std::array<float, kJoinWidth> layer{};
  std::ranges::copy(hidden_bias, layer.begin());
  add_layer(hidden.data(), inputs, layer.data());
  for (float& place : layer) place = std::max(place, 0.0F);
  std::ranges::copy(out_bias, result.begin());
  add_emotions(past.data(), inputs, result);
  add_emotions(out.data(), layer, result);
}

void JoinNumbers::put_into(ModelFile& file) const {
  file.put("join_hidden", hidden);
  file.put("join_hidden_bias", hidden_bias);
  file.put("join_out", out);
  file.put("join_past", past);
  file.put("join_out_bias", out_bias);
}

base::Result<JoinNumbers> JoinNumbers::of(const ModelFile& file) {
  JoinNumbers numbers;
  const auto take = [&](const char* name, std::size_t count,
                        std::vector<float>& into) -> base::Result<void> {
    auto values = file.get<float>(name, count);
    if (!values) return tl::unexpected(values.error());
    into = *std::move(values);
    return {};
  };
  for (const auto& taken : {take("join_hidden", kJoined * kJoinWidth, numbers.hidden),
                            take("join_hidden_bias", kJoinWidth, numbers.hidden_bias),
                            take("join_out", kJoinWidth * kEmotions, numbers.out),
                            take("join_past", kJoined * kEmotions, numbers.past),
                            take("join_out_bias", kEmotions, numbers.out_bias)})
    if (!taken) return tl::unexpected(taken.error());
  return numbers;
}

base::Result<EmotionJoin> EmotionJoin::open(const ModelFile& emotion) {
  EmotionJoin both;
  auto net = Net::open(emotion);
  if (!net) return tl::unexpected(net.error());
  if (net->width() != kNetOutputs)
    return base::fail(base::Code::invalid, "the emotion model's net has the wrong outputs");
  auto join = JoinNumbers::of(emotion);
  if (!join) return tl::unexpected(join.error());
  both.net_ = *std::move(net);
  both.join_ = *std::move(join);
  return both;
}

std::array<float, kEmotions> EmotionJoin::read(const Tokens& tokens, std::span<const float> line,
                                               std::span<const float> fine) const {
  std::array<float, kNetOutputs> values{};
  net_.read(tokens, values);
  std::array<float, kJoined> inputs{};
  join_inputs({line, fine, values}, inputs);
  std::array<float, kEmotions> out{};
  join_.read(inputs, out);
  return out;
}

}  // namespace attune::language
