#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attune::llm {

/// How long and how much an endpoint may take. docs/formats/llm.md gives the reasons.
struct Limits {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds first_token{30'000};  ///< of each request, from its sending
  std::chrono::milliseconds total{60'000};        ///< from `ask`, with all waiting and retries
  std::size_t answer = 64 * 1024;                 ///< bytes of text, thoughts included
  std::size_t concurrent = 128;                   ///< requests under way
  std::size_t queue = 256;                 ///< prompts that wait beside them; more are `busy`
  int retries = 2;                         ///< before the first token
  std::chrono::milliseconds backoff{500};  ///< longest pause before the first retry
  int failures = 5;                        ///< in a row, before the endpoint is left in peace
  std::chrono::milliseconds rest{15'000};  ///< how long it then is
};

/// One server that speaks the OpenAI chat format.
struct Endpoint {
  std::string name = "default";  ///< lower-case letters, digits, '_'
  std::string url;               ///< up to `/v1`, no '/' at the end
  std::string model;             ///< may be empty where a server has one model
  std::string key;               ///< a secret: nothing but the request's header may hold it
  /// Whether it takes `response_format` with a schema. When it answers 400 to it, the schema goes
  /// into the prompt instead.
  bool takes_schema = true;
  std::string tokens_field = "max_tokens";  ///< some hosted models want `max_completion_tokens`
  double prompt_price = 0;                  ///< per million tokens, any currency
  double completion_price = 0;
  Limits limits;
};

/// Sets one field from its text. `field` is as in docs/formats/llm.md, e.g. "total_seconds".
[[nodiscard]] base::Result<void> set(Endpoint& endpoint, std::string_view field,
                                     const std::string& text);

/// Whether all fields make sense together; the error names the field and what would.
[[nodiscard]] base::Result<void> check(const Endpoint& endpoint);

/// "host:port" of a checked endpoint, e.g. "127.0.0.1:8080".
[[nodiscard]] std::string host_of(const Endpoint& endpoint);

/// Whether it is this machine.
[[nodiscard]] bool is_loopback(const Endpoint& endpoint);

/// The checked endpoints in `ATTUNE_LLM_URL` ("default") and `ATTUNE_LLM_<NAME>_URL`, in the order
/// of names. Empty and other variables are ignored; an unknown one that begins so is an error.
[[nodiscard]] base::Result<std::vector<Endpoint>> read_endpoints(
    const std::map<std::string, std::string>& environment);

/// This process's variables.
[[nodiscard]] std::map<std::string, std::string> environment();

}  // namespace attune::llm
