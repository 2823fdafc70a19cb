#include "llm/trouble.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "llm/wire.h"

namespace attune::llm {
namespace {

using base::Code;

/// Whether it speaks against the endpoint's health, and whether another try may help.
enum class Kind { harmless, harmless_retry, fault, fault_retry };

struct Meaning {
  Trouble trouble;
  const char* name;
  Code code;
  Kind kind;
  const char* sentence;  ///< goes on from "The language model 'name' at host "
};

constexpr Meaning kMeanings[] = {
    {Trouble::offline, "offline", Code::forbidden, Kind::harmless,
     "was not asked: this program runs offline."},
    {Trouble::ledger, "ledger", Code::internal, Kind::harmless,
     "was not asked, because what leaves must be listed first and could not be; make room for the "
     "egress ledger, and let this program write it."},
    {Trouble::queue_full, "queue_full", Code::busy, Kind::harmless,
     "has too many prompts waiting; try again in a moment."},
    {Trouble::resting, "resting", Code::unavailable, Kind::harmless,
     "failed several times in a row and is left in peace for a while; see that it runs."},
    {Trouble::refused, "refused", Code::unavailable, Kind::fault_retry,
     "could not be reached; see that it runs and that the address is right."},
    {Trouble::insecure, "insecure", Code::unavailable, Kind::fault,
     "could not prove with a certificate that it is that host, so nothing was sent."},
    {Trouble::lost, "lost", Code::unavailable, Kind::fault_retry,
     "closed the connection without an answer; see whether it crashed."},
    {Trouble::no_http, "no_http", Code::unavailable, Kind::fault,
     "does not speak HTTP as expected; see that the address is right."},
    {Trouble::slow_first, "slow_first", Code::unavailable, Kind::fault,
     "did not begin to answer in time; give it more time or less to do."},
    {Trouble::slow_total, "slow_total", Code::unavailable, Kind::fault,
     "did not finish in time; give it more time or less to do."},
    {Trouble::key, "key", Code::forbidden, Kind::harmless,
     "did not accept the key; put a valid one into its settings."},
    {Trouble::no_such, "no_such", Code::not_found, Kind::harmless,
     "knows no such model or address; set both as the server's /v1/models lists them."},
    {Trouble::moved, "moved", Code::unavailable, Kind::harmless,
     "points to another address; put the final one into its settings."},
    {Trouble::too_long, "too_long", Code::too_large, Kind::harmless,
     "cannot hold a conversation of this length; run it with a larger context."},
    {Trouble::rejected, "rejected", Code::invalid, Kind::harmless,
     "rejected the request; see that its model and settings fit together."},
    {Trouble::rate, "rate", Code::busy, Kind::harmless_retry,
     "takes no more requests for now; try again later."},
    {Trouble::no_credit, "no_credit", Code::forbidden, Kind::harmless,
     "has no credit left on this account; see the provider's billing."},
    {Trouble::broken, "broken", Code::unavailable, Kind::fault_retry,
     "reported a fault of its own; its log says more."},
    {Trouble::malformed, "malformed", Code::unavailable, Kind::fault,
     "sent what is not in the OpenAI chat format; see that the address is right."},
    {Trouble::cut, "cut", Code::unavailable, Kind::fault,
     "stopped in the middle of its answer; see whether it crashed."},
    {Trouble::endless, "endless", Code::too_large, Kind::fault,
     "went on longer than allowed and was stopped."},
    {Trouble::empty, "empty", Code::unavailable, Kind::harmless,
     "answered without a word; another model may do better."},
    {Trouble::declined, "declined", Code::unavailable, Kind::harmless,
     "declined to answer; another model may do better."},
    {Trouble::unfit, "unfit", Code::unavailable, Kind::harmless,
     "did not answer in the form asked for, twice; another model may do better."},
    {Trouble::closing, "closing", Code::unavailable, Kind::harmless,
     "was not heard out: the program is closing."},
};

const Meaning& meaning(Trouble trouble) {
  const auto* found = std::ranges::find(kMeanings, trouble, &Meaning::trouble);
  base::expects(found != std::end(kMeanings));
  return *found;
}

}  // namespace

bool may_retry(Trouble trouble) {
  const Kind kind = meaning(trouble).kind;
  return kind == Kind::harmless_retry || kind == Kind::fault_retry;
}

bool is_fault(Trouble trouble) {
  const Kind kind = meaning(trouble).kind;
  return kind == Kind::fault || kind == Kind::fault_retry;
}

Failure describe(Trouble trouble, const Endpoint& endpoint) {
  const Meaning& found = meaning(trouble);
  return {{found.code, "The language model '" + endpoint.name + "' at " + host_of(endpoint) + " " +
                           found.sentence},
          found.name};
}

Trouble trouble_of(long status, const std::string& body) {
  const ServerError said = read_error(body);
  if (said == ServerError::too_long) return Trouble::too_long;
  if (said == ServerError::no_credit || status == 402) return Trouble::no_credit;
  if (status < 400) return Trouble::moved;
  if (status == 401 || status == 403) return Trouble::key;
  if (status == 404) return Trouble::no_such;
  if (status == 429) return Trouble::rate;
  if (status == 408 || status == 409 || status >= 500) return Trouble::broken;
  return Trouble::rejected;
}

}  // namespace attune::llm
