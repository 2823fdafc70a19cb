#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace attune::llm {

/// Whether a text can serve as `Prompt::json_schema`: JSON, an object, of type "object".
[[nodiscard]] bool is_schema(std::string_view schema);

/// The first balanced JSON object in `text`, out of prose and code fences, written compactly, if it
/// fits `schema`; known are type, properties, required, enum, items, minItems, maxItems, minLength
/// and maxLength (code points), and all else passes.
///
/// An error says what is wrong and where, in names that the schema holds: "`mood` is missing". It
/// quotes nothing of the text.
[[nodiscard]] base::Result<std::string> fit_to_schema(std::string_view text,
                                                      std::string_view schema);

}  // namespace attune::llm
