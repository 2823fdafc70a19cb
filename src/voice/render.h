#pragma once

#include "voice/compose.h"

namespace attune::voice {

/// Chosen lines as they are sent: placeholders filled, joined into at most three bubbles, each with
/// the time that typing it takes.
[[nodiscard]] Utterance render(const Composed& composed, const Script& script, const Brief& brief,
                               const TurnActs& heard);

}  // namespace attune::voice
