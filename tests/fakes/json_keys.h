#pragma once

#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace attune::fakes {

/// Every key of `json` and of all that it holds, but in suggestions: their cues are the client's
/// own words, as they stand on the screen.
inline void collect_keys(const nlohmann::json& json, std::set<std::string>& keys) {
  if (json.is_object() && json.value("type", "") == "suggested") return;
  if (json.is_object())
    for (const auto& [key, value] : json.items()) keys.insert(key);
  for (const nlohmann::json& part : json)
    if (part.is_structured()) collect_keys(part, keys);
}

inline std::set<std::string> json_keys(std::string_view text) {
  std::set<std::string> keys;
  collect_keys(nlohmann::json::parse(text), keys);
  return keys;
}

}  // namespace attune::fakes
