#include "server/completions.h"

#include "server/status.h"

namespace attune::server {
namespace {

using base::Code;

const base::Error kOff{Code::forbidden,
                       "programs cannot talk with the clients of a server in team mode; start one "
                       "of your own, without --team, for that"};

}  // namespace

void list_client_models(Site& site, const Request&, const std::string&, const Answer& answer) {
  if (site.team != nullptr) return answer(completion_refusal(kOff));
  std::vector<std::string> ids;
  for (const auto& [id, desk] : site.services.desks) ids.push_back(id);
  answer({.body = client_models_json(ids)});
}

void complete_chat(Site& site, const Request& request, const std::string&, const Answer& answer) {
  if (site.team != nullptr) return answer(completion_refusal(kOff));
  auto asked = read_completion(request.body);
  if (!asked) return answer(completion_refusal(asked.error()));
  const auto desk = site.services.desks.find(asked->case_id);
  if (desk == site.services.desks.end()) {
    return answer(completion_refusal(
        {Code::not_found, "there is no such model; GET /v1/models lists the clients"}));
  }
  const bool taken = site.services.workers.offer([&person = *desk->second, asked = *asked, answer] {
    const auto reply = session::reply_to(person, asked.talk, asked.seed);
    if (!reply) return answer(completion_refusal(reply.error()));
    if (!asked.stream) return answer({.body = completion_json(asked, *reply)});
    answer({.type = "text/event-stream", .body = completion_stream(asked, *reply)});
  });
  if (!taken) answer(completion_refusal(busy()));
}

}  // namespace attune::server
