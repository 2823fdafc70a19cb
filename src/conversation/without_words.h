#pragma once

#include <vector>

#include "conversation/event.h"

namespace attune::conversation {

/// The log with every word of a person or a voice taken out, and with it what would give words
/// away: where in a text something stood, which authored lines were used, how long they took to
/// type. Numbers, readings, states and cues stay, and what became of suggestions is written down
/// beforehand, so that a talk's figures are the same afterwards. Pure; a second time changes
/// nothing.
[[nodiscard]] std::vector<Event> without_words(std::vector<Event> events);

[[nodiscard]] inline bool is_erased(const Event& event) {
  return std::holds_alternative<Erased>(event.body);
}

}  // namespace attune::conversation
