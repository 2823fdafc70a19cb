#include "server/catalog.h"

#include "server/wire_json.h"
#include "server/work.h"

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
  work_json(site, answer, [&outside]() -> base::Result<std::string> {
    if (outside.ledger.empty()) return egress_json(outside, {});
    const auto page = llm::read_ledger(outside.ledger, kMost);
    if (!page) return tl::unexpected(page.error());
    return egress_json(outside, *page);
  });
}

void list_cases(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const Services& services = site.services;
  work_json(site, answer, [&services, owner = request.who.account]() -> base::Result<std::string> {
    const auto preferences = services.preferences.preferences(owner);
    if (!preferences) return tl::unexpected(preferences.error());
    return cases_json(services.desks, *preferences);
  });
}

void list_models(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = models_json(site.services.reader.cards())});
}

}  // namespace attune::server
