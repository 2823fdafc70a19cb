#include "language/net.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/draw.h"

namespace attune::language {
namespace {

using namespace net_shape;

constexpr int kPartShift = 20;
constexpr std::array<std::int16_t, kColumns> kNoWord{};

// What a word adds to each column. Whole numbers: the same with either set of instructions.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void add_to_columns(const std::int8_t* word, const std::int16_t* filters, std::int16_t* row) {
  std::int16_t wide[kDims];
  for (std::size_t i = 0; i < kDims; ++i) wide[i] = word[i];
  for (std::size_t c = 0; c < kColumns; ++c) {
    const std::int16_t* column = filters + c * kDims;
    std::int32_t sum = 1 << (kShift - 1);
    for (std::size_t i = 0; i < kDims; ++i) sum += std::int32_t{wide[i]} * std::int32_t{column[i]};
    row[c] = static_cast<std::int16_t>(sum >> kShift);
  }
}

template <std::size_t N>
void raise(std::int16_t* best, const std::int16_t* a) {
  for (std::size_t f = 0; f < N; ++f) best[f] = std::max(best[f], a[f]);
}

template <std::size_t N>
void raise(std::int16_t* best, const std::int16_t* a, const std::int16_t* b) {
  for (std::size_t f = 0; f < N; ++f)
    best[f] = std::max(best[f], static_cast<std::int16_t>(a[f] + b[f]));
}

template <std::size_t N>
void raise(std::int16_t* best, const std::int16_t* a, const std::int16_t* b,
           const std::int16_t* c) {
  for (std::size_t f = 0; f < N; ++f)
    best[f] = std::max(best[f], static_cast<std::int16_t>(a[f] + b[f] + c[f]));
}

// As `add_to_columns`: the same with either set of instructions.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void raise_all(std::span<const std::int16_t* const> places, std::int16_t* best) {
  constexpr std::size_t kOne = kFilters[0], kTwo = kFilters[1], kThree = kFilters[2];
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const std::int16_t *here = places[i], *next = places[i + 1];
    if (i > 0) raise<kOne>(best, here);
    raise<kTwo>(&best[kOne], here + kOne, next + kOne + kTwo);
    if (i + 2 == places.size()) break;
    const std::size_t third = kOne + 2 * kTwo;
    raise<kThree>(&best[kOne + kTwo], here + third, next + third + kThree,
                  places[i + 2] + third + 2 * kThree);
  }
}

// What each filter answered, by its row. No product and sum are joined.
#ifdef __x86_64__
__attribute__((target_clones("avx2", "default")))
#endif
void add_answers(const std::int16_t* best, const std::int16_t* bias, const float* rows,
                 std::span<float> out) {
  for (std::size_t f = 0; f < kAllFilters; ++f, rows += out.size()) {
    const int answer = best[f] + bias[f];
    if (answer <= 0) continue;
    const auto value = static_cast<float>(answer);
    for (std::size_t k = 0; k < out.size(); ++k) out[k] += value * rows[k];
  }
}

}  // namespace

std::uint32_t net_key(std::string_view form) {
  return static_cast<std::uint32_t>(base::hash(form));
}

std::vector<std::uint32_t> net_keys(const Tokens& tokens) {
  std::vector<std::uint32_t> keys;
  for (const Token& token : tokens.list) keys.push_back(net_key(tokens.form(token)));
  return keys;
}

void NetNumbers::put_into(ModelFile& file) const {
  file.put("net_keys", keys);
  file.put("net_words", words);
  file.put("net_filters", filters);
  file.put("net_bias", bias);
  file.put("net_out", out);
  file.put("net_out_bias", out_bias);
}

base::Result<NetNumbers> NetNumbers::of(const ModelFile& file) {
  const std::size_t count = file.size_of("net_keys") / sizeof(std::uint32_t);
  const std::size_t width = file.size_of("net_out_bias") / sizeof(float);
  auto keys = file.get<std::uint32_t>("net_keys", count);
  auto words = file.get<std::int8_t>("net_words", (1 + count) * kDims);
  auto filters = file.get<std::int16_t>("net_filters", kColumns * kDims);
  auto bias = file.get<std::int16_t>("net_bias", kAllFilters);
  auto out = file.get<float>("net_out", kAllFilters * width);
  auto out_bias = file.get<float>("net_out_bias", width);
  if (!keys || !words || !filters || !bias || !out || !out_bias)
    return base::fail(base::Code::invalid, "the arrays of its net do not fit each other");
  if (std::ranges::adjacent_find(*keys, std::greater_equal<>()) != keys->end())
    return base::fail(base::Code::invalid, "damaged: the keys of its net do not ascend");
  return NetNumbers{std::move(*keys), std::move(*words), std::move(*filters),
                    std::move(*bias), std::move(*out),   std::move(*out_bias)};
}

base::Result<Net> Net::open(const ModelFile& file) {
  auto numbers = NetNumbers::of(file);
  if (!numbers) return tl::unexpected(numbers.error());
  return Net(std::move(*numbers));
}

Net::Net(NetNumbers numbers) : numbers_(std::move(numbers)) {
  std::size_t at = 0;
  for (std::size_t part = 0; part <= (std::size_t{1} << (32 - kPartShift)); ++part) {
    while (at < numbers_.keys.size() && (numbers_.keys[at] >> kPartShift) < part) ++at;
    parts_.push_back(static_cast<std::uint32_t>(at));
  }
  rows_.reserve((1 + numbers_.keys.size()) * kColumns);
  std::array<std::int16_t, kColumns> row;
  for (std::size_t w = 0; w <= numbers_.keys.size(); ++w) {
    add_to_columns(&numbers_.words[w * kDims], numbers_.filters.data(), row.data());
    rows_.insert(rows_.end(), row.begin(), row.end());
  }
  numbers_.words = {};  // they are in the rows now
  numbers_.filters = {};
}

const std::int16_t* Net::row_of(std::uint32_t key) const {
  const std::size_t part = key >> kPartShift;
  for (std::size_t at = parts_[part]; at < parts_[part + 1]; ++at)
    if (numbers_.keys[at] == key) return &rows_[(1 + at) * kColumns];
  return rows_.data();
}

void Net::pool(std::span<const std::int16_t* const> places, std::span<float> out) const {
  std::array<std::int16_t, kAllFilters> best;
  best.fill(std::numeric_limits<std::int16_t>::min());
  raise_all(places, best.data());
  std::ranges::copy(numbers_.out_bias, out.begin());
  add_answers(best.data(), numbers_.bias.data(), numbers_.out.data(), out.first(width()));
}

void Net::read(std::span<const std::uint32_t> keys, std::span<float> out) const {
  thread_local std::vector<const std::int16_t*> places;
  places.assign(1, kNoWord.data());
  for (const std::uint32_t key : keys) places.push_back(row_of(key));
  if (keys.empty()) places.push_back(rows_.data());
  places.push_back(kNoWord.data());
  pool(places, out);
}

void Net::read(const Tokens& tokens, std::span<float> out) const {
  thread_local std::vector<std::uint32_t> keys;
  keys.clear();
  for (const Token& token : tokens.list) keys.push_back(net_key(tokens.form(token)));
  read(keys, out);
}

}  // namespace attune::language
