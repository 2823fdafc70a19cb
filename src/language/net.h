#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/model_file.h"
#include "language/tokens.h"

namespace attune::language {

/// Shape of a net: numbers of a word, and filters over one word, two and three in a row. Chosen by
/// cross-validation, for what they cost (docs/models/reading.md).
namespace net_shape {
inline constexpr std::size_t kDims = 64;
inline constexpr std::array<std::size_t, 3> kFilters{128, 128, 64};
inline constexpr std::size_t kAllFilters = 128 + 128 + 64;
/// A filter over several words has a column for each: 128 of the first kind, 128 for the first word
/// and 128 for the second of the second kind, and 64 for each of three.
inline constexpr std::size_t kColumns = 128 + 2 * 128 + 3 * 64;
/// What a column adds for a word is its sum of products, rounded to steps of two to the power of
/// this.
inline constexpr int kShift = 8;
}  // namespace net_shape

/// A net as it is stored (docs/formats/model.md).
struct NetNumbers {
  std::vector<std::uint32_t> keys;    ///< of the words that it knows, ascending
  std::vector<std::int8_t> words;     ///< [1 + word][kDims]; the first stands for all other words
  std::vector<std::int16_t> filters;  ///< [kColumns][kDims]
  std::vector<std::int16_t> bias;     ///< [kAllFilters]
  std::vector<float> out;             ///< [kAllFilters][output]
  std::vector<float> out_bias;        ///< [output]

  /// Adds them to the arrays of a model.
  void put_into(ModelFile& file) const;
  /// `invalid` where arrays are missing or do not fit each other.
  [[nodiscard]] static base::Result<NetNumbers> of(const ModelFile& file);
};

/// The key by which a net knows a lower-case form.
[[nodiscard]] std::uint32_t net_key(std::string_view form);
/// Of each token.
[[nodiscard]] std::vector<std::uint32_t> net_keys(const Tokens& tokens);

/// A small net over the words of a text: each filter takes the place where one, two or three words
/// in a row answer it best, and the outputs are sums over the filters that were answered.
///
/// What a word adds to each filter is worked out once, when it is opened, so that reading only adds
/// whole numbers and compares. Immutable, so thread-safe.
class Net {
 public:
  /// No output; for later assignment.
  Net() = default;
  explicit Net(NetNumbers numbers);
  [[nodiscard]] static base::Result<Net> open(const ModelFile& file);

  [[nodiscard]] std::size_t width() const { return numbers_.out_bias.size(); }

  /// Raw values of a text by its words' keys; `out` has `width()` places. A text without words is
  /// read as one word that is not known.
  void read(std::span<const std::uint32_t> keys, std::span<float> out) const;
  void read(const Tokens& tokens, std::span<float> out) const;

 private:
  [[nodiscard]] const std::int16_t* row_of(std::uint32_t key) const;
  void pool(std::span<const std::int16_t* const> places, std::span<float> out) const;

  NetNumbers numbers_;
  std::vector<std::uint32_t> parts_;  ///< where the keys with these first bits begin
  std::vector<std::int16_t> rows_;    ///< [1 + word][kColumns]: what it adds to each column
};

}  // namespace attune::language
