#include "language/words.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/draw.h"
#include "language/dot.h"
#include "language/model_file.h"

namespace attune::language {

void to_unit(std::span<float> vector) {
  const float length = std::sqrt(dot(vector, vector));
  if (length > 0)
    for (float& x : vector) x /= length;
}

base::Result<Words> Words::open(const std::filesystem::path& file) {
  const auto model = ModelFile::load(file, "words");
  if (!model) return tl::unexpected(model.error());
  const std::size_t count = model->size_of("keys") / sizeof(std::uint32_t);
  if (count == 0)
    return base::fail(base::Code::invalid, "reading model " + file.string() + ": empty");
  Words words;
  words.checksum_ = model->checksum();
  words.dims_ = model->size_of("vectors") / count;
  const auto keys = model->get<std::uint32_t>("keys", count);
  const auto weights = model->get<float>("weights", count);
  const auto scales = model->get<float>("scales", count);
  const auto vectors = model->get<std::int8_t>("vectors", count * words.dims_);
  if (!keys || !weights || !scales || !vectors) {
    return base::fail(base::Code::invalid,
                      "reading model " + file.string() + ": arrays do not match");
  }
  const std::size_t places = std::bit_ceil(2 * count);
  words.keys_.resize(places);
  words.index_.resize(places, -1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = words.place_of((*keys)[i]);
    if (words.index_[at] >= 0) continue;
    words.keys_[at] = (*keys)[i];
    words.index_[at] = static_cast<std::int32_t>(i);
  }
  words.weights_ = *weights;
  words.scales_ = *scales;
  words.vectors_ = *vectors;
  return words;
}

std::size_t Words::place_of(std::uint32_t key) const {
  std::size_t at = key & (keys_.size() - 1);
  while (index_[at] >= 0 && keys_[at] != key) at = (at + 1) & (keys_.size() - 1);
  return at;
}

int Words::find(std::string_view form) const {
  return find(base::hash(form));
}

int Words::find(std::uint64_t hash) const {
  if (keys_.empty()) return -1;
  return index_[place_of(static_cast<std::uint32_t>(hash))];
}

void Words::direction(const Tokens& tokens, std::span<float> out) const {
  std::ranges::fill(out, 0.0F);
  for (const Token& token : tokens.list) {
    const int index = find(tokens.form(token));
    if (index >= 0) add(index, weight(index), out);
  }
  to_unit(out);
}

void Words::add(int index, float times, std::span<float> sum) const {
  const auto row = static_cast<std::size_t>(index);
  const float scale = scales_[row] * times;
  const std::int8_t* vector = vectors_.data() + row * dims_;
  for (std::size_t i = 0; i < dims_; ++i) sum[i] += scale * static_cast<float>(vector[i]);
}

}  // namespace attune::language
