#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "llm/wire.h"

namespace attune::llm {
namespace {

using Json = nlohmann::ordered_json;

const char* name(Role role) {
  switch (role) {
    case Role::system:
      return "system";
    case Role::user:
      return "user";
    case Role::assistant:
      return "assistant";
  }
  return "user";
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Some servers cut a letter in two between chunks, so a text that is no UTF-8 gets a second look.
Json parse(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() && !base::is_utf8(text))
    json = Json::parse(base::to_utf8(text), nullptr, false);
  return json;
}

/// The text under `key`, or "" when there is none.
std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  std::string text = found->get<std::string>();
  std::erase(text, '\0');
  return text;
}

int count_of(const Json& usage, const char* key) {
  const auto found = usage.find(key);
  if (found == usage.end() || !found->is_number()) return 0;
  return static_cast<int>(std::clamp(found->get<double>(), 0.0, 1e9));
}

Finish finish_of(const std::string& reason) {
  if (reason.empty()) return Finish::none;
  if (reason == "length") return Finish::length;
  return reason == "content_filter" ? Finish::declined : Finish::stop;
}

void read_choice(const Json& choice, Chunk& chunk) {
  if (!choice.is_object()) return;
  chunk.has_choice = true;
  chunk.finish = finish_of(text_of(choice, "finish_reason"));
  for (const char* key : {"delta", "message"}) {
    const auto words = choice.find(key);
    if (words == choice.end() || !words->is_object()) continue;
    chunk.text = text_of(*words, "content");
    chunk.thoughts =
        text_of(*words, "reasoning_content").size() + text_of(*words, "reasoning").size();
    if (!text_of(*words, "refusal").empty()) chunk.finish = Finish::declined;
  }
}

/// Puts the wish for JSON where every server reads it: into the first system message.
void add_wish(Json& messages, const std::string& schema) {
  const std::string wish =
      "Answer with one JSON object and nothing else, no code fence. It must fit this JSON "
      "schema:\n" +
      schema;
  if (!messages.empty() && messages[0]["role"] == "system")
    messages[0]["content"] = messages[0]["content"].get<std::string>() + "\n\n" + wish;
  else
    messages.insert(messages.begin(), Json{{"role", "system"}, {"content", wish}});
}

}  // namespace

std::string request_json(const Endpoint& endpoint, const Prompt& prompt, SchemaBy schema) {
  Json json;
  if (!endpoint.model.empty()) json["model"] = endpoint.model;
  Json messages = Json::array();
  for (const Message& message : prompt.messages)
    messages.push_back({{"role", name(message.role)}, {"content", message.text}});
  if (schema == SchemaBy::prompt) add_wish(messages, *prompt.json_schema);
  json["messages"] = std::move(messages);
  json[endpoint.tokens_field] = prompt.max_tokens;
  if (prompt.temperature) json["temperature"] = *prompt.temperature;
  if (prompt.seed) json["seed"] = *prompt.seed;
  json["stream"] = true;
  json["stream_options"] = {{"include_usage", true}};
  if (schema == SchemaBy::response_format)
    json["response_format"] = {{"type", "json_schema"},
                               {"json_schema",
                                {{"name", "answer"},
                                 {"strict", true},
                                 {"schema", Json::parse(*prompt.json_schema, nullptr, false)}}}};
  return dump(json);
}

std::string ask_again(const std::string& why) {
  return "That does not fit: " + why +
         ". Answer again with one JSON object that fits, and nothing else.";
}

std::optional<Chunk> read_chunk(std::string_view text) {
  const Json json = parse(text);
  if (!json.is_object()) return std::nullopt;
  Chunk chunk;
  const auto error = json.find("error");
  chunk.error = (error != json.end() && !error->is_null()) || text_of(json, "object") == "error";
  chunk.model = text_of(json, "model");
  const auto choices = json.find("choices");
  if (choices != json.end() && choices->is_array() && !choices->empty())
    read_choice(choices->front(), chunk);
  const auto usage = json.find("usage");
  if (usage != json.end() && usage->is_object()) {
    chunk.counted = true;
    chunk.prompt_tokens = count_of(*usage, "prompt_tokens");
    chunk.completion_tokens = count_of(*usage, "completion_tokens");
  }
  return chunk;
}

ServerError read_error(std::string_view body) {
  const Json json = parse(body);
  const auto error = json.is_object() ? json.find("error") : json.end();
  const Json& told = json.is_object() && error != json.end() ? *error : json;
  for (const char* key : {"code", "type"}) {
    const std::string code = text_of(told, key);
    if (code == "context_length_exceeded" || code == "exceed_context_size_error")
      return ServerError::too_long;
    if (code == "insufficient_quota") return ServerError::no_credit;
  }
  // There is no code for these: the first is vLLM's, the other llama.cpp's.
  const std::string message = text_of(told, "message");
  if (message.find("maximum context length") != std::string::npos) return ServerError::too_long;
  if (message.find("output that does not match the expected") != std::string::npos)
    return ServerError::unfit;
  return ServerError::other;
}

}  // namespace attune::llm
