#pragma once

#include <string_view>
#include <vector>

#include "language/word_table.h"

namespace attune::language {

/// What a list of words or phrases holds: "typed=meant" parted by bars or line ends. Views of
/// `list`, which must outlive them.
[[nodiscard]] std::vector<WordTable::Entry> entries(std::string_view list);

/// The words of `standard` that are no names even with a capital.
[[nodiscard]] std::string_view no_names();

/// The phrases of `mend_phrases`: the first half by the alphabet, and the rest.
[[nodiscard]] std::string_view phrases_to_i();
[[nodiscard]] std::string_view phrases_from_i();

}  // namespace attune::language
