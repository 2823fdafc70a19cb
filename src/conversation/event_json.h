#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "conversation/event.h"

namespace attune::conversation {

/// One JSON object without line breaks, as docs/formats/event.md says. Numbers carry at most four
/// decimals; keys stand in a fixed order, so equal events give equal bytes.
[[nodiscard]] std::string to_json(const Event& event);

/// Reads what `to_json` wrote, of this version or an older one. Unknown fields are ignored, an
/// unknown type is `invalid`.
[[nodiscard]] base::Result<Event> event_from_json(std::string_view json);

/// The reading alone, as it stands in a `read` event.
[[nodiscard]] std::string to_json(const Reading& reading);

}  // namespace attune::conversation
