#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/tokens.h"

namespace attune::language {

/// Word vectors and document frequencies learned from open text by `attune train words`.
class Words {
 public:
  /// Knows no word: `find` returns -1.
  Words() = default;
  [[nodiscard]] static base::Result<Words> open(const std::filesystem::path& file);

  /// Index of a lower-case form, or -1.
  [[nodiscard]] int find(std::string_view form) const;
  /// The same by the form's `base::hash`, of which the low half tells.
  [[nodiscard]] int find(std::uint64_t hash) const;

  /// How telling a word is: about 0 for "the", 1 for the rarest.
  [[nodiscard]] float weight(int index) const { return weights_[static_cast<std::size_t>(index)]; }

  /// The direction of a text's words, each by how telling it is; all 0 when it knows none. `out`
  /// has `dims()` entries.
  void direction(const Tokens& tokens, std::span<float> out) const;

  /// Adds `times` of the word's vector to `sum`, which has `dims()` entries.
  void add(int index, float times, std::span<float> sum) const;

  /// Of the model that was opened.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }
  [[nodiscard]] std::size_t dims() const { return dims_; }

 private:
  /// Where the key stands, or the free place where it would.
  [[nodiscard]] std::size_t place_of(std::uint32_t key) const;

  std::uint64_t checksum_ = 0;
  std::size_t dims_ = 0;
  std::vector<std::uint32_t> keys_;  ///< of the words by their hash, a power of two of places
  std::vector<std::int32_t> index_;  ///< of the word at each place, -1: free
  std::vector<float> weights_;
  std::vector<float> scales_;
  std::vector<std::int8_t> vectors_;
};

/// Scales to length one; nothing where all is 0.
void to_unit(std::span<float> vector);

}  // namespace attune::language
