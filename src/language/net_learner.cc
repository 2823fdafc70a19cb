#include "language/net_learner.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace attune::language {
namespace {

using namespace net_shape;

// Chosen by cross-validation on the training part; the rest as is usual.
constexpr float kRate = 0.001F;
constexpr float kLastRate = 0.1F;    // of it, at the end
constexpr float kVectorRate = 10;    // of it, for word vectors: most are rarely touched
constexpr float kVectorSize = 2;     // of a vector that is begun with
constexpr float kChanceSize = 0.3F;  // deviation of one begun by chance
constexpr float kOutSize = 0.05F;
constexpr float kOutBias = -2;  // most outputs are seldom true
constexpr std::size_t kBatch = 32;
constexpr float kFirst = 0.9F, kSecond = 0.99F, kTiny = 1e-6F;
constexpr std::size_t kMeanEach = 16;  // steps
constexpr float kMeanShare = 0.0159F;  // 1 - 0.999^16
constexpr float kMeanFrom = 0.3F;      // of all steps

constexpr std::size_t kEdge = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kBlock = 16;
constexpr std::size_t kPlaces = 4;

using Eight = float __attribute__((vector_size(32), aligned(4)));

// Sums of products of four places with one block of columns; the same numbers with either set of
// instructions, since neither joins a product and a sum.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void project_four(const float* x, const float* block, float* sums) {
  Eight all[kPlaces][2] = {};
  for (std::size_t i = 0; i < kDims; ++i) {
    Eight low, high;
    std::memcpy(&low, block + i * kBlock, sizeof low);
    std::memcpy(&high, block + i * kBlock + kBlock / 2, sizeof high);
    for (std::size_t t = 0; t < kPlaces; ++t) {
      const float one = x[t * kDims + i];
      all[t][0] += one * low;
      all[t][1] += one * high;
    }
  }
  for (std::size_t t = 0; t < kPlaces; ++t) std::memcpy(sums + t * kColumns, all[t], sizeof all[t]);
}

// Where the columns of a filter stand: the first, how many, and how far apart.
struct Columns {
  std::size_t first, count, apart;
};
Columns columns_of(std::size_t filter) {
  std::size_t first = 0;
  for (std::size_t reach = 1;; ++reach) {
    const std::size_t size = kFilters[reach - 1];
    if (filter < size) return {first + filter, reach, size};
    filter -= size;
    first += reach * size;
  }
}

}  // namespace

NetChance::NetChance(std::uint64_t seed) : state_(88172645463325252U + seed * 7919) {
  for (int i = 0; i < 20; ++i) (void)next();
}

float NetChance::next() {
  state_ ^= state_ << 13;
  state_ ^= state_ >> 7;
  state_ ^= state_ << 17;
  return static_cast<float>(state_ >> 40) / 16777216.0F;
}

float NetChance::normal() {
  float sum = -6;
  for (int i = 0; i < 12; ++i) sum += next();
  return sum;
}

std::size_t NetChance::below(std::size_t size) {
  (void)next();
  return static_cast<std::size_t>((state_ >> 16) % size);
}

NetLearner::NetLearner(std::vector<std::uint32_t> keys, const Words& words, std::size_t width,
                       const NetSchedule& schedule)
    : width_(width), schedule_(schedule), chance_(schedule.seed), keys_(std::move(keys)) {
  filters_ = (1 + keys_.size()) * kDims;
  bias_ = filters_ + kColumns * kDims;
  out_ = bias_ + kAllFilters;
  out_bias_ = out_ + kAllFilters * width_;
  weights_.resize(out_bias_ + width_);
  for (std::size_t i = 0; i < filters_; ++i) weights_[i] = kChanceSize * chance_.normal();
  for (std::size_t w = 0; w < keys_.size(); ++w) {
    const int found = words.find(keys_[w]);
    if (found < 0 || words.dims() != kDims) continue;
    const auto vector = std::span(weights_).subspan((1 + w) * kDims, kDims);
    std::ranges::fill(vector, 0.0F);
    words.add(found, kVectorSize, vector);
  }
  for (std::size_t f = 0; f < kAllFilters; ++f) {
    const auto [first, count, apart] = columns_of(f);
    const float size = 1 / std::sqrt(static_cast<float>(count * kDims));
    for (std::size_t c = 0; c < count; ++c)
      for (std::size_t i = 0; i < kDims; ++i)
        weights_[filters_ + (first + c * apart) * kDims + i] = size * chance_.normal();
  }
  for (std::size_t i = out_; i < out_bias_; ++i) weights_[i] = kOutSize * chance_.normal();
  for (std::size_t i = out_bias_; i < weights_.size(); ++i) weights_[i] = kOutBias;
  gradients_.resize(weights_.size());
  first_.resize(weights_.size());
  second_.resize(weights_.size());
  is_touched_.resize(1 + keys_.size());
  arrange();
}

void NetLearner::arrange() {
  blocks_.resize(kColumns * kDims);
  for (std::size_t c = 0; c < kColumns; ++c)
    for (std::size_t i = 0; i < kDims; ++i)
      blocks_[(c / kBlock * kDims + i) * kBlock + c % kBlock] = weights_[filters_ + c * kDims + i];
}

void NetLearner::take(const NetText& text, Seen& seen) {
  seen.words.assign(1, kEdge);
  for (const std::uint32_t key : text.words) {
    const auto at = std::ranges::lower_bound(keys_, key);
    const bool known = at != keys_.end() && *at == key && chance_.next() >= schedule_.unread;
    seen.words.push_back(known ? 1 + static_cast<std::size_t>(at - keys_.begin()) : 0);
  }
  if (text.words.empty()) seen.words.push_back(0);
  seen.words.push_back(kEdge);
  const std::size_t places = (seen.words.size() + kPlaces - 1) / kPlaces * kPlaces;
  seen.x.assign(places * kDims, 0);
  seen.sums.resize(places * kColumns);
  for (std::size_t q = 1; q + 1 < seen.words.size(); ++q)
    std::copy_n(&weights_[seen.words[q] * kDims], kDims, &seen.x[q * kDims]);
  for (std::size_t b = 0; b < kColumns / kBlock; ++b)
    for (std::size_t q = 0; q < places; q += kPlaces)
      project_four(&seen.x[q * kDims], &blocks_[b * kDims * kBlock],
                   &seen.sums[q * kColumns + b * kBlock]);
}

void NetLearner::pool(Seen& seen) const {
  seen.pooled.assign(kAllFilters, std::numeric_limits<float>::lowest());
  seen.where.assign(kAllFilters, 0);
  std::array<float, *std::ranges::max_element(kFilters)> sums{};
  std::size_t filter = 0, column = 0;
  for (std::size_t reach = 1; reach <= kFilters.size(); ++reach) {
    const std::size_t size = kFilters[reach - 1], edge = reach == 1 ? 1 : 0;
    for (std::size_t q = edge; q + reach + edge <= seen.words.size(); ++q) {
      sums.fill(0);
      for (std::size_t k = 0; k < reach; ++k) {
        const float* row = &seen.sums[(q + k) * kColumns + column + k * size];
        for (std::size_t f = 0; f < size; ++f) sums[f] += row[f];
      }
      for (std::size_t f = 0; f < size; ++f) {
        const bool more = sums[f] > seen.pooled[filter + f];
        seen.pooled[filter + f] = more ? sums[f] : seen.pooled[filter + f];
        seen.where[filter + f] = more ? static_cast<std::int32_t>(q) : seen.where[filter + f];
      }
    }
    filter += size;
    column += reach * size;
  }
}

void NetLearner::drop_and_sum(Seen& seen) {
  seen.out.assign(weights_.begin() + static_cast<std::ptrdiff_t>(out_bias_), weights_.end());
  const float kept = 1 - schedule_.dropout;
  for (std::size_t f = 0; f < kAllFilters; ++f) {
    float& value = seen.pooled[f];
    value = std::max(0.0F, value + weights_[bias_ + f]);
    value = chance_.next() < kept ? value / kept : 0;
    if (value == 0) continue;
    const float* row = &weights_[out_ + f * width_];
    for (std::size_t k = 0; k < width_; ++k) seen.out[k] += value * row[k];
  }
}

void NetLearner::give_back(const NetText& text, Seen& seen) {
  for (std::size_t k = 0; k < width_; ++k) {
    seen.out[k] = std::isnan(text.is[k]) ? 0 : 1 / (1 + std::exp(-seen.out[k])) - text.is[k];
    gradients_[out_bias_ + k] += seen.out[k];
  }
  for (std::size_t f = 0; f < kAllFilters; ++f) {
    if (seen.pooled[f] == 0) continue;
    const float* row = &weights_[out_ + f * width_];
    float* gradient = &gradients_[out_ + f * width_];
    float sum = 0;
    for (std::size_t k = 0; k < width_; ++k) {
      sum += seen.out[k] * row[k];
      gradient[k] += seen.out[k] * seen.pooled[f];
    }
    give_back_filter(f, sum / (1 - schedule_.dropout), seen);
  }
}

void NetLearner::give_back_filter(std::size_t filter, float gradient, const Seen& seen) {
  gradients_[bias_ + filter] += gradient;
  const auto [first, count, apart] = columns_of(filter);
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t place = static_cast<std::size_t>(seen.where[filter]) + k;
    const std::size_t word = seen.words[place];
    if (word == kEdge) continue;
    if (!is_touched_[word]) touched_.push_back(word);
    is_touched_[word] = true;
    const std::size_t column = filters_ + (first + k * apart) * kDims;
    const float* x = &seen.x[place * kDims];
    for (std::size_t i = 0; i < kDims; ++i) {
      gradients_[column + i] += gradient * x[i];
      gradients_[word * kDims + i] += gradient * weights_[column + i];
    }
  }
}

void NetLearner::adapt(std::size_t from, std::size_t to, float rate, float batch) {
  const float first = 1 / (1 - first_left_), second = 1 / (1 - second_left_);
  for (std::size_t i = from; i < to; ++i) {
    const float gradient = gradients_[i] / batch;
    first_[i] = kFirst * first_[i] + (1 - kFirst) * gradient;
    second_[i] = kSecond * second_[i] + (1 - kSecond) * gradient * gradient;
    weights_[i] -= rate * (first_[i] * first) / (std::sqrt(second_[i] * second) + kTiny);
    gradients_[i] = 0;
  }
}

void NetLearner::step(std::size_t batch, float progress) {
  const float rate = kRate * (1 - (1 - kLastRate) * progress);
  const auto size = static_cast<float>(batch);
  first_left_ *= kFirst;
  second_left_ *= kSecond;
  adapt(filters_, weights_.size(), rate, size);
  for (const std::size_t word : touched_) {
    adapt(word * kDims, (word + 1) * kDims, rate * kVectorRate, size);
    is_touched_[word] = false;
  }
  touched_.clear();
  arrange();
}

void NetLearner::keep_mean(std::size_t step, float progress) {
  if (progress < kMeanFrom || step % kMeanEach != 0) return;
  if (!has_mean_) mean_ = weights_;
  has_mean_ = true;
  for (std::size_t i = 0; i < weights_.size(); ++i)
    mean_[i] += kMeanShare * (weights_[i] - mean_[i]);
}

void NetLearner::learn(std::span<const NetText* const> texts) {
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t each = (texts.size() + kBatch - 1) / kBatch;
  const auto all = static_cast<float>(each * static_cast<std::size_t>(schedule_.epochs));
  Seen seen;
  std::size_t steps = 0;
  for (int epoch = 0; epoch < schedule_.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance_.below(i)]);
    for (std::size_t at = 0; at < order.size(); at += kBatch) {
      const std::size_t end = std::min(order.size(), at + kBatch);
      for (std::size_t i = at; i < end; ++i) {
        const NetText& text = *texts[order[i]];
        take(text, seen);
        pool(seen);
        drop_and_sum(seen);
        give_back(text, seen);
      }
      const float progress = static_cast<float>(++steps) / all;
      step(end - at, progress);
      keep_mean(steps, progress);
    }
  }
  if (!has_mean_) mean_ = weights_;
}

NetNumbers NetLearner::numbers() const {
  constexpr float kLargest = 127, kMost = 10'000, kMostWeight = 32'000;
  NetNumbers numbers;
  numbers.keys = keys_;
  numbers.words.resize(filters_);
  std::vector<float> filters(mean_.begin() + static_cast<std::ptrdiff_t>(filters_),
                             mean_.begin() + static_cast<std::ptrdiff_t>(bias_));
  for (std::size_t i = 0; i < kDims; ++i) {  // each number of a vector in steps of its own
    float most = 1e-9F;
    for (std::size_t at = i; at < filters_; at += kDims) most = std::max(most, std::abs(mean_[at]));
    for (std::size_t at = i; at < filters_; at += kDims)
      numbers.words[at] = static_cast<std::int8_t>(std::lround(mean_[at] * kLargest / most));
    for (std::size_t at = i; at < filters.size(); at += kDims) filters[at] *= most / kLargest;
  }
  numbers.filters.resize(filters.size());
  for (std::size_t f = 0; f < kAllFilters; ++f) {
    const auto [first, count, apart] = columns_of(f);
    float sum = 1e-9F, weight = 1e-9F;  // the largest of any word, and of any number
    for (std::size_t c = first; c < first + count * apart; c += apart) {
      const float* column = &filters[c * kDims];
      for (std::size_t i = 0; i < kDims; ++i) weight = std::max(weight, std::abs(column[i]));
      for (std::size_t at = 0; at < filters_; at += kDims) {
        float one = 0;
        for (std::size_t i = 0; i < kDims; ++i)
          one += column[i] * static_cast<float>(numbers.words[at + i]);
        sum = std::max(sum, std::abs(one));
      }
    }
    const float step = std::max(sum / (kMost * (1 << kShift)), weight / kMostWeight);
    for (std::size_t c = first; c < first + count * apart; c += apart)
      for (std::size_t i = c * kDims; i < (c + 1) * kDims; ++i)
        numbers.filters[i] = static_cast<std::int16_t>(std::lround(filters[i] / step));
    const float unit = step * (1 << kShift);
    numbers.bias.push_back(static_cast<std::int16_t>(
        std::clamp(std::round(mean_[bias_ + f] / unit), -kMostWeight, kMostWeight)));
    for (std::size_t k = 0; k < width_; ++k)
      numbers.out.push_back(mean_[out_ + f * width_ + k] * unit);
  }
  numbers.out_bias.assign(mean_.begin() + static_cast<std::ptrdiff_t>(out_bias_), mean_.end());
  return numbers;
}

}  // namespace attune::language
