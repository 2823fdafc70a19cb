#pragma once

#include <soci/soci.h>

#include "base/result.h"

namespace attune::store {

/// Brings the file to the newest schema, one numbered step after another, each in a transaction.
///
/// An empty file gets the whole schema. `unavailable` when the file belongs to another program or
/// was written by a newer version; it is then left as it was. May throw what the library throws.
[[nodiscard]] base::Result<void> migrate(soci::session& sql);

}  // namespace attune::store
