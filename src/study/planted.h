#pragma once

#include "study/demo.h"

namespace attune::study {

/// For how many replies from the one that passed a cue a mark still counts as being about it; as
/// the map has it.
inline constexpr int kCueWindow = 3;

/// Whether a cue stayed missed, and there was a reply that could have taken it up.
[[nodiscard]] bool is_passed(const review::Planted& cue, const PlantedTalk& talk);

/// Every figure that the example planted, from its talks, raters and `beneath`.
[[nodiscard]] std::vector<PlantedFigure> planted_figures(const Demo& demo);

}  // namespace attune::study
