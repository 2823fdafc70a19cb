#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "conversation/preferences.h"

namespace attune::server {

/// The body of `PUT /api/preferences`: all of it, strictly.
[[nodiscard]] base::Result<conversation::Preferences> read_preferences(std::string_view body);

[[nodiscard]] std::string preferences_json(const conversation::Preferences& preferences);

}  // namespace attune::server
