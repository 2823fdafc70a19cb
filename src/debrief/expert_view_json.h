#pragma once

#include <optional>
#include <string>

#include "debrief/expert_view.h"

namespace attune::debrief {

/// `figures.trust_here` as JSON: how far scores are trusted at this service.
[[nodiscard]] std::string trust_here_json(const ExpertView& experts);

/// `experts_differ` of a reply, or of the whole talk, as JSON; "[]" where they do not.
[[nodiscard]] std::string differing_json(const ExpertView& experts,
                                         std::optional<conversation::TurnNumber> turn);

}  // namespace attune::debrief
