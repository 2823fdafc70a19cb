#pragma once

#include <vector>

#include "server/routes.h"

/// The misalignment map and the trust in scores over HTTP (docs/formats/api.md).
namespace attune::server {

[[nodiscard]] std::vector<Route> alignment_routes();

}  // namespace attune::server
