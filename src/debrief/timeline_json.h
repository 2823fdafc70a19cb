#pragma once

#include <string>

#include "debrief/talk.h"

namespace attune::debrief {

/// `figures.timeline` as JSON (docs/formats/debrief.md): how both speakers' words read, what the
/// client felt, and what happened, turn by turn from the opening on.
[[nodiscard]] std::string timeline_json(const Talk& talk);

/// `nudges` as JSON: the remarks of the talk, with what the supporter said against them.
[[nodiscard]] std::string nudges_json(const Talk& talk);

}  // namespace attune::debrief
