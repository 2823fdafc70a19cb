#include "language/linear.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <functional>

namespace attune::language {

namespace {

constexpr std::uint64_t kNoKey = std::uint64_t{1} << 32;
constexpr std::size_t kAhead = 8;  // features whose memory is asked for early

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

base::Result<Linear> Linear::open(const ModelFile& file, Lookup lookup) {
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
  if (std::ranges::adjacent_find(*keys, std::greater_equal<>()) != keys->end())
    return base::fail(base::Code::invalid, "damaged: its keys do not ascend");
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
  linear.keys_ = std::move(*keys);
  if (lookup == Lookup::own) {
    const std::array<const Linear*, 1> only{&linear};
    linear.index_ = std::make_unique<KeyIndex>(only);
  }
  return linear;
}

Linear::Linear() = default;
Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;
Linear::~Linear() = default;

// Merges the models' ascending keys into one ascending list, cut by the keys' first bits into parts
// of about one key each.
KeyIndex::KeyIndex(std::span<const Linear* const> models) : models_(models.size()) {
  std::size_t most = 1;
  for (const Linear* model : models) most = std::max(most, model->keys().size());
  shift_ = 32 - static_cast<int>(std::bit_width(most));
  keys_.reserve(2 * most);
  rows_.reserve(2 * most * models_);
  std::vector<std::uint64_t> next(models_);  // each model's next key
  std::vector<std::size_t> at(models_);      // and where it stands
  const auto load = [&](std::size_t m) {
    const auto& theirs = models[m]->keys();
    next[m] = at[m] < theirs.size() ? theirs[at[m]] : kNoKey;
  };
  for (std::size_t m = 0; m < models_; ++m) load(m);
  for (;;) {
    const std::uint64_t least = *std::ranges::min_element(next);
    if (least == kNoKey) break;
    const auto key = static_cast<std::uint32_t>(least);
    while (parts_.size() <= key >> shift_)
      parts_.push_back(static_cast<std::uint32_t>(keys_.size()));
    keys_.push_back(key);
    for (std::size_t m = 0; m < models_; ++m) {
      const bool knows = next[m] == least;
      rows_.push_back(knows ? static_cast<std::int32_t>(at[m]++) : -1);
      if (knows) load(m);
    }
  }
  parts_.resize((std::size_t{1} << (32 - shift_)) + 1, static_cast<std::uint32_t>(keys_.size()));
}

std::int32_t KeyIndex::place_of(std::uint32_t key) const {
  const std::size_t part = key >> shift_;
  for (std::uint32_t at = parts_[part]; at < parts_[part + 1]; ++at)
    if (keys_[at] == key) return static_cast<std::int32_t>(at);
  return -1;
}

void KeyIndex::find(const Features& features, Linear::Rows& places) const {
  for (std::size_t i = places.size(); i < features.size(); ++i)
    places.push_back(place_of(features[i].key));
}

void KeyIndex::rows(std::size_t model, const Linear::Rows& places, Linear::Rows& rows) const {
  rows.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    rows[i] = places[i] < 0 ? -1 : rows_[static_cast<std::size_t>(places[i]) * models_ + model];
}

bool KeyIndex::knows(std::size_t model, std::uint32_t key) const {
  const std::int32_t place = place_of(key);
  return place >= 0 && rows_[static_cast<std::size_t>(place) * models_ + model] >= 0;
}

void Linear::find(const Features& features, Rows& rows) const {
  rows.clear();
  index_->find(features, rows);  // places of one model are its rows
}

void Linear::score(const Features& features, const Rows& rows, std::span<const float> dense,
                   std::span<float> out) const {
  const std::size_t n = width();
  std::fill(out.begin(), out.end(), 0.0F);
  const auto row_at = [&](std::size_t i) {
    return weights_.data() + static_cast<std::size_t>(rows[i]) * n;
  };
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + kAhead < features.size() && rows[i + kAhead] >= 0)
      __builtin_prefetch(row_at(i + kAhead));
    if (rows[i] < 0) continue;
    const std::int16_t* row = row_at(i);
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
