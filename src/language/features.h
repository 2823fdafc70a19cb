#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/tokens.h"

namespace attune::language {

/// One thing noticed in a text, with the tokens that carry it.
struct Feature {
  std::uint32_t key = 0;  ///< hash of kind and content; never 0
  float value = 0;
  std::int32_t first = -1;  ///< tokens [first, last]; -1: carried by no word
  std::int32_t last = -1;
};

using Features = std::vector<Feature>;

/// FNV-1a, a letter at a time.
inline constexpr std::uint64_t kNoLetters = 0xCBF29CE484222325U;
[[nodiscard]] constexpr std::uint64_t hash_on(std::uint64_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
}
[[nodiscard]] constexpr std::uint64_t hash_on(std::uint64_t hash, std::string_view letters) {
  for (const char letter : letters) hash = hash_on(hash, letter);
  return hash;
}

/// The key of the feature "holds this word", by the word or by its hash.
[[nodiscard]] std::uint32_t word_key(std::uint64_t hash);
[[nodiscard]] inline std::uint32_t word_key(std::string_view form) {
  return word_key(hash_on(kNoLetters, form));
}

/// Words, word pairs, letter runs within words, marks and a few shapes of the whole.
///
/// Values are binary and scaled so that each kind has unit length: a long text weighs as a short
/// one. Repeated features are kept; the same text always gives the same list. `features` is emptied
/// first.
void text_features(const Tokens& tokens, Features& features);

/// The tokens but for punctuation marks, as people type in a hurry.
[[nodiscard]] Tokens without_marks(const Tokens& tokens);

/// Adds how a supporter's turn is built: how it and its sentences begin and end, and what of the
/// client's last turn it takes up. `client` is null when there is none.
void turn_features(const Tokens& tokens, const Tokens* client, Features& features);

}  // namespace attune::language
