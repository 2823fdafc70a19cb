#pragma once

#include "server/site.h"

/// What the supporter of a talk lets others do with it, and what supervisors get of that.
namespace attune::server {

void keep_terms(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_supervised(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);

/// `terms` as the service takes them: research only where it asks people for it.
[[nodiscard]] conversation::Agreed taken(const Site& site, conversation::Agreed terms);

}  // namespace attune::server
