#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "store/sqlite_log.h"

namespace attune::cli {

/// The store in the data folder `wish` (empty: `default_data()`). One process at a time has it:
/// where a server does, the `conflict` says what to do `instead`.
[[nodiscard]] base::Result<std::unique_ptr<store::SqliteLog>> open_store(
    const std::filesystem::path& wish, std::string_view instead);

}  // namespace attune::cli
