#pragma once

#include <string>
#include <string_view>

#include "conversation/reading.h"
#include "language/reader.h"

namespace attune::language {

/// Longest text that `read_line` reads, in bytes.
inline constexpr std::size_t kLongestText = 1'048'576;

/// Answers one line of `attune read` (docs/formats/reading.md): a turn with what came before it, as
/// one JSON object, to its reading as another. Both without a line end.
///
/// A line that is no such object gives {"line":n,"error":"..."}, n being `line_number`; the error
/// never quotes the text.
[[nodiscard]] std::string read_line(const Reader& reader, std::string_view json_line,
                                    int line_number);

/// A reading's fields as they stand in that answer, without the braces around them.
[[nodiscard]] std::string reading_json(const conversation::Reading& reading);

}  // namespace attune::language
