#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "conversation/turn.h"

namespace attune::corpus {

/// Who speaks under a name: "seeker", "Therapist", "user", ...; nothing for names that say neither.
[[nodiscard]] std::optional<conversation::Speaker> speaker_called(std::string_view name);

/// Under this name instructions stand, and nobody speaks: "system", "developer", "tool".
[[nodiscard]] bool is_nobody(std::string_view name);

/// The name in lower case, without spaces around it.
[[nodiscard]] std::string plain_name(std::string_view name);

/// Words as a turn may hold them: well-formed UTF-8, no control characters but '\n', no spaces
/// around them.
[[nodiscard]] std::string plain_words(std::string_view text);

}  // namespace attune::corpus
