#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::corpus {

/// A piece of a text, as far as telling names and numbers apart needs it.
struct Word {
  enum class Kind { letters, digits, mark };
  std::size_t begin = 0, end = 0;  ///< bytes
  Kind kind = Kind::mark;          ///< `digits` when there is one in it
  std::string lower;               ///< straight apostrophes; "\n" for the end of a line
  bool capital = false;            ///< begins with one
  bool shouted = false;            ///< two letters at least, and all capitals
  bool starts = false;             ///< first of a sentence, as far as one can tell
};

/// Words with their inner apostrophes and hyphens, the possessive "'s" apart; every other sign by
/// itself; spaces left out.
[[nodiscard]] std::vector<Word> private_words(std::string_view text);

/// Part of a text that tells who somebody is.
struct Found {
  std::size_t begin = 0, end = 0;  ///< bytes
  std::string kind;                ///< "email", as it stands in brackets
};

/// Email addresses, links, handles, phone numbers, postal addresses, dates of birth and numbers
/// that stand for a person, in order, none over another.
[[nodiscard]] std::vector<Found> find_identifiers(std::string_view text,
                                                  const std::vector<Word>& words);

}  // namespace attune::corpus
