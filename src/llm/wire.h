#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "llm/chat_model.h"
#include "llm/endpoint.h"

/// The OpenAI chat format, as llama.cpp, vLLM, Ollama and hosted providers speak it.
namespace attune::llm {

/// How the server learns of a schema.
enum class SchemaBy { none, response_format, prompt };

/// The body of `POST /chat/completions`, streamed.
[[nodiscard]] std::string request_json(const Endpoint& endpoint, const Prompt& prompt,
                                       SchemaBy schema);

/// What is said to a model whose answer did not fit: `why` is one of check_schema's.
[[nodiscard]] std::string ask_again(const std::string& why);

enum class Finish { none, stop, length, declined };

/// One event of a stream, or a whole answer: both have `choices`, with `delta` or `message`.
struct Chunk {
  std::string text;
  std::size_t thoughts = 0;  ///< bytes of thinking, which is not part of the answer
  std::string model;
  Finish finish = Finish::none;
  bool counted = false;  ///< whether it tells the tokens
  int prompt_tokens = 0, completion_tokens = 0;
  bool has_choice = false;
  bool error = false;  ///< is an error's report
};

/// Nothing when it is not of the format. Unknown fields are ignored.
[[nodiscard]] std::optional<Chunk> read_chunk(std::string_view json);

/// Errors that servers make known. Nothing of their messages is passed on: they quote prompts.
enum class ServerError {
  other,
  too_long,
  no_credit,
  unfit,  ///< what the model said, and the server has sent, is not in the form asked for
};
[[nodiscard]] ServerError read_error(std::string_view body);

}  // namespace attune::llm
