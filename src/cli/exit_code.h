#pragma once

#include "base/result.h"

namespace attune::cli {

/// The process's exit status for an error: 1 refused input, 2 used wrongly or not found, 3 the
/// machine.
[[nodiscard]] int exit_code(base::Code code);

}  // namespace attune::cli
