#pragma once

#include <map>
#include <optional>
#include <string>

#include "review/ratings_file.h"
#include "review/shelf.h"

namespace attune::review {

/// Which ratings are held side by side.
struct Slice {
  std::string batch;       ///< "": all of them
  std::string instrument;  ///< with `what`, one of its items or codes
  std::string what;
  std::optional<RaterKind> kind;  ///< nothing: all people
};

/// The slice as a table for `agreement`: one line a talk, or a reply where the instrument speaks of
/// replies. A code is 1 where a rater marked it and 0 where one who was asked did not;
/// conversations are groups. `not_found` for an unknown batch, item or code, `invalid` for fewer
/// than two raters or lines.
struct Sliced {
  RatingsFile file;
  stats::Level level = stats::Level::nominal;  ///< of codes; ordinal of scales, interval of counts

  /// How a rater does on the talks whose answer is known: of `n` answers `same` are that one.
  struct Known {
    int n = 0, same = 0;
  };
  std::map<std::string, Known> gold;  ///< by rater
};
[[nodiscard]] base::Result<Sliced> slice(const Shelf& shelf,
                                         const std::map<std::string, Instrument>& instruments,
                                         const Slice& wish);

}  // namespace attune::review
