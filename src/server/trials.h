#pragma once

#include <vector>

#include "server/routes.h"

namespace attune::server {

/// Studies with people: those who lead them, and those who take part (docs/formats/api.md).
[[nodiscard]] std::vector<Route> trial_routes();

// For those who lead.
void list_trials(Site& site, const Request& request, const std::string& id, const Answer& answer);
void plan_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
void tell_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
void freeze_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
void enroll_people(Site& site, const Request& request, const std::string& id, const Answer& answer);
void give_to_raters(Site& site, const Request& request, const std::string& id,
                    const Answer& answer);
void close_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
void report_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
void show_report(Site& site, const Request& request, const std::string& id, const Answer& answer);
void export_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);

// For those who take part: the study that asks them for something now. None of these says which arm
// somebody is in, nor what arms there are.
void tell_step(Site& site, const Request& request, const std::string& id, const Answer& answer);
void consent_to_trial(Site& site, const Request& request, const std::string& id,
                      const Answer& answer);
void answer_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);
/// Begins the next talk with the client and the help of the arm; goes back to one that was begun.
void talk_in_trial(Site& site, const Request& request, const std::string& id, const Answer& answer);

}  // namespace attune::server
