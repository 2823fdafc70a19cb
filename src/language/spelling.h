#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/tokens.h"

namespace attune::language {

/// Reads a word in the way of writing that most texts use: a slip of the keys as the word that was
/// meant ("freind"), words of dialects and of text speak as the standard ones ("cannae", "tmrw").
///
/// So that how somebody writes weighs less than what they say. Immutable, so thread-safe.
class Spelling {
 public:
  /// Mends no slips, for it knows no words.
  Spelling() = default;

  /// How often words stand in open text, by `attune train spelling`.
  [[nodiscard]] static base::Result<Spelling> open(const std::filesystem::path& file);

  /// Of the model that was opened.
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }

  /// `tokenize`, mended.
  [[nodiscard]] Tokens tokens(std::string_view text) const;

  /// Changes the lower-case forms of `tokens`, and what is negated; where they stand in the text
  /// stays. One word may become several, or none.
  void mend(Tokens& tokens) const;

 private:
  /// What the token stands for; nothing where it stays. `opens`: it begins a sentence.
  [[nodiscard]] std::optional<std::string> plain(const Tokens& tokens, std::size_t at,
                                                 bool opens) const;
  [[nodiscard]] float count(std::uint32_t key) const;
  [[nodiscard]] std::string meant(std::string_view form) const;
  [[nodiscard]] std::string parted(std::string_view form) const;

  std::uint64_t checksum_ = 0;
  std::vector<std::uint32_t> keys_;  ///< a power of two of places, 0: free
  std::vector<float> counts_;
  std::vector<std::uint64_t> common_;  ///< bits by hash: may it be a word often seen?
  std::vector<std::uint64_t> listed_;  ///< bits of `listed_places`
};

/// The bits that are all set for a word of the word list, and for one other string in a thousand
/// (a Bloom filter).
inline constexpr std::uint32_t kListedShift = 12;
inline constexpr std::uint32_t kListedBits = 1U << (32 - kListedShift);
[[nodiscard]] std::array<std::uint32_t, 4> listed_places(std::string_view form);
[[nodiscard]] bool is_listed(std::span<const std::uint64_t> listed, std::string_view form);

/// Counts are kept as so many steps for each doubling.
inline constexpr float kCountSteps = 8;

/// What "o", "n", "w", "an" and "am" stand for by the words typed beside them: "cup o tea", "so am
/// fine".
[[nodiscard]] std::optional<std::string_view> standard_beside(const Tokens& tokens, std::size_t at);

/// Reads phrases of two words and more as plain ones ("god willing", "no cap"), and a word by those
/// after it ("your not"). All are in spelling_phrases*.cc.
void mend_phrases(Tokens& tokens);

/// Reads a question that lacks its auxiliary, has its words in another order or ends in a particle
/// as plain English asks it: "you eat already or not" as "have you eat already?". So ask Singlish,
/// second-language English and much talk that is typed as it is spoken.
void mend_questions(Tokens& tokens);

/// Puts the question mark that a question at the end of a text lacks, by the order of its words; it
/// stands where the last word does.
void mark_question(Tokens& tokens);

/// What a word of a dialect or of text speak stands for, in standard words parted by blanks; empty
/// for a particle that adds none. The whole list is in spelling_words.cc.
[[nodiscard]] std::optional<std::string_view> standard(std::string_view form);

/// Whether such a word is no name even with a capital ("Inshallah", "Ah'm").
[[nodiscard]] bool is_no_name(std::string_view form);

}  // namespace attune::language
