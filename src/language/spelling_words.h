#pragma once

#include <string_view>
#include <vector>

#include "language/word_table.h"

namespace attune::language {

/// What a list of words or phrases holds: "typed=meant" parted by bars or line ends. Views of
/// `list`, which must outlive them.
[[nodiscard]] std::vector<WordTable::Entry> entries(std::string_view list);

/// What people say they are: "angry", "worried".
inline constexpr std::string_view kFelt =
    "afraid alone angry annoyed anxious ashamed confused depressed desperate disappointed "
    "embarrassed excited exhausted fed furious glad guilty happy helpless jealous lonely mad "
    "nervous numb overwhelmed proud relieved sad scared shocked sick stressed tense tired "
    "touched trapped upset useless worried";

/// The words of `standard` that are no names even with a capital.
[[nodiscard]] std::string_view no_names();

/// The phrases of `mend_phrases`: the first half by the alphabet, and the rest.
[[nodiscard]] std::string_view phrases_to_i();
[[nodiscard]] std::string_view phrases_from_i();

}  // namespace attune::language
