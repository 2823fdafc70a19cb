#pragma once

#include <soci/soci.h>

#include "conversation/preferences.h"

/// The table of preferences over one connection; see tables.h for what may be thrown.
namespace attune::store {

void put(soci::session& sql, const conversation::Preferences& preferences);

/// The defaults where nothing, or nothing that we know, stands.
[[nodiscard]] conversation::Preferences get(soci::session& sql);

}  // namespace attune::store
