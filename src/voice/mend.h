#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "voice/typing.h"

namespace attune::voice {

/// A model's answer as this person would have typed it: without reasoning, quotation marks or the
/// own name around it, and with the capitals, dashes and full stops that they use. One bubble a
/// line, none blank.
[[nodiscard]] std::vector<std::string> mend(std::string_view answer, std::string_view name,
                                            const Typing& typing);

}  // namespace attune::voice
