#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/draft_json.h"
#include "client/case_rules.h"

namespace attune::cli {
namespace {

using Json = nlohmann::ordered_json;
using client::CaseDraft;

constexpr int kCues = 3, kTopics = 6, kFacts = 8;  // asked for at a time, at least
constexpr int kFirst = 2, kAgain = 1;              // hints of a cue: docs/formats/case.md
constexpr const char* kReview =
    "Drafted by a language model. Not yet reviewed by people from this background.";
constexpr const char* kSources =
    R"(  sources: ["… Author (year). Title. What you have read; a model makes them up.", "… Another."])";

/// The schema with every reference in its place, and of several forms the last: a model needs no
/// choice.
Json resolved(const Json& schema, const Json& all) {
  if (schema.is_array()) {
    Json list = Json::array();
    for (const Json& one : schema) list.push_back(resolved(one, all));
    return list;
  }
  if (!schema.is_object()) return schema;
  if (schema.contains("oneOf")) {
    Json last = resolved(schema["oneOf"].back(), all);
    if (schema.contains("description")) last["description"] = schema["description"];
    return last;
  }
  Json whole = Json::object();
  for (const auto& [key, value] : schema.items()) {
    if (key != "$ref") {
      whole[key] = resolved(value, all);
      continue;
    }
    const std::string path = value.get<std::string>().substr(1);
    const Json meant = resolved(all.at(Json::json_pointer(path)), all);
    for (const auto& [inner, part] : meant.items()) whole[inner] = part;
  }
  return whole;
}

Json object_of(Json properties) {
  Json required = Json::array();
  for (const auto& [key, value] : properties.items()) required.push_back(key);
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", std::move(properties)}};
}

Json list_of(Json items, int least) {
  return {{"type", "array"}, {"minItems", least}, {"items", std::move(items)}};
}

/// A line as models write it: always with an emotion, always as a list of bubbles.
Json spoken(const Json& all) {
  Json line = resolved(all["$defs"]["line"], all);
  line["type"] = "object";
  line["properties"]["text"] = {
      {"type", "array"}, {"minItems", 1}, {"maxItems", 3}, {"items", {{"type", "string"}}}};
  return line;
}

int least_of(const std::string& intent) {
  const auto rule = std::ranges::find(client::intent_rules(), intent, &client::IntentRule::name);
  return rule->least;
}

std::vector<std::string> keys_of(const Task& task) {
  if (task.kind == "feelings") return {"risk", "traits", "start"};
  if (task.kind != "head") return {task.kind};
  std::vector<std::string> keys{"age", "place", "pronouns", "card", "clinical"};
  if (task.name) keys.insert(keys.begin(), "name");
  return keys;
}

void drop(Json& object, const char* key) {
  object["properties"].erase(key);
  Json& required = object["required"];
  required.erase(std::ranges::find(required, key));
}

Json schema_of(const Task& task, const Json& all) {
  Json properties = Json::object();
  if (task.kind == "facts") return object_of({{"facts", list_of({{"type", "string"}}, kFacts)}});
  if (task.kind == "layer_lines")
    for (const char* intent : {"disclose", "stay"})
      properties[intent] = list_of(spoken(all), least_of(intent));
  if (task.kind == "lines")
    for (const std::string& intent : task.of)
      properties[intent] = list_of(spoken(all), least_of(intent));
  if (task.kind == "hints")
    for (const std::string& cue : task.of)
      properties[cue] = object_of(
          {{"first", list_of(spoken(all), kFirst)}, {"again", list_of(spoken(all), kAgain)}});
  if (!properties.empty()) return object_of(properties);
  for (const std::string& key : keys_of(task))
    properties[key] = resolved(all["properties"][key], all);
  if (properties.contains("card")) drop(properties["card"], "review");
  if (properties.contains("clinical")) drop(properties["clinical"], "sources");
  if (task.kind == "cues") properties["cues"]["minItems"] = kCues;
  if (task.kind == "topics") properties["topics"]["minItems"] = kTopics;
  return object_of(properties);
}

/// What the schema knows of a value, in its order; a text without words is left out.
Json known(const Json& value, const Json& schema) {
  if (value.is_array() && schema.contains("items")) {
    Json list = Json::array();
    for (const Json& one : value) list.push_back(known(one, schema["items"]));
    return list;
  }
  if (!value.is_object() || !schema.contains("properties")) return value;
  Json object = Json::object();
  for (const auto& [key, part] : schema["properties"].items())
    if (value.contains(key) && value[key] != "") object[key] = known(value[key], part);
  return object;
}

/// A value on one line, as YAML and people read it.
std::string flow(const Json& value) {
  std::string text;
  if (value.is_object()) {
    for (const auto& [key, part] : value.items())
      text += (text.empty() ? "" : ", ") + key + ": " + flow(part);
    return "{" + text + "}";
  }
  if (value.is_array()) {
    for (const Json& part : value) text += (text.empty() ? "" : ", ") + flow(part);
    return "[" + text + "]";
  }
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string entry(const Json& item) {
  std::string text;
  for (const auto& [key, part] : item.items())
    text += (text.empty() ? "  - " : "    ") + key + ": " + flow(part) + "\n";
  return text;
}

/// Lines of one intent; `beside` are the keys that tell what they belong to.
std::string lines(const std::string& intent, const Json& list, const std::string& beside = "") {
  std::string text;
  for (const Json& line : list) {
    const Json& bubbles = line["text"];
    text += "  - {intent: " + intent + ", emotion: " + line["emotion"].get<std::string>() + beside;
    if (line.contains("band")) text += ", band: " + line["band"].get<std::string>();
    text += ", text: " + flow(bubbles.size() == 1 ? bubbles[0] : bubbles) + "}\n";
  }
  return text;
}

CaseDraft::Piece key_piece(const std::string& key, const Json& value) {
  if (value.is_array()) {
    std::string entries;
    for (const Json& item : value) entries += entry(item);
    const bool some = key == "cues" || key == "topics";
    return {key, entries, some ? CaseDraft::Piece::Extent::some : CaseDraft::Piece::Extent::all};
  }
  if (!value.is_object()) return {key, key + ": " + flow(value) + "\n"};
  std::string text = key + ":\n";
  for (const auto& [name, part] : value.items()) text += "  " + name + ": " + flow(part) + "\n";
  if (key == "card") text += "  review: " + flow(kReview) + "\n";
  if (key == "clinical") text += std::string(kSources) + "\n";
  return {key, text};
}

}  // namespace

std::string piece_schema(const Task& task, const std::string& editors) {
  return schema_of(task, Json::parse(editors)).dump();
}

std::vector<CaseDraft::Piece> read_piece(const Task& task, std::string_view answer,
                                         const std::string& editors) {
  using Extent = CaseDraft::Piece::Extent;
  std::vector<CaseDraft::Piece> pieces;
  if (task.kind == "facts") return pieces;
  const Json object = known(Json::parse(answer), schema_of(task, Json::parse(editors)));
  for (const auto& [key, value] : object.items()) {
    if (task.kind == "lines") {
      pieces.push_back({"lines " + key, lines(key, value)});
    } else if (task.kind == "layer_lines") {
      pieces.push_back({"lines " + key, lines(key, value, ", layer: " + task.of[0]), Extent::some});
    } else if (task.kind == "hints") {
      const std::string cue = ", cue: " + key;
      pieces.push_back({"lines hint",
                        lines("hint", value["first"], cue) +
                            lines("hint", value["again"], cue + ", again: true"),
                        Extent::some});
    } else {
      pieces.push_back(key_piece(key, value));
    }
  }
  return pieces;
}

std::vector<std::string> texts_in(std::string_view answer) {
  std::vector<std::string> texts;
  const Json flat = Json::parse(answer).flatten();
  for (const auto& [place, value] : flat.items())
    if (value.is_string()) texts.push_back(value.get<std::string>());
  return texts;
}

}  // namespace attune::cli
