#pragma once

#include <string_view>
#include <vector>

#include "coach/phrases.h"

namespace attune::coach {

/// The feelings of the table that the client named as their own, latest first, as pointers into
/// `feelings`; none for a word that is negated, or told of someone else.
[[nodiscard]] std::vector<const Feeling*> feelings_said(std::string_view said,
                                                        const std::vector<Feeling>& feelings);

/// Whether a feeling of the table is named at all: denied, or somebody else's, too.
[[nodiscard]] bool names_feeling(std::string_view said, const std::vector<Feeling>& feelings);

}  // namespace attune::coach
