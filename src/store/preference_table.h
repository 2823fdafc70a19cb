#pragma once

#include <string>

#include <soci/soci.h>

#include "conversation/preferences.h"

/// The table of preferences over one connection; see tables.h for what may be thrown.
namespace attune::store {

void put(soci::session& sql, const std::string& owner,
         const conversation::Preferences& preferences);

/// The defaults where nothing, or nothing that we know, stands.
[[nodiscard]] conversation::Preferences get(soci::session& sql, const std::string& owner);

}  // namespace attune::store
