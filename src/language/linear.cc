#include "language/linear.h"

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
constexpr std::size_t kAhead = 8;  // features whose memory is asked for early

template <class Number>
std::uint64_t load(const std::int8_t* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// The next eight roots of a row as one number, the first lowest; fewer at its end.
inline std::uint64_t eight_roots(const std::int8_t* row, std::size_t from, std::size_t width) {
  const std::size_t rest = width - from;
  if (rest >= kEight) return load<std::uint64_t>(row + from);
  if (width >= kEight) return load<std::uint64_t>(row + width - kEight) >> 8 * (kEight - rest);
  constexpr std::size_t kHalf = kEight / 2;
  if (rest >= kHalf)
    return load<std::uint32_t>(row) | load<std::uint32_t>(row + rest - kHalf) << 8 * (rest - kHalf);
  std::uint64_t roots = 0;
  for (std::size_t k = rest; k > 0; --k) roots = roots << 8 | load<std::uint8_t>(row + k - 1);
  return roots;
}

constexpr std::size_t kFour = 4;
using Four = float __attribute__((vector_size(kFour * sizeof(float))));
using Bytes = std::int8_t __attribute__((vector_size(16)));
using Pairs = std::int16_t __attribute__((vector_size(16)));
using Whole = std::int32_t __attribute__((vector_size(16)));
using Halves = std::uint64_t __attribute__((vector_size(16)));

// Signed squares of roots that are the highest bytes of whole numbers.
inline Four weights(Pairs highest) {
  const Four root = __builtin_convertvector(reinterpret_cast<Whole>(highest) >> 24, Four);
  return root * reinterpret_cast<Four>(reinterpret_cast<Whole>(root) & 0x7FFFFFFF);
}

// Eight sums from output `from` on, over all hits.
inline __attribute__((always_inline)) void sum_eight(const Features& features,
                                                     const Linear::Hits& hits,
                                                     const std::int8_t* roots, std::size_t from,
                                                     std::size_t width, float* sums) {
  Four low{}, high{};
  for (const Linear::Hit& hit : hits) {
    const std::uint64_t eight = eight_roots(roots + hit.row * width, from, width);
    const auto bytes = reinterpret_cast<Bytes>(Halves{eight, 0});
    const auto pairs = reinterpret_cast<Pairs>(__builtin_shufflevector(
        Bytes{}, bytes, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    const float value = features[hit.feature].value;
    low += value * weights(__builtin_shufflevector(Pairs{}, pairs, 0, 8, 1, 9, 2, 10, 3, 11));
    high += value * weights(__builtin_shufflevector(Pairs{}, pairs, 4, 12, 5, 13, 6, 14, 7, 15));
  }
  std::memcpy(sums, &low, sizeof low);
  std::memcpy(sums + kFour, &high, sizeof high);
}

// The same with either set of instructions: no product and sum are joined.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void sum_all(const Features& features, const Linear::Hits& hits, const std::int8_t* roots,
             std::span<float> out) {
  std::array<float, kEight> sums{};
  for (std::size_t from = 0; from < out.size(); from += kEight) {
    sum_eight(features, hits, roots, from, out.size(), sums.data());
    std::copy_n(sums.begin(), std::min(kEight, out.size() - from), &out[from]);
  }
}

}  // namespace

base::Result<Linear> Linear::open(const ModelFile& file, Lookup lookup) {
  const std::size_t width = file.size_of("bias") / sizeof(float);
  const std::size_t count = file.size_of("keys") / sizeof(std::uint32_t);
  if (width == 0)
    return base::fail(base::Code::invalid, "a linear model needs at least one output");
  const std::size_t inputs = file.size_of("dense") / sizeof(float) / width;
  auto keys = file.get<std::uint32_t>("keys", count);
  auto roots = file.share("roots", count * width);
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
  Linear linear;
  linear.roots_ = std::move(*roots);
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

  std::array<std::uint32_t, kModels> next{};  // each model's next row
  parts_.reserve(ends.size());
  keys_.reserve(all);
  blocks_.reserve(all / kKeys + 1);
  std::size_t at = 0;
  for (const std::uint32_t end : ends) {
    parts_.push_back(static_cast<std::uint32_t>(keys_.size()));
    for (std::size_t i = at + 1; i < end; ++i)  // few: the plainest sort is the quickest
      for (std::size_t k = i; k > at && dealt[k].key < dealt[k - 1].key; --k)
        std::swap(dealt[k], dealt[k - 1]);
    for (; at < end; ++at) {
      const auto [key, model] = dealt[at];
      if (keys_.size() == parts_.back() || keys_.back() != key) {
        if (keys_.size() % kKeys == 0) blocks_.push_back({0, next});
        keys_.push_back(key);
      }
      blocks_.back().known |= std::uint64_t{1} << (8 * ((keys_.size() - 1) % kKeys) + model);
      ++next[model];
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
    __builtin_prefetch(&blocks_[static_cast<std::size_t>(place) / kKeys]);
    places.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(place)});
  }
}

std::int32_t KeyIndex::row_of(std::size_t model, std::uint32_t place) const {
  const Block& block = blocks_[place / kKeys];
  const auto bit = 8 * (place % kKeys);
  const std::uint64_t theirs = (block.known >> model) & 0x0101010101010101U;
  if (((theirs >> bit) & 1U) == 0) return -1;
  const std::uint64_t earlier = theirs & ((std::uint64_t{1} << bit) - 1);
  const auto count = static_cast<std::uint32_t>((earlier * 0x0101010101010101U) >> 56U);
  return static_cast<std::int32_t>(block.first[model] + count);
}

void KeyIndex::hits(std::size_t model, const Linear::Hits& places, Linear::Hits& hits) const {
  hits.clear();
  for (const auto& [feature, place] : places)
    if (const auto row = row_of(model, place); row >= 0)
      hits.push_back({feature, static_cast<std::uint32_t>(row)});
}

bool KeyIndex::knows(std::size_t model, std::uint32_t key) const {
  const auto place = place_of(key);
  return place >= 0 && row_of(model, static_cast<std::uint32_t>(place)) >= 0;
}

void Linear::find(const Features& features, Hits& hits) const {
  hits.clear();
  index_->find(features, 0, hits);  // places of one model are its rows
}

void Linear::score(const Features& features, const Hits& hits, std::span<const float> dense,
                   std::span<float> out) const {
  const std::size_t n = width();
  for (const Hit& hit : hits) {
    __builtin_prefetch(roots_.get() + hit.row * n);
    __builtin_prefetch(roots_.get() + hit.row * n + n - 1);
  }
  sum_all(features, hits, roots_.get(), out.first(n));
  for (std::size_t k = 0; k < n; ++k) {
    out[k] = out[k] * scales_[k] + bias_[k];
    for (std::size_t j = 0; j < dense.size(); ++j)
      out[k] += dense_[k * dense.size() + j] * dense[j];
  }
}

float Linear::probability(std::size_t output, float raw) const {
  const Calibration& c = calibrations_[output];
  return 1.0F / (1.0F + std::exp(-(c.slope * raw + c.offset)));
}

}  // namespace attune::language
