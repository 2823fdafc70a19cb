#pragma once

#include "review/reviews.h"
#include "review/shelf.h"

namespace attune::review {

/// Talks that were rated, or are in a batch, and may not be reviewed any more: deleted, words
/// erased, consent taken back.
[[nodiscard]] std::set<std::string> withdrawn(const Shelf& shelf);

/// Takes away what raters wrote about those, if anything is there still; their figures stay. To be
/// called when a talk is deleted, its words are erased or its owner's terms change. Gives how many
/// talks were concerned, 0 where nothing was left to take away.
[[nodiscard]] base::Result<std::size_t> forget_withdrawn(Reviews& reviews, const Shelf& shelf);

}  // namespace attune::review
