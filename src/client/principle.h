#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// Experts' comments on replies (docs/formats/case.md, "Principles").
namespace attune::client {

/// The place in `phrases` of the first that stands in `text`: its words in their order within one
/// sentence, whatever the capitals, dots and contractions ("I'm" is "I am"). A phrase without
/// words, such as an emoji, is looked for as it is. Nothing when none stands there.
[[nodiscard]] std::optional<std::size_t> find_phrase(const std::vector<std::string>& phrases,
                                                     std::string_view text);

/// The sentences of a supporter's turn by which such a turn is known again: those that ask, or else
/// the longest. Never empty, unless the turn is.
[[nodiscard]] std::vector<std::string> asked_in(std::string_view turn);

/// A comment before it stands in a case; the fields are those of the file.
struct Comment {
  std::string id;  ///< "" takes one made of the principle's first words
  std::string principle, by;
  std::vector<std::string> talk;
  std::uint64_t seed = 1;
  std::vector<std::string> never, replies;
};

/// The text of a case file with one principle more, at the end of its `principles`, or in a list of
/// that name at the file's end. All else stays byte for byte. `invalid` where the text is no YAML
/// map or `principles` is not written as lines with `-`; whether the case is then accepted is for
/// `parse_case` to say.
[[nodiscard]] base::Result<std::string> add_principle(std::string_view yaml, Comment comment);

}  // namespace attune::client
