#pragma once

#include "review/shelf.h"
#include "server/routes.h"

/// The review of talks over HTTP (docs/formats/api.md).
namespace attune::server {

[[nodiscard]] std::vector<Route> review_routes();

/// What may be reviewed now. What raters wrote about talks that may not be any more is erased
/// first. Reads and may write the disk.
[[nodiscard]] base::Result<review::Shelf> look_at_shelf(const Services& services);

/// The same on a worker, for its erasing alone: after a talk was deleted or its terms changed.
void tidy_reviews(Site& site);

/// Whoever asks, as a rater. In local mode the one person is "me", and rates as an expert.
[[nodiscard]] review::Rater rater_of(const Who& who);

/// Somebody who may be given talks to rate.
struct Colleague {
  std::string id, name;
  review::RaterKind group = review::RaterKind::expert;
};
[[nodiscard]] base::Result<std::vector<Colleague>> colleagues(const Services& services);

}  // namespace attune::server
