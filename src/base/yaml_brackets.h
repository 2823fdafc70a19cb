#pragma once

#include <string_view>

#include "base/yaml_part.h"

namespace attune::base::yaml {

/// The list or map in brackets that begins at `mark`, in `line`, and ends with it; null where it is
/// not of the simplest kind: texts in double quotes without escapes and single words, all in ASCII,
/// nested four deep at most.
[[nodiscard]] const Part* read_brackets(Memory& memory, std::string_view line, Mark mark);

}  // namespace attune::base::yaml
