#pragma once

#include "base/result.h"
#include "llm/chat_model.h"
#include "llm/endpoint.h"

namespace attune::llm {

/// Every way in which a request comes to nothing.
enum class Trouble {
  offline,     ///< the program may not connect
  ledger,      ///< what would leave could not be listed
  queue_full,  ///< too much waits already
  resting,     ///< failed so often that it is left in peace
  refused,     ///< no connection
  insecure,    ///< its certificate does not prove who it is
  lost,        ///< the connection ended without an answer
  no_http,     ///< what came is no HTTP
  slow_first,  ///< no token in time
  slow_total,  ///< no end in time
  key,         ///< 401, 403
  no_such,     ///< 404: no such path or model
  moved,       ///< 3xx
  too_long,    ///< more than the model's context
  rejected,    ///< any other 4xx
  rate,        ///< 429
  no_credit,   ///< 429 that waiting does not mend
  broken,      ///< 408, 409, 5xx, or an error amid the stream
  malformed,   ///< no chat format
  cut,         ///< ended amid the answer
  endless,     ///< more text than allowed
  empty,       ///< no words
  declined,    ///< the provider's filter, or a refusal
  unfit,       ///< not in the form asked for
  closing      ///< the program ends
};

/// Whether another try may help, so long as no token has come.
[[nodiscard]] bool may_retry(Trouble trouble);

/// Whether it speaks against the endpoint's health.
[[nodiscard]] bool is_fault(Trouble trouble);

/// What a person is told, and may do about it. Names the endpoint and its host, nothing that it
/// sent: servers quote prompts and keys.
[[nodiscard]] Failure describe(Trouble trouble, const Endpoint& endpoint);

/// The trouble behind an HTTP status of 300 or more. `body` is searched for known errors only.
[[nodiscard]] Trouble trouble_of(long status, const std::string& body);

}  // namespace attune::llm
