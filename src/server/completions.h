#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "conversation/turn.h"
#include "server/site.h"
#include "session/stateless.h"

/// Clients as models, for whatever speaks the OpenAI chat format: docs/formats/completions.md.
namespace attune::server {

void list_client_models(Site& site, const Request& request, const std::string& id,
                        const Answer& answer);
void complete_chat(Site& site, const Request& request, const std::string& id, const Answer& answer);

/// What a chat completion asks for.
struct Completion {
  std::string case_id;
  std::vector<conversation::Turn> talk;  ///< alternates; the supporter's last, or empty
  std::uint64_t seed = 0;
  bool stream = false;
  bool usage = false;  ///< a stream ends with the counts
};
[[nodiscard]] base::Result<Completion> read_completion(std::string_view body);

/// The reply as one JSON object, or as server-sent events.
[[nodiscard]] std::string completion_json(const Completion& asked, const session::Reply& reply);
[[nodiscard]] std::string completion_stream(const Completion& asked, const session::Reply& reply);

[[nodiscard]] std::string client_models_json(const std::vector<std::string>& case_ids);

/// An error in the shape that such programs expect.
[[nodiscard]] Response completion_refusal(const base::Error& error);

}  // namespace attune::server
