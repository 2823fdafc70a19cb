#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/agreement.h"

namespace attune::review {

/// Ratings of one criterion, or of all that a file has.
struct RatingsFile {
  stats::Ratings ratings;           ///< items and raters in the order of their first row
  std::vector<std::string> raters;  ///< names
  std::vector<std::string> labels;  ///< nominal: the values by their number, from 0
  std::vector<int> groups;          ///< of each item; empty without conversations
  std::string criterion;            ///< "" where the file has one only, or for all together
};

/// Reads a CSV table with the columns `item`, `rater` and `value`, one rating a row in any order;
/// `conversation`, where there, groups items that belong together, and other columns are passed
/// over. Or JSON lines, an object for each conversation: `{"id", "ratings": {criterion: [marks by
/// rater]}}` (docs/formats/agreement.md).
///
/// Gives one for a table; of JSON lines one for each criterion, and last all of them, in which an
/// item is a criterion of a conversation. A value that is empty or equals `absent` is missing.
/// `invalid` names the row: two ratings of one item by one rater, a value that is no number on an
/// ordinal or interval level, an item in two conversations, fewer than two raters or items.
[[nodiscard]] base::Result<std::vector<RatingsFile>> read_ratings(const std::filesystem::path& file,
                                                                  stats::Level level,
                                                                  const std::string& absent = "");

}  // namespace attune::review
