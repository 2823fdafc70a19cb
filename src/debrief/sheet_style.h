#pragma once

#include <string_view>

namespace attune::debrief {

/// The style of a debrief's page: colors, type and space are those of web/src/look/tokens.css.
[[nodiscard]] std::string_view page_style();

}  // namespace attune::debrief
