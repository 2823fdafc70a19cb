#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace attune::conversation {

using SessionId = base::Id<struct SessionTag>;

enum class Speaker { client, supporter };

/// "client" or "supporter".
[[nodiscard]] std::string_view name(Speaker speaker);
[[nodiscard]] std::optional<Speaker> speaker(std::string_view name);

/// What one speaker said before the other spoke. Never changes once said.
/// `text` is UTF-8; a client's bubbles are separated by '\n'.
struct Turn {
  Speaker speaker = Speaker::client;
  std::string text;
};

}  // namespace attune::conversation
