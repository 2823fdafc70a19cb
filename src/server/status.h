#pragma once

#include "base/result.h"
#include "server/http.h"

namespace attune::server {

/// The HTTP status of every way to fail; the one place that says so.
[[nodiscard]] int status(base::Code code);

/// What is said where a queue is full.
[[nodiscard]] base::Error busy();

/// `{"error":{"code","message"}}` with its status.
[[nodiscard]] Response refusal(const base::Error& error);

}  // namespace attune::server
