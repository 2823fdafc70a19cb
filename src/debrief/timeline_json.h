#pragma once

#include <optional>
#include <string>
#include <vector>

#include "debrief/expert_view.h"
#include "debrief/talk.h"
#include "language/card.h"

namespace attune::debrief {

/// `figures.timeline` as JSON (docs/formats/debrief.md): how both speakers' words read, what the
/// client felt, and what happened, turn by turn from the opening on.
[[nodiscard]] std::string timeline_json(const Talk& talk, const ExpertView& experts);

/// How a client's turn reads, and a supporter's, as in a point of it; "null" for none. Scores that
/// `experts` do not show are left out.
[[nodiscard]] std::string client_reading_json(const std::optional<conversation::Reading>& reading);
[[nodiscard]] std::string supporter_reading_json(
    const std::optional<conversation::Reading>& reading, const ExpertView& experts = {});

/// `figures.trust_in_scores` as JSON: how far each reading can be trusted.
[[nodiscard]] std::string trust_json(const std::vector<language::Card>& cards);

/// `nudges` as JSON: the remarks of the talk, with what the supporter said against them.
[[nodiscard]] std::string nudges_json(const Talk& talk);

}  // namespace attune::debrief
