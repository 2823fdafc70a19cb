#include "llm/asking.h"

#include "llm/ledger.h"
#include "llm/schema.h"

namespace attune::llm {
namespace {

std::vector<std::string> headers_of(const Endpoint& endpoint) {
  std::vector<std::string> headers{"Content-Type: application/json",
                                   "Accept: text/event-stream, application/json",
                                   "User-Agent: attune"};
  if (!endpoint.key.empty()) headers.push_back("Authorization: Bearer " + endpoint.key);
  return headers;
}

}  // namespace

Lane::Lane(Endpoint settings)
    : endpoint(std::move(settings)),
      host(host_of(endpoint)),
      address(endpoint.url + "/chat/completions"),
      headers(headers_of(endpoint)),
      direct(is_loopback(endpoint)),
      takes_schema(endpoint.takes_schema),
      breaker(endpoint.limits.failures, endpoint.limits.rest) {}

Body make_body(const Endpoint& endpoint, const Prompt& prompt, SchemaBy schema) {
  Body body{.text = request_json(endpoint, prompt, schema)};
  body.sha256 = sha256(body.text);
  return body;
}

std::optional<Trouble> judge(Asking& asking, const Transfers::End& end) {
  Reply& reply = asking.reply;
  if (end.status >= 300) return trouble_of(end.status, asking.refusal);
  if (reply.trouble()) return reply.trouble();
  switch (end.broke) {
    case Transfers::Break::refused:
      return Trouble::refused;
    case Transfers::Break::insecure:
      return Trouble::insecure;
    case Transfers::Break::no_http:
      return Trouble::no_http;
    case Transfers::Break::lost:
    case Transfers::Break::none:
      break;
  }
  reply.end();
  const bool broke = end.broke == Transfers::Break::lost || reply.trouble() == Trouble::cut;
  if (reply.trouble() && broke) return reply.begun() ? Trouble::cut : Trouble::lost;
  if (reply.trouble()) return reply.trouble();
  if (reply.text().empty()) return Trouble::empty;
  return std::nullopt;
}

double cost_of(const Endpoint& endpoint, const Reply& reply) {
  return (endpoint.prompt_price * reply.prompt_tokens() +
          endpoint.completion_price * reply.completion_tokens()) /
         1e6;
}

bool take_reply(Asking& asking, std::string& why) {
  const Reply& reply = asking.reply;
  const Endpoint& endpoint = asking.lane->endpoint;
  Answer& answer = asking.answer;
  const double cost = cost_of(endpoint, reply);
  answer.prompt_tokens += reply.prompt_tokens();
  answer.completion_tokens += reply.completion_tokens();
  answer.counted = reply.counted() && (answer.counted || !asking.asked_again);
  answer.cost += cost;
  answer.model = reply.model().empty() ? endpoint.model : reply.model();
  answer.cut = reply.cut();
  answer.text = reply.text();
  Totals& totals = asking.lane->totals;
  totals.prompt_tokens += static_cast<std::uint64_t>(reply.prompt_tokens());
  totals.completion_tokens += static_cast<std::uint64_t>(reply.completion_tokens());
  totals.cost += cost;
  totals.uncounted += reply.counted() ? 0 : 1;
  if (!asking.prompt.json_schema) return true;
  auto fit = fit_to_schema(answer.text, *asking.prompt.json_schema);
  if (!fit) {
    why = fit.error().message;
    return false;
  }
  answer.text = *std::move(fit);
  return true;
}

}  // namespace attune::llm
