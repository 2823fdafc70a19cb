#include <nlohmann/json.hpp>

#include "base/draw.h"
#include "base/utf8.h"
#include "server/completions.h"
#include "server/status.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::Speaker;
using conversation::Turn;
using Json = nlohmann::ordered_json;

constexpr std::string_view kModel = "client:";
constexpr const char* kNotice =
    "Said by a simulated client, for practice and research. Not a person; not for care.";

tl::unexpected<base::Error> invalid(const std::string& why) {
  return base::fail(Code::invalid, why);
}

/// A message's words: a string, or a list of parts of which the texts count.
Result<std::string> content_of(const Json& message) {
  const auto content = message.find("content");
  if (content == message.end() || content->is_null()) return std::string();
  if (content->is_string()) return content->get<std::string>();
  if (!content->is_array()) return invalid("`content` is neither a string nor a list of parts");
  std::string text;
  for (const Json& part : *content) {
    if (!part.is_object() || part.value("type", "") != "text")
      return invalid("a part of `content` is not text; clients read text alone");
    text += part.value("text", "");
  }
  return text;
}

/// Takes one message in. Equal speakers in a row make one turn.
Result<void> add(const Json& message, std::vector<Turn>& talk) {
  if (!message.is_object() || !message.contains("role") || !message["role"].is_string())
    return invalid("a message has no `role`");
  const std::string role = message["role"];
  if (role == "system" || role == "developer") return {};
  if (role != "user" && role != "assistant")
    return invalid("a message's `role` is neither system, user nor assistant");
  auto text = content_of(message);
  if (!text) return tl::unexpected(text.error());
  const Speaker speaker = role == "user" ? Speaker::supporter : Speaker::client;
  std::erase(*text, '\0');
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) *text = "...";
  if (base::length(*text) > session::kLongestMessage)
    return base::fail(Code::too_large, "a message is longer than 8,000 characters");
  if (!talk.empty() && talk.back().speaker == speaker)
    talk.back().text += "\n" + *text;
  else
    talk.push_back({speaker, *std::move(text)});
  return {};
}

Result<Completion> read(const Json& json) {
  Completion asked;
  const std::string model = json.value("model", "");
  if (!model.starts_with(kModel)) return invalid("`model` is \"client:\" and a client's id");
  asked.case_id = model.substr(kModel.size());
  const auto messages = json.find("messages");
  if (messages == json.end() || !messages->is_array()) return invalid("`messages` is not a list");
  for (const Json& message : *messages)
    if (auto added = add(message, asked.talk); !added) return tl::unexpected(added.error());
  if (!asked.talk.empty() && asked.talk.back().speaker == Speaker::client)
    return invalid("the last message must be the user's: there is nothing to reply to");
  if (const auto seed = json.find("seed"); seed != json.end() && !seed->is_null()) {
    if (!seed->is_number_integer()) return invalid("`seed` is not a whole number");
    asked.seed = static_cast<std::uint64_t>(seed->get<std::int64_t>());
  }
  if (json.value("n", 1) != 1) return invalid("`n` must be 1: equal seeds give equal words");
  asked.stream = json.value("stream", false);
  const auto options = json.find("stream_options");
  asked.usage =
      options != json.end() && options->is_object() && options->value("include_usage", false);
  return asked;
}

// Words stand in for tokens: nothing is billed by them.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    count += inside || blank ? 0 : 1;
    inside = !blank;
  }
  return count;
}

Json usage(const Completion& asked, const session::Reply& reply) {
  std::size_t prompt = 0;
  for (const Turn& turn : asked.talk) prompt += count_words(turn.text);
  const std::size_t words = count_words(reply.text);
  return {
      {"prompt_tokens", prompt}, {"completion_tokens", words}, {"total_tokens", prompt + words}};
}

/// What stands in every object of one reply.
Json head(const Completion& asked, const session::Reply& reply, const char* object) {
  std::string all = asked.case_id + std::to_string(asked.seed);
  for (const Turn& turn : asked.talk) all += turn.text;
  return {{"id", "chatcmpl-" + std::to_string(base::hash(all))},
          {"object", object},
          {"created", 0},
          {"model", std::string(kModel) + asked.case_id},
          {"metadata", {{"simulated", true}, {"notice", kNotice}, {"closed", reply.closed}}}};
}

std::string event(const Json& json) {
  return "data: " + json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n\n";
}

}  // namespace

Result<Completion> read_completion(std::string_view body) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return invalid("the body is not a JSON object");
  try {
    return read(json);
  } catch (const Json::exception&) {
    // The library's message may quote the text, so it is not passed on.
    return invalid("a field has the wrong type; see docs/formats/completions.md");
  }
}

std::string completion_json(const Completion& asked, const session::Reply& reply) {
  Json json = head(asked, reply, "chat.completion");
  json["choices"] = Json::array({{{"index", 0},
                                  {"message", {{"role", "assistant"}, {"content", reply.text}}},
                                  {"finish_reason", "stop"}}});
  json["usage"] = usage(asked, reply);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string completion_stream(const Completion& asked, const session::Reply& reply) {
  std::string stream;
  const auto add = [&](const Json& delta, const Json& finish) {
    Json chunk = head(asked, reply, "chat.completion.chunk");
    chunk["choices"] = Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", finish}}});
    stream += event(chunk);
  };
  add({{"role", "assistant"}, {"content", ""}}, nullptr);
  for (std::size_t at = 0; at < reply.text.size();) {  // a bubble at a time
    const std::size_t end = std::min(reply.text.find('\n', at), reply.text.size() - 1) + 1;
    add({{"content", reply.text.substr(at, end - at)}}, nullptr);
    at = end;
  }
  add(Json::object(), "stop");
  if (asked.usage) {
    Json chunk = head(asked, reply, "chat.completion.chunk");
    chunk["choices"] = Json::array();
    chunk["usage"] = usage(asked, reply);
    stream += event(chunk);
  }
  return stream + "data: [DONE]\n\n";
}

std::string client_models_json(const std::vector<std::string>& case_ids) {
  Json data = Json::array();
  for (const std::string& id : case_ids)
    data.push_back({{"id", std::string(kModel) + id},
                    {"object", "model"},
                    {"created", 0},
                    {"owned_by", "attune"}});
  return Json{{"object", "list"}, {"data", data}}.dump();
}

Response completion_refusal(const base::Error& error) {
  const int code = status(error.code);
  const Json json{{"error",
                   {{"message", error.message},
                    {"type", code < 500 ? "invalid_request_error" : "server_error"},
                    {"param", nullptr},
                    {"code", base::name(error.code)}}}};
  return {.status = code, .body = json.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace attune::server
