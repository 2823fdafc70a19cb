#pragma once

#include "server/site.h"

/// What raters do: their queue, a talk or a pair of it, the draft that is kept while they type, and
/// handing in. Nothing here tells whose a talk is, its arm or case, or what others say of it.
namespace attune::server {

void list_instruments(Site& site, const Request& request, const std::string& id,
                      const Answer& answer);
void tell_queue(Site& site, const Request& request, const std::string& id, const Answer& answer);
void tell_task(Site& site, const Request& request, const std::string& id, const Answer& answer);
void keep_review_draft(Site& site, const Request& request, const std::string& id,
                       const Answer& answer);
void hand_in(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_own_ratings(Site& site, const Request& request, const std::string& id,
                      const Answer& answer);

}  // namespace attune::server
