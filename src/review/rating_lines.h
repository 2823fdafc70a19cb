#pragma once

#include <string>
#include <string_view>

#include "review/rating.h"

/// Ratings as JSON lines, for programs that rate (docs/formats/review.md).
namespace attune::review {

/// {"talk","rater":{"id","kind","version"},"sheets","marks"}; `comment`, `seconds` and `at` may be
/// there. A line without `at` is of `now`. `invalid` never quotes the line.
[[nodiscard]] base::Result<Rating> rating_from_line(std::string_view line, base::Instant now);

/// One line without its end; `rating_from_line` reads it back.
[[nodiscard]] std::string to_line(const Rating& rating);

}  // namespace attune::review
