#pragma once

#include <optional>

#include "conversation/event.h"

namespace attune::conversation {

enum class Role { trainee, expert };

/// What of `event` may leave the server for a reader in `role`; nothing when it is hidden.
///
/// The one place that decides it. Before the end (`closed` false) a trainee gets what was said, how
/// those words read, the client's and their own, and their own acts: all that follows from words on
/// the screen. Never states, intents, cues, layers, seeds or case facts, nor what of a reading
/// judges: risk, change talk, empathy, concerns. After the end, everything.
[[nodiscard]] std::optional<Event> visible(const Event& event, Role role, bool closed);

}  // namespace attune::conversation
