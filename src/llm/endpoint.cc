#include "llm/endpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include <unistd.h>

#include <curl/curl.h>

namespace attune::llm {
namespace {

using base::Code;
using base::Result;

constexpr std::string_view kPrefix = "ATTUNE_LLM_";

tl::unexpected<base::Error> invalid(const Endpoint& endpoint, const std::string& why) {
  return base::fail(Code::invalid, "language model '" + endpoint.name + "': " + why);
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end || value < 0 || value > 1e9) return std::nullopt;
  return value;
}

std::optional<std::chrono::milliseconds> seconds(const std::string& text) {
  const auto value = number(text);
  if (!value || *value < 0.001 || *value > 86'400) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(*value * 1000));
}

template <class Whole>
std::optional<Whole> whole(const std::string& text) {
  const auto value = number(text);
  if (!value || *value > 1e6 || *value != static_cast<double>(static_cast<Whole>(*value)))
    return std::nullopt;
  return static_cast<Whole>(*value);
}

template <class Value>
bool put(Value& field, const std::optional<Value>& value) {
  if (value) field = *value;
  return value.has_value();
}

struct Field {
  std::string_view name;
  std::string_view wants;  ///< how an error describes what belongs here
  std::function<bool(Endpoint&, const std::string&)> set;
};

constexpr std::string_view kSeconds = "a number of seconds, above 0 and at most 86400";
constexpr std::string_view kCount = "a whole number, at most 1000000";

Field text_field(std::string_view name, std::string Endpoint::*field) {
  return {name, "a text", [field](Endpoint& at, const std::string& text) {
            at.*field = text;
            return true;
          }};
}

Field price_field(std::string_view name, double Endpoint::*field) {
  return {name, "a price per million tokens, such as 0.15",
          [field](Endpoint& at, const std::string& text) { return put(at.*field, number(text)); }};
}

Field time_field(std::string_view name, std::chrono::milliseconds Limits::*field) {
  return {name, kSeconds, [field](Endpoint& at, const std::string& text) {
            return put(at.limits.*field, seconds(text));
          }};
}

template <class Whole>
Field count_field(std::string_view name, Whole Limits::*field) {
  return {name, kCount, [field](Endpoint& at, const std::string& text) {
            return put(at.limits.*field, whole<Whole>(text));
          }};
}

const std::vector<Field>& fields() {
  static const std::vector<Field> all{
      text_field("url", &Endpoint::url),
      text_field("model", &Endpoint::model),
      text_field("key", &Endpoint::key),
      text_field("tokens_field", &Endpoint::tokens_field),
      {"takes_schema", "\"yes\" or \"no\"",
       [](Endpoint& at, const std::string& text) {
         at.takes_schema = text == "yes";
         return text == "yes" || text == "no";
       }},
      price_field("prompt_price", &Endpoint::prompt_price),
      price_field("completion_price", &Endpoint::completion_price),
      time_field("connect_seconds", &Limits::connect),
      time_field("first_token_seconds", &Limits::first_token),
      time_field("total_seconds", &Limits::total),
      count_field("answer_bytes", &Limits::answer),
      count_field("concurrent", &Limits::concurrent),
      count_field("queue", &Limits::queue),
      count_field("retries", &Limits::retries),
      time_field("backoff_seconds", &Limits::backoff),
      count_field("failures", &Limits::failures),
      time_field("rest_seconds", &Limits::rest),
  };
  return all;
}

/// One part of an address, or nothing when it has none or is no address.
std::optional<std::string> part(const std::string& url, CURLUPart which, unsigned flags = 0) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return std::nullopt;
  char* text = nullptr;
  if (curl_url_get(parsed.get(), which, &text, flags) != CURLUE_OK) return std::nullopt;
  std::string found = text;
  curl_free(text);
  return found;
}

Result<void> check_url(const Endpoint& endpoint) {
  // The address is not quoted: a key may have been put into it.
  const std::string like = "an address such as http://127.0.0.1:8080/v1";
  if (endpoint.url.empty()) return invalid(endpoint, "`url` is missing; it wants " + like);
  const auto scheme = part(endpoint.url, CURLUPART_SCHEME);
  if (!scheme || (*scheme != "http" && *scheme != "https") || !part(endpoint.url, CURLUPART_HOST))
    return invalid(endpoint, "`url` is no http or https address; it wants " + like);
  if (part(endpoint.url, CURLUPART_USER) || part(endpoint.url, CURLUPART_PASSWORD))
    return invalid(endpoint, "`url` holds a user or a password; put the secret into `key`");
  if (part(endpoint.url, CURLUPART_QUERY) || part(endpoint.url, CURLUPART_FRAGMENT))
    return invalid(endpoint, "`url` goes on with '?' or '#'; it wants " + like);
  if (part(endpoint.url, CURLUPART_PATH) == "/")
    return invalid(endpoint, "`url` ends at the host; most servers want \"/v1\" behind it");
  if (endpoint.url.ends_with("/") || endpoint.url.ends_with("/completions"))
    return invalid(endpoint, "`url` goes too far; it ends before \"/chat/completions\"");
  return {};
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 40 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos;
}

}  // namespace

Result<void> set(Endpoint& endpoint, std::string_view field, const std::string& text) {
  const auto found =
      std::ranges::find_if(fields(), [&](const Field& known) { return known.name == field; });
  if (found == fields().end())
    return invalid(endpoint, "there is no setting `" + std::string(field) +
                                 "`; docs/formats/llm.md lists them");
  if (!found->set(endpoint, text))
    return invalid(endpoint, "`" + std::string(field) + "` wants " + std::string(found->wants));
  return {};
}

Result<void> check(const Endpoint& endpoint) {
  if (!is_name(endpoint.name))
    return base::fail(Code::invalid,
                      "a language model's name is 1 to 40 lower-case letters, digits and '_'");
  if (auto fit = check_url(endpoint); !fit) return fit;
  const auto printable = [](char c) { return c > ' ' && c < '\x7f'; };
  if (!std::ranges::all_of(endpoint.key, printable))
    return invalid(endpoint, "`key` holds a blank or a character that no key holds");
  if (endpoint.tokens_field != "max_tokens" && endpoint.tokens_field != "max_completion_tokens")
    return invalid(endpoint, "`tokens_field` wants \"max_tokens\" or \"max_completion_tokens\"");
  if (endpoint.limits.concurrent < 1 || endpoint.limits.failures < 1 || endpoint.limits.answer < 1)
    return invalid(endpoint, "`concurrent`, `failures` and `answer_bytes` are at least 1");
  if (endpoint.limits.retries < 0 || endpoint.limits.retries > 2)
    return invalid(endpoint, "`retries` is 0, 1 or 2");
  return {};
}

std::string host_of(const Endpoint& endpoint) {
  return part(endpoint.url, CURLUPART_HOST).value_or("") + ":" +
         part(endpoint.url, CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or("");
}

bool is_loopback(const Endpoint& endpoint) {
  const std::string host = part(endpoint.url, CURLUPART_HOST).value_or("");
  return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

Result<std::vector<Endpoint>> read_endpoints(
    const std::map<std::string, std::string>& environment) {
  std::map<std::string, Endpoint> found;
  std::map<std::string, std::string> variables;  // of each, without the setting
  for (const auto& [variable, text] : environment) {
    if (!variable.starts_with(kPrefix) || text.empty()) continue;
    std::string rest = variable.substr(kPrefix.size());
    std::ranges::transform(rest, rest.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const Field* field = nullptr;
    for (const Field& known : fields()) {
      const bool fits = rest == known.name || rest.ends_with("_" + std::string(known.name));
      if (fits && (field == nullptr || known.name.size() > field->name.size())) field = &known;
    }
    if (field == nullptr)
      return base::fail(Code::invalid, "the variable " + variable +
                                           " ends in no known setting; docs/formats/llm.md "
                                           "lists them");
    const bool unnamed = rest == field->name;
    const std::string name =
        unnamed ? "default" : rest.substr(0, rest.size() - field->name.size() - 1);
    Endpoint& endpoint = found[name];
    endpoint.name = name;
    variables[name] = variable.substr(0, variable.size() - field->name.size());
    if (auto done = set(endpoint, field->name, text); !done)
      return tl::unexpected(base::wrap("reading " + variable, done.error()));
  }
  std::vector<Endpoint> endpoints;
  for (auto& [name, endpoint] : found) {
    if (auto fit = check(endpoint); !fit)
      return tl::unexpected(base::wrap("reading " + variables[name] + "*", fit.error()));
    endpoints.push_back(std::move(endpoint));
  }
  return endpoints;
}

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
    const std::string_view line = *at;
    const std::size_t equals = line.find('=');
    if (equals != line.npos) variables.emplace(line.substr(0, equals), line.substr(equals + 1));
  }
  return variables;
}

}  // namespace attune::llm
