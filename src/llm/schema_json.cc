#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "llm/schema.h"

namespace attune::llm {
namespace {

using base::Code;
using base::Result;
using Json = nlohmann::ordered_json;

constexpr int kDeepest = 32;

/// What is wrong, or nothing.
using Fault = std::optional<std::string>;

bool is_of(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  if (type == "integer")
    return value.is_number_integer() ||
           (value.is_number_float() && value.get<double>() == std::trunc(value.get<double>()));
  return true;
}

Fault check_type(const Json& value, const Json& schema, const std::string& where) {
  const auto type = schema.find("type");
  if (type == schema.end()) return {};
  std::string names;
  for (const Json& each : type->is_array() ? *type : Json::array({*type})) {
    if (!each.is_string() || is_of(value, each)) return {};
    names += (names.empty() ? "" : " or ") + each.get<std::string>();
  }
  return where + " must be of type " + names;
}

Fault check_length(const Json& value, const Json& schema, const std::string& where) {
  const bool text = value.is_string();
  if (!text && !value.is_array()) return {};
  const auto length =
      static_cast<double>(text ? base::length(value.get_ref<const std::string&>()) : value.size());
  const auto limit = [&](const char* key) {
    const auto found = schema.find(key);
    return found != schema.end() && found->is_number() ? std::optional(found->get<double>())
                                                       : std::nullopt;
  };
  const char* shortest = text ? "minLength" : "minItems";
  const char* longest = text ? "maxLength" : "maxItems";
  if (const auto least = limit(shortest); least && length < *least)
    return where + " is shorter than " + shortest;
  if (const auto most = limit(longest); most && length > *most)
    return where + " is longer than " + longest;
  return {};
}

Fault check_value(const Json& value, const Json& schema, const std::string& where, int depth);

Fault check_object(const Json& value, const Json& schema, const std::string& where, int depth) {
  if (!value.is_object()) return {};
  const auto within = [&](const std::string& key) {
    return depth == 0 ? "`" + key + "`" : where + "'s `" + key + "`";
  };
  if (const auto needed = schema.find("required"); needed != schema.end() && needed->is_array())
    for (const Json& key : *needed)
      if (key.is_string() && !value.contains(key.get_ref<const std::string&>()))
        return within(key) + " is missing";
  const auto properties = schema.find("properties");
  if (properties == schema.end() || !properties->is_object()) return {};
  for (const auto& [key, part] : properties->items()) {
    const auto found = value.find(key);
    if (found == value.end()) continue;
    if (auto fault = check_value(*found, part, within(key), depth + 1)) return fault;
  }
  return {};
}

Fault check_value(const Json& value, const Json& schema, const std::string& where, int depth) {
  if (!schema.is_object()) return {};
  if (depth > kDeepest) return where + " lies too deep";
  if (auto fault = check_type(value, schema, where)) return fault;
  const auto choices = schema.find("enum");
  if (choices != schema.end() && choices->is_array() &&
      std::ranges::find(*choices, value) == choices->end())
    return where + " must be one of " + choices->dump();
  if (auto fault = check_length(value, schema, where)) return fault;
  const auto items = schema.find("items");
  if (items != schema.end() && value.is_array())
    for (const Json& item : value)
      if (auto fault = check_value(item, *items, "an item of " + where, depth + 1)) return fault;
  return check_object(value, schema, where, depth);
}

/// Where the object that begins at `start` ends, one past its '}', or npos.
std::size_t end_of_object(std::string_view text, std::size_t start) {
  int open = 0;
  bool in_string = false;
  for (std::size_t at = start; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') ++open;
    if ((c == '}' || c == ']') && --open == 0) return at + 1;
  }
  return std::string_view::npos;
}

std::optional<Json> first_object(std::string_view text) {
  constexpr int kTries = 64;  // a text full of braces must not cost the square of its length
  std::size_t start = text.find('{');
  for (int i = 0; i < kTries && start != text.npos; ++i, start = text.find('{', start + 1)) {
    const std::size_t end = end_of_object(text, start);
    if (end == text.npos) continue;
    Json json = Json::parse(text.substr(start, end - start), nullptr, false);
    if (json.is_object()) return json;
  }
  return std::nullopt;
}

}  // namespace

bool is_schema(std::string_view schema) {
  const Json json = Json::parse(schema, nullptr, false);
  return json.is_object() && json.value("type", Json()) == "object";
}

Result<std::string> fit_to_schema(std::string_view text, std::string_view schema) {
  const auto object = first_object(text);
  if (!object) return base::fail(Code::invalid, "it holds no whole JSON object");
  if (auto fault = check_value(*object, Json::parse(schema, nullptr, false), "it", 0))
    return base::fail(Code::invalid, *fault);
  return object->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::llm
