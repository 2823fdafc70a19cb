#pragma once

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "conversation/reading.h"

namespace attune::language {

class Spelling;

/// A text as patterns see it: lower-case words with contractions opened ("I'm" is "i am", "don't"
/// is "do not"), sentence by sentence.
struct Wording {
  struct Sentence {
    std::size_t first = 0, last = 0;  ///< words [first, last)
    bool asks = false;                ///< ends in '?' or begins as a question does
    bool reflects = false;            ///< says how it is for the other, or gives room
    std::size_t opens = 0;            ///< the first word that is no filler ("well", "so", "and")
  };
  std::vector<std::string> words;
  std::vector<std::uint64_t> keys;        ///< hashes of the words
  std::vector<conversation::Span> spans;  ///< where in the text each word stands
  std::vector<Sentence> sentences;
};

[[nodiscard]] Wording wording(std::string_view text);

/// The same with the words as `spelling` mends them.
[[nodiscard]] Wording wording(std::string_view text, const Spelling& spelling);

/// The first of the words from `first` on that is no filler; their number when all are.
[[nodiscard]] std::size_t past_fillers(const std::vector<std::string>& words, std::size_t first);

/// A phrase with room for variation, matched inside one sentence.
///
/// Elements are parted by spaces: a word; `a|b|c` one of several; a trailing `?` makes an element
/// optional; `_` is any one word, `*` up to three; `^` first stands for a sentence's beginning
/// (after "well", "so", "and" and the like), `$` last for its end; `!a|b` first means that none of
/// these stands before.
class Pattern {
 public:
  explicit Pattern(std::string_view source);

  /// The word after the match that begins at `at`, or `at` itself when there is none.
  [[nodiscard]] std::size_t match(const Wording& wording, const Wording::Sentence& sentence,
                                  std::size_t at) const;

  /// The words that a match can begin with; empty when any can.
  [[nodiscard]] std::vector<std::uint64_t> openings() const;

 private:
  struct Element {
    std::vector<std::uint64_t> any;  ///< empty: any word
    bool optional = false;
    bool gap = false;
  };
  [[nodiscard]] std::size_t rest(const Wording& wording, std::size_t end, std::size_t at,
                                 std::size_t element) const;

  std::vector<Element> elements_;
  std::vector<std::uint64_t> not_before_;
  bool at_start_ = false, at_end_ = false;
};

/// What a list of patterns finds in a text.
struct Found {
  int count = 0;          ///< matches that do not overlap
  std::size_t words = 0;  ///< words that they cover
  [[nodiscard]] bool any() const { return count > 0; }
};

/// Which sentences a list is tried on. An assertion neither asks nor reflects.
enum class Where { anywhere, statements, assertions, questions };

/// A list of patterns that is quick to try on every word: those that begin otherwise are passed
/// over by a look-up.
class Patterns {
 public:
  explicit Patterns(std::span<const char* const> sources);
  Patterns(std::initializer_list<const char*> sources)
      : Patterns(std::span<const char* const>(sources.begin(), sources.size())) {}
  [[nodiscard]] Found find(const Wording& wording, Where where = Where::anywhere) const;

  /// Whether one of them matches from `at`.
  [[nodiscard]] bool begins(const Wording& wording, const Wording::Sentence& sentence,
                            std::size_t at) const {
    return furthest(wording, sentence, at) > at;
  }

  /// Where in the text the first match stands.
  [[nodiscard]] std::optional<conversation::Span> first(const Wording& wording) const;

  /// Where the longest match from `at` ends; `at` itself when there is none.
  [[nodiscard]] std::size_t furthest(const Wording& wording, const Wording::Sentence& sentence,
                                     std::size_t at) const;

 private:
  std::vector<Pattern> patterns_;
  static constexpr std::size_t kBits = 512;
  std::bitset<kBits> may_open_;  ///< by a word's key: most words open none
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_opening_;
  std::vector<std::size_t> open_;  ///< those that can begin with any word
};

}  // namespace attune::language
