#include "language/linear.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace attune::language {

namespace {

base::Result<std::vector<std::int16_t>> weights_of(const ModelFile& file, std::size_t count) {
  if (file.size_of("roots") == 0) return file.get<std::int16_t>("weights", count);
  const auto roots = file.get<std::int8_t>("roots", count);
  if (!roots) return tl::unexpected(roots.error());
  std::vector<std::int16_t> weights(count);
  for (std::size_t i = 0; i < count; ++i)
    weights[i] = static_cast<std::int16_t>((*roots)[i] * std::abs((*roots)[i]));
  return weights;
}

}  // namespace

base::Result<Linear> Linear::open(const ModelFile& file) {
  const std::size_t width = file.size_of("bias") / sizeof(float);
  const std::size_t count = file.size_of("keys") / sizeof(std::uint32_t);
  if (width == 0)
    return base::fail(base::Code::invalid, "a linear model needs at least one output");
  const std::size_t inputs = file.size_of("dense") / sizeof(float) / width;
  auto keys = file.get<std::uint32_t>("keys", count);
  auto weights = weights_of(file, count * width);
  auto scales = file.get<float>("scales", width);
  auto bias = file.get<float>("bias", width);
  auto dense = file.get<float>("dense", width * inputs);
  auto calibration = file.get<float>("calibration", width * 3);
  for (const auto* numbers : {&scales, &bias, &dense, &calibration}) {
    if (!*numbers) return tl::unexpected(numbers->error());
  }
  if (!keys) return tl::unexpected(keys.error());
  if (!weights) return tl::unexpected(weights.error());
  Linear linear;
  linear.weights_ = std::move(*weights);
  linear.scales_ = std::move(*scales);
  linear.bias_ = std::move(*bias);
  linear.dense_ = std::move(*dense);
  for (std::size_t i = 0; i < width; ++i) {
    const float* c = calibration->data() + 3 * i;
    linear.calibrations_.push_back({c[0], c[1], c[2]});
  }
  linear.build_slots(*keys);
  return linear;
}

void Linear::build_slots(const std::vector<std::uint32_t>& keys) {
  slots_.assign(std::bit_ceil(keys.size() * 2 + 2), {});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::size_t at = keys[i] & mask;
    while (slots_[at].row >= 0) at = (at + 1) & mask;
    slots_[at] = {keys[i], static_cast<std::int32_t>(i)};
  }
}

std::int32_t Linear::row_of(std::uint32_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  while (slots_[at].row >= 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at].row;
}

void Linear::find(const Features& features, Rows& rows) const {
  rows.resize(features.size());
  for (std::size_t i = 0; i < features.size(); ++i) rows[i] = row_of(features[i].key);
}

void Linear::score(const Features& features, const Rows& rows, std::span<const float> dense,
                   std::span<float> out) const {
  const std::size_t n = width();
  std::fill(out.begin(), out.end(), 0.0F);
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (rows[i] < 0) continue;
    const std::int16_t* row = weights_.data() + static_cast<std::size_t>(rows[i]) * n;
    const float value = features[i].value;
    for (std::size_t k = 0; k < n; ++k) out[k] += value * static_cast<float>(row[k]);
  }
  for (std::size_t k = 0; k < n; ++k) {
    out[k] = out[k] * scales_[k] + bias_[k];
    for (std::size_t j = 0; j < dense.size(); ++j)
      out[k] += dense_[k * dense.size() + j] * dense[j];
  }
}

float Linear::part(const Features& features, const Rows& rows, std::size_t i,
                   std::size_t output) const {
  if (rows[i] < 0) return 0;
  const std::size_t at = static_cast<std::size_t>(rows[i]) * width() + output;
  return features[i].value * static_cast<float>(weights_[at]) * scales_[output];
}

float Linear::probability(std::size_t output, float raw) const {
  const Calibration& c = calibrations_[output];
  return 1.0F / (1.0F + std::exp(-(c.slope * raw + c.offset)));
}

}  // namespace attune::language
