#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "review/shelf.h"

/// What each rater is given to do, blind and in an order of their own.
namespace attune::review {

/// One talk, or two side by side, for one rater.
struct Task {
  std::string id;  ///< tells nothing of what it is made of
  std::string batch;
  std::string title;     ///< "Talk 3": its place in the rater's own order
  std::string first;     ///< talk
  std::string second;    ///< of a pair, in the batch's order; else ""
  bool swapped = false;  ///< the second stands on the left

  [[nodiscard]] bool is_pair() const { return !second.empty(); }
  [[nodiscard]] const std::string& left() const { return swapped ? second : first; }
  [[nodiscard]] const std::string& right() const { return swapped ? first : second; }
};

/// All of a batch for one of its raters, in their order; the same at every call.
[[nodiscard]] std::vector<Task> tasks(const Batch& batch, const std::string& rater);

/// Those of every batch that are on the shelf. Nobody gets a talk of their own.
[[nodiscard]] std::vector<Task> queue(const Shelf& shelf, const std::string& rater);

/// Talks that the rater has yet to rate: what others said of them is none of their affair so far.
[[nodiscard]] std::set<std::string> yet_to_rate(const Shelf& shelf, const std::string& rater);

/// One of the rater's own; `not_found` for any other.
[[nodiscard]] base::Result<Task> find_task(const Shelf& shelf, const std::string& rater,
                                           const std::string& id);

}  // namespace attune::review
