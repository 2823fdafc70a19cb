#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/agreement.h"

namespace attune::review {

/// Ratings of a file: a CSV table with the columns `item`, `rater` and `value`, one rating a row in
/// any order. An empty value is a missing one; `conversation`, where there, groups items that
/// belong together; other columns are passed over.
struct RatingsFile {
  stats::Ratings ratings;           ///< items and raters in the order of their first row
  std::vector<std::string> raters;  ///< names
  std::vector<std::string> labels;  ///< nominal: the values by their number, from 0
  std::vector<int> groups;          ///< of each item; empty without `conversation`
};

/// `invalid` names the row: two ratings of one item by one rater, a value that is no number on an
/// ordinal or interval level, an item in two conversations, fewer than two raters or items.
[[nodiscard]] base::Result<RatingsFile> read_ratings(const std::filesystem::path& file,
                                                     stats::Level level);

}  // namespace attune::review
