#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/word_table.h"

/// What someone typed, word by word, in the spelling of a dictionary.
namespace attune::coach {

/// Bytes [begin, end) of a text as it was typed.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] inline bool overlap(const Range& a, const Range& b) {
  return a.begin < b.end && b.begin < a.end;
}

struct PlainWord {
  std::string text;  ///< as typed, but for the spelling
  std::string form;  ///< in lower case (ASCII)
  char mark = 0;     ///< what follows: one of , . ? ! ; : " ( ) - or a line end; 0 for a space
  Range typed = {};  ///< where it stands
};

using PlainWords = std::vector<PlainWord>;

/// From the first word to the last; `words` is not empty.
[[nodiscard]] inline Range typed(std::span<const PlainWord> words) {
  return {words.front().typed.begin, words.back().typed.end};
}

/// Something that can be said to the client, and the words of theirs that it comes from.
struct Given {
  std::string text;
  Range from;
};

/// Splits a text into words. Contractions get their apostrophes ("dont"), everyday Scots and
/// texting become standard English ("cannae", "gonna", "i'm no going"), curly apostrophes straight.
[[nodiscard]] PlainWords plain_words(std::string_view text);

/// Whether `sequence`, words set apart by single spaces, is what `words` begin with, unbroken by a
/// full stop.
[[nodiscard]] bool begins_with(std::span<const PlainWord> words, std::string_view sequence);

/// Whether `sequence`, words set apart by single spaces, stands in `words` unbroken by a full stop.
[[nodiscard]] bool holds_sequence(std::span<const PlainWord> words, std::string_view sequence);

/// A list of forms that is quick to look into; they are set apart by single spaces.
using language::WordList;

/// Whether `form` is in the list.
[[nodiscard]] inline bool is_one_of(const WordList& list, std::string_view form) {
  return list.contains(form);
}
/// The same of a short one, spelled out where it is asked for.
[[nodiscard]] bool is_one_of(std::string_view list, std::string_view form);

/// Whether a mark ends a sentence: . ? ! ; : or a line end, and a dash.
[[nodiscard]] bool ends_sentence(char mark);

}  // namespace attune::coach
