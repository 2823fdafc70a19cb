#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <optional>

#include "llm/line.h"
#include "llm/models.h"
#include "llm/reply.h"
#include "llm/transfers.h"

namespace attune::llm {

using Time = std::chrono::steady_clock::time_point;

/// One endpoint as the loop sees it.
struct Lane {
  explicit Lane(Endpoint settings);

  const Endpoint endpoint;
  const std::string host, address;
  const std::vector<std::string> headers;
  const bool direct;               ///< by no proxy: it is this machine
  std::atomic<bool> takes_schema;  ///< read by those who ask
  // The loop's alone:
  Breaker breaker;
  Time paused_until{};
  std::deque<std::uint64_t> queue;  ///< of askings
  std::size_t under_way = 0;
  Totals totals;
};

/// The bytes of a request, made once for all its tries.
struct Body {
  std::string text, sha256;
};

/// A prompt on its way to an answer, with all the requests that it takes.
struct Asking {
  enum class State { queued, under_way, waiting };

  std::uint64_t id = 0;
  Lane* lane = nullptr;
  Prompt prompt;
  SchemaBy schema = SchemaBy::none;
  Body body;
  std::shared_ptr<Line> line;  // shared with the ticket, which may be gone before or after
  Time asked, deadline;

  State state = State::queued;
  int requests = 0, retries = 0;
  bool asked_again = false;
  std::optional<Trouble> last_trouble;
  std::optional<Time> sent, first;  ///< of the first request, of the first token
  Time retry_at{};

  // Of the request under way:
  Transfers::Id transfer = 0;
  std::string ledger_id;
  Time first_by{};
  Reply reply;
  std::string refusal;  ///< the body of an HTTP error

  Answer answer;  ///< as far as it is known
};

[[nodiscard]] Body make_body(const Endpoint& endpoint, const Prompt& prompt, SchemaBy schema);

/// What went wrong with the request that ended so, if anything.
[[nodiscard]] std::optional<Trouble> judge(Asking& asking, const Transfers::End& end);

/// Of the tokens that the server has counted, in the currency of the endpoint's prices.
[[nodiscard]] double cost_of(const Endpoint& endpoint, const Reply& reply);

/// Takes a good reply into the answer; false when it does not fit the schema, and then `why` says
/// what is wrong.
[[nodiscard]] bool take_reply(Asking& asking, std::string& why);

}  // namespace attune::llm
