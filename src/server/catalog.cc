#include "server/catalog.h"

#include "server/wire_json.h"

namespace attune::server {

void health(Site&, const Request&, const std::string&, const Answer& answer) {
  answer({.body = health_json()});
}

void list_cases(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = cases_json(site.services.desks)});
}

void list_models(Site& site, const Request&, const std::string&, const Answer& answer) {
  answer({.body = models_json(site.services.reader.cards())});
}

}  // namespace attune::server
