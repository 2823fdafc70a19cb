#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::base {

/// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The bytes with each ill-formed one replaced by U+FFFD.
[[nodiscard]] std::string to_utf8(std::string_view bytes);

/// Code points in well-formed UTF-8.
[[nodiscard]] std::size_t length(std::string_view text);

namespace detail {
[[nodiscard]] char32_t next_beyond_ascii(std::string_view text, std::size_t& at);
void append_beyond_ascii(std::string& text, char32_t code_point);
}  // namespace detail

/// Decodes the code point that starts at `at` and moves `at` past it; U+FFFD for an ill-formed
/// byte.
[[nodiscard]] inline char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return detail::next_beyond_ascii(text, at);
  ++at;
  return byte;
}

/// Appends one code point.
inline void append(std::string& text, char32_t code_point) {
  if (code_point < 0x80)
    text.push_back(static_cast<char>(code_point));
  else
    detail::append_beyond_ascii(text, code_point);
}

}  // namespace attune::base
