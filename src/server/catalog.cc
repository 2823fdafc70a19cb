#include "server/catalog.h"

#include "server/status.h"
#include "server/wire_json.h"

namespace attune::server {

void health(Site&, const Request&, const std::string&, const Answer& answer) {
  answer({.body = health_json()});
}

void tell_status(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = status_json(site.services.outside)});
}

void list_egress(Site& site, const Request&, const std::string&, const Answer& answer) {
  constexpr std::size_t kMost = 500;
  const Outside& outside = site.services.outside;
  const bool taken = site.services.workers.offer([&outside, answer] {
    if (outside.ledger.empty()) return answer({.body = egress_json(outside, {})});
    const auto page = llm::read_ledger(outside.ledger, kMost);
    if (!page) return answer(refusal(page.error()));
    answer({.body = egress_json(outside, *page)});
  });
  if (!taken)
    answer(refusal({base::Code::busy, "the server has too much to do; try again in a moment"}));
}

void list_cases(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const Services& services = site.services;
  const bool taken = services.workers.offer([&services, answer, owner = request.who.account] {
    const auto preferences = services.preferences.preferences(owner);
    if (!preferences) return answer(refusal(preferences.error()));
    answer({.body = cases_json(services.desks, *preferences)});
  });
  if (!taken)
    answer(refusal({base::Code::busy, "the server has too much to do; try again in a moment"}));
}

void list_models(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = models_json(site.services.reader.cards())});
}

}  // namespace attune::server
