#pragma once

#include "conversation/event_log.h"
#include "server/who.h"

namespace attune::server {

/// What somebody wants of a talk: `own` is all that its supporter may do, `read` what lies in the
/// log and the debrief.
enum class Access { own, read };

/// Whether `who` gets that. Its supporter always does; supervisors read talks that have ended and
/// that were shared, or announced as read before they began. Whoever does not is to be told that
/// there is no such talk, not that it is somebody else's.
[[nodiscard]] bool may_open(const Who& who, Access access,
                            const conversation::SessionSummary& talk);

/// The talk's line of the list, from its log.
[[nodiscard]] conversation::SessionSummary summary(const conversation::SessionId& id,
                                                   const std::vector<conversation::Event>& events);

}  // namespace attune::server
