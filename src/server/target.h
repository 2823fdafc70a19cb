#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace attune::server {

/// The target of a request line, taken apart and percent-decoded.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};

/// Nothing for a target that does not begin with '/', or that is ill-formed, not UTF-8, or holds a
/// NUL.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace attune::server
