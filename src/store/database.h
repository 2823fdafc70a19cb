#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include <soci/soci.h>

#include "base/result.h"

/// What every connection to the file shares. Only files of this folder include it.
namespace attune::store {

/// Opens a connection with our settings; the file is made if it is missing.
[[nodiscard]] base::Result<std::unique_ptr<soci::session>> connect(
    const std::filesystem::path& file);

/// The exception now being handled as an Error. The library's own message is never passed on: it
/// quotes the statement's values.
[[nodiscard]] base::Error caught();

/// Runs `work`, which returns a Result, and turns what the library throws into an Error.
template <class Work>
auto guarded(std::string_view step, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (...) {
    return tl::unexpected<base::Error>(base::wrap(step, caught()));
  }
}

/// The one number that `query` asks for; 0 when there is no row.
[[nodiscard]] long long number(soci::session& sql, const char* query);

}  // namespace attune::store
