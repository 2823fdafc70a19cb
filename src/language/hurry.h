#pragma once

#include <string>
#include <string_view>

namespace attune::language {

/// A text as it might be typed in a hurry: in lower case, without apostrophes, some longer words
/// missing a letter or with two swapped. The same text always gives the same. Training rows are
/// read both ways, so that how somebody types weighs less than what they say.
[[nodiscard]] std::string hurried(std::string_view text);

}  // namespace attune::language
