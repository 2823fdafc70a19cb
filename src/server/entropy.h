#pragma once

#include <cstdint>
#include <string>

namespace attune::server {

/// 128 bits from the system's source of chance, as 32 hex digits: not to be guessed.
[[nodiscard]] std::string fresh_id();

/// 53 bits from there: a session's seed, small enough for any reader of JSON to keep exactly.
[[nodiscard]] std::uint64_t fresh_seed();

}  // namespace attune::server
