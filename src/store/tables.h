#pragma once

#include <vector>

#include <soci/soci.h>

#include "conversation/event_log.h"

/// The tables as functions over one connection. They may throw what the library throws; callers run
/// them inside `guarded`, and those that write inside a transaction.
namespace attune::store {

inline constexpr int kSessionListVersion = 3;  ///< raise it when what the list says changes

/// Adds `events` to the log and to the session list; `conflict` when they do not follow on, and
/// then nothing was written.
[[nodiscard]] base::Result<void> add(soci::session& sql, const conversation::SessionId& session,
                                     const std::vector<conversation::Event>& events);

/// Takes the session out of every table; `not_found` if it is in none.
[[nodiscard]] base::Result<void> remove(soci::session& sql, const conversation::SessionId& session);

/// Takes the session's words out of the log and says so in it; nothing where that was done.
[[nodiscard]] base::Result<void> redact(soci::session& sql, const conversation::SessionId& session,
                                        base::Instant at);

[[nodiscard]] base::Result<std::vector<conversation::Event>> load(
    soci::session& sql, const conversation::SessionId& session, conversation::Sequence after);

[[nodiscard]] base::Result<std::vector<conversation::SessionSummary>> list(soci::session& sql);

/// Makes the session list anew from the log when it is of another version; one transaction.
[[nodiscard]] base::Result<void> refresh_list(soci::session& sql);

}  // namespace attune::store
