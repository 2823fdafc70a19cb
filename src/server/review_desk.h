#pragma once

#include "server/site.h"

/// What whoever leads a review does: which talks go to whom, what comes in from outside, where
/// raters differ, and how far they agree.
namespace attune::server {

void list_talks(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_raters(Site& site, const Request& request, const std::string& id, const Answer& answer);
void list_batches(Site& site, const Request& request, const std::string& id, const Answer& answer);
void make_batch(Site& site, const Request& request, const std::string& id, const Answer& answer);
void import_talks(Site& site, const Request& request, const std::string& id, const Answer& answer);
void keep_gold(Site& site, const Request& request, const std::string& talk, const Answer& answer);
void list_disagreements(Site& site, const Request& request, const std::string& id,
                        const Answer& answer);
void settle_disagreement(Site& site, const Request& request, const std::string& id,
                         const Answer& answer);
void tell_agreement(Site& site, const Request& request, const std::string& id,
                    const Answer& answer);

}  // namespace attune::server
