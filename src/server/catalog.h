#pragma once

#include "server/site.h"

/// What is there before any talk: people, readers, health, what leaves this machine.
namespace attune::server {

void health(Site& site, const Request& request, const std::string& id, const Answer& answer);
void tell_status(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_egress(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_cases(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_models(Site& site, const Request& request, const std::string& id, const Answer& answer);

}  // namespace attune::server
