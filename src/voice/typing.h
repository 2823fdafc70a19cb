#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "client/case.h"

namespace attune::voice {

/// How a person types, measured on the lines that their author wrote.
struct Typing {
  bool lower_case = false;  ///< most lines begin with a small letter
  bool full_stops = false;  ///< most lines end in one
  bool bursts = false;      ///< more than a fifth of the lines are several bubbles
  bool emoji = false;       ///< any line has one
  bool exclaims = false;    ///< more than one line in twenty has "!"
  bool dashes = false;      ///< any line has a long dash
  std::size_t least = 0;    ///< words of a line: the lower quartile,
  std::size_t most = 0;     ///< the upper one,
  std::size_t longest = 0;  ///< and the longest line
};

[[nodiscard]] Typing typing_of(const client::Case& person);

/// A line's bubbles as one text, parted by '\n'.
[[nodiscard]] std::string text_of(const client::Line& line);

/// True for the code points that chats show as small pictures.
[[nodiscard]] bool is_emoji(char32_t code_point);

}  // namespace attune::voice
