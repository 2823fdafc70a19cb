#pragma once

#include <string_view>

#include "base/sheet.h"
#include "language/pattern.h"

namespace attune::protocol {

/// The phrases under a key of `map`, in the notation of `Pattern`, with contractions opened
/// ("can't" is "can not"). One that could never be found, or whose last word may be absent, is a
/// fault.
[[nodiscard]] language::Patterns phrases(base::yaml::Sheet& sheet, const base::yaml::Node& map,
                                         std::string_view key);

}  // namespace attune::protocol
