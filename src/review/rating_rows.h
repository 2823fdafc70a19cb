#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace attune::review {

/// One rating as a file tells it, before anything is checked.
struct RatingRow {
  std::string place;  ///< "row 3", for messages
  std::string item, rater, value, conversation;
  std::string criterion;  ///< "" where the file has one only
};

/// Whether `text` is JSON lines rather than a table: it begins with an object.
[[nodiscard]] bool is_json_lines(const std::string& text);

/// An object a line, `{"id", "ratings": {criterion: [marks by rater]}}`; other fields are passed
/// over, and null is a missing mark. Raters are known by their place in the list. `invalid` names
/// the line.
[[nodiscard]] base::Result<std::vector<RatingRow>> rows_of_json_lines(const std::string& text);

}  // namespace attune::review
