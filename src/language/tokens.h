#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::language {

/// One word, number, punctuation mark or symbol of a text.
struct Token {
  enum class Kind : std::uint8_t { word, number, mark, symbol };

  std::uint32_t at = 0;    ///< where its lower-case form begins in `Tokens::lowered`, in bytes
  std::uint32_t size = 0;  ///< of that form, in bytes
  std::int32_t start = 0;  ///< code points [start, end) of the original text
  std::int32_t end = 0;
  Kind kind = Kind::word;
  bool shouted = false;  ///< two or more letters, all of them capitals
  bool capital = false;  ///< begins with one
  bool negated =
      false;  ///< stands within `kNegationReach` words after a negation, in the same clause
};

/// A text cut into tokens.
///
/// Words keep their inner apostrophes and hyphens split them. Lower-case forms cover ASCII and
/// Latin; curly apostrophes become straight; a letter repeated more than twice is written twice; a
/// contraction typed without its apostrophe ("dont", "im") gets it back.
struct Tokens {
  std::string lowered;
  std::vector<Token> list;
  std::int32_t code_points = 0;
  std::int32_t letters = 0;  ///< of any script
  std::int32_t latin = 0;    ///< letters of the Latin script

  [[nodiscard]] std::string_view form(const Token& token) const {
    return std::string_view(lowered).substr(token.at, token.size);
  }
};

/// Ill-formed bytes are read as U+FFFD, each one code point.
[[nodiscard]] Tokens tokenize(std::string_view text);

/// As above into `tokens`, whose memory is used again.
void tokenize(std::string_view text, Tokens& tokens);

/// Words that turn what follows round, and how many words that reaches, in the same clause.
[[nodiscard]] bool negates(std::string_view form);
inline constexpr int kNegationReach = 4;

/// Cuts a text after '.', '!', '?', ';' and line ends. Pieces are views of `text`, never blank.
[[nodiscard]] std::vector<std::string_view> sentences(std::string_view text);

}  // namespace attune::language
