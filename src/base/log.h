#pragma once

#include <string_view>

namespace attune::base {

/// One line on standard error with time and level. Never pass words from a conversation.
void log_info(std::string_view message);
void log_warning(std::string_view message);
void log_error(std::string_view message);

}  // namespace attune::base
