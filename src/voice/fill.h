#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace attune::voice {

using Values = std::map<std::string, std::string, std::less<>>;

/// Fills {name} by value. A paragraph (up to a blank line) that holds an empty value is left out
/// whole; braces around what has no value stay.
[[nodiscard]] std::string fill(std::string_view text, const Values& values);

}  // namespace attune::voice
