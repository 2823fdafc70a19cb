#pragma once

#include "voice/compose.h"

namespace attune::voice {

/// Chosen lines as they are sent: placeholders filled, joined into at most three bubbles, each with
/// the time that typing it takes.
[[nodiscard]] Utterance render(const Composed& composed, const Script& script, const Brief& brief,
                               const TurnActs& heard);

/// Joins the shortest neighbors until no more than three bubbles are left.
void limit(std::vector<std::string>& bubbles);

/// How long each bubble takes to type in this state, 1,500 to 8,000 ms.
[[nodiscard]] std::vector<int> typing_times(const std::vector<std::string>& bubbles,
                                            const Brief& brief);

}  // namespace attune::voice
