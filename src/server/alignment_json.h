#pragma once

#include <string_view>

#include "base/result.h"

namespace attune::server {

/// Of {"floor": 0.5}, 0 to 1.
[[nodiscard]] base::Result<double> read_floor(std::string_view body);

}  // namespace attune::server
