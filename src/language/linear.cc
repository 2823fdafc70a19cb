#include "language/linear.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>

namespace attune::language {

namespace {

constexpr std::size_t kEight = 8;
constexpr std::size_t kMostKeys = 65'534;  // rows that an index can tell apart
constexpr std::size_t kAhead = 8;          // features whose memory is asked for early

#ifdef __x86_64__
#define ATTUNE_FOR(cpu) __attribute__((target(cpu)))
#else
#define ATTUNE_FOR(cpu)
#endif

// `stride` sums over all hits, eight at a time.
ATTUNE_FOR("default")
void sum_rows(const Features& features, const Linear::Hits& hits, const std::int8_t* roots,
              std::size_t stride, float* sums) {
  for (const Linear::Hit& hit : hits) {
    const float value = features[hit.feature].value;
    for (std::size_t k = 0; k < stride; ++k)
      sums[k] += value * weight_of(roots[hit.row * stride + k]);
  }
}

#ifdef __x86_64__
template <std::size_t N>
ATTUNE_FOR("avx2")
void sum_wide(const Features& features, const Linear::Hits& hits, const std::int8_t* roots,
              std::size_t stride, float* sums) {
  __m256 all[N]{};
  for (const Linear::Hit& hit : hits) {
    const __m256 value = _mm256_set1_ps(features[hit.feature].value);
    const std::int8_t* row = roots + hit.row * stride;
    for (std::size_t k = 0; k < N; ++k) {
      const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(row + kEight * k));
      const __m256 root = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(eight));
      const __m256 size = _mm256_andnot_ps(_mm256_set1_ps(-0.0F), root);
      all[k] = _mm256_add_ps(all[k], _mm256_mul_ps(value, _mm256_mul_ps(root, size)));
    }
  }
  std::memcpy(sums, all, sizeof all);
}

// The same to the last bit with wider instructions: no product and sum are joined.
ATTUNE_FOR("avx2")
void sum_rows(const Features& features, const Linear::Hits& hits, const std::int8_t* roots,
              std::size_t stride, float* sums) {
  std::size_t from = 0;
  for (; from + 4 * kEight <= stride; from += 4 * kEight)
    sum_wide<4>(features, hits, roots + from, stride, sums + from);
  for (; from < stride; from += kEight)
    sum_wide<1>(features, hits, roots + from, stride, sums + from);
}
#endif

}  // namespace

base::Result<Linear> Linear::open(const ModelFile& file, Lookup lookup) {
  const std::size_t width = file.size_of("bias") / sizeof(float);
  const std::size_t count = file.size_of("keys") / sizeof(std::uint32_t);
  if (width == 0)
    return base::fail(base::Code::invalid, "a linear model needs at least one output");
  const std::size_t inputs = file.size_of("dense") / sizeof(float) / width;
  auto keys = file.get<std::uint32_t>("keys", count);
  auto roots = file.get<std::int8_t>("roots", count * width);
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
  if (!roots) return tl::unexpected(roots.error());
  if (count > kMostKeys) return base::fail(base::Code::invalid, "it has more than 65,534 keys");
  Linear linear;
  linear.stride_ = width == 1 ? 1 : (width + kEight - 1) / kEight * kEight;
  linear.lines_.resize(count * linear.stride_ / sizeof(Line) + 1);
  for (std::size_t row = 0; row < count; ++row)
    std::memcpy(linear.lines_.front().bytes.data() + row * linear.stride_, &(*roots)[row * width],
                width);
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

// Deals the models' keys out by their first bits into parts of about one key each, then puts each
// part in order.
KeyIndex::KeyIndex(std::span<const Linear* const> models) {
  std::size_t most = 1, all = 0;
  for (const Linear* model : models) {
    most = std::max(most, model->keys().size());
    all += model->keys().size();
  }
  shift_ = 32 - static_cast<int>(std::bit_width(most));
  std::vector<std::uint32_t> ends((std::size_t{1} << (32 - shift_)) + 1);
  for (const Linear* model : models)
    for (const std::uint32_t key : model->keys()) ++ends[(key >> shift_) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  struct Known {
    std::uint32_t key;
    std::uint32_t model;
  };
  std::vector<Known> dealt(all);
  for (std::uint32_t m = 0; m < models.size(); ++m)
    for (const std::uint32_t key : models[m]->keys()) dealt[ends[key >> shift_]++] = {key, m};

  std::array<Row, kModels> next{};  // each model's next row
  std::array<Row, kModels> unknown;
  unknown.fill(kNone);
  parts_.reserve(ends.size());
  keys_.reserve(all);
  rows_.reserve(all);
  std::size_t at = 0;
  for (const std::uint32_t end : ends) {
    parts_.push_back(static_cast<std::uint32_t>(keys_.size()));
    for (std::size_t i = at + 1; i < end; ++i)  // few: the plainest sort is the quickest
      for (std::size_t k = i; k > at && dealt[k].key < dealt[k - 1].key; --k)
        std::swap(dealt[k], dealt[k - 1]);
    for (; at < end; ++at) {
      const auto [key, model] = dealt[at];
      if (keys_.size() == parts_.back() || keys_.back() != key) {
        keys_.push_back(key);
        rows_.push_back(unknown);
      }
      rows_.back()[model] = next[model]++;
    }
  }
}

std::int32_t KeyIndex::place_of(std::uint32_t key) const {
  const std::size_t part = key >> shift_;
  for (std::uint32_t at = parts_[part]; at < parts_[part + 1]; ++at)
    if (keys_[at] == key) return static_cast<std::int32_t>(at);
  return -1;
}

void KeyIndex::find(const Features& features, std::size_t from, Linear::Hits& places) const {
  for (std::size_t i = from; i < features.size(); ++i) {
    if (i + 2 * kAhead < features.size())
      __builtin_prefetch(&parts_[features[i + 2 * kAhead].key >> shift_]);
    if (i + kAhead < features.size())
      __builtin_prefetch(keys_.data() + parts_[features[i + kAhead].key >> shift_]);
    const auto place = place_of(features[i].key);
    if (place < 0) continue;
    __builtin_prefetch(&rows_[static_cast<std::size_t>(place)]);
    places.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(place)});
  }
}

// Each is written and the next overwrites it unless it is known: which are is not to be guessed.
void KeyIndex::hits(std::size_t model, const Linear::Hits& places, Linear::Hits& hits) const {
  hits.resize(places.size());
  std::size_t count = 0;
  for (const auto& [feature, place] : places) {
    const Row row = rows_[place][model];
    hits[count].feature = feature;
    hits[count].row = row;
    count += row != kNone ? 1U : 0U;
  }
  hits.resize(count);
}

bool KeyIndex::knows(std::size_t model, std::uint32_t key) const {
  const auto place = place_of(key);
  return place >= 0 && rows_[static_cast<std::size_t>(place)][model] != kNone;
}

void Linear::find(const Features& features, Hits& hits) const {
  hits.clear();
  index_->find(features, 0, hits);  // places of one model are its rows
}

void Linear::score(const Features& features, const Hits& hits, std::span<const float> dense,
                   std::span<float> out) const {
  const std::size_t n = width();
  for (const Hit& hit : hits) __builtin_prefetch(row(hit.row));
  thread_local std::vector<float> sums;
  sums.assign(stride_, 0);
  if (n == 1)
    for (const Hit& hit : hits) sums[0] += features[hit.feature].value * weight_of(*row(hit.row));
  else
    sum_rows(features, hits, row(0), stride_, sums.data());
  for (std::size_t k = 0; k < n; ++k) {
    out[k] = sums[k] * scales_[k] + bias_[k];
    for (std::size_t j = 0; j < dense.size(); ++j)
      out[k] += dense_[k * dense.size() + j] * dense[j];
  }
}

float Linear::probability(std::size_t output, float raw) const {
  const Calibration& c = calibrations_[output];
  return 1.0F / (1.0F + std::exp(-(c.slope * raw + c.offset)));
}

}  // namespace attune::language
