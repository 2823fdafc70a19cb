#pragma once

#include "server/site.h"

/// People in team mode: who asks, coming in, invitations, roles. In local mode all but `tell_me`
/// are `not_found`.
namespace attune::server {

void tell_me(Site& site, const Request& request, const std::string& id, const Answer& answer);
void sign_in(Site& site, const Request& request, const std::string& id, const Answer& answer);
void sign_out(Site& site, const Request& request, const std::string& id, const Answer& answer);
void change_password(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);
void tell_invite(Site& site, const Request& request, const std::string& token,
                 const Answer& answer);
void accept_invite(Site& site, const Request& request, const std::string& token,
                   const Answer& answer);

void list_people(Site& site, const Request& request, const std::string& id, const Answer& answer);
void invite_person(Site& site, const Request& request, const std::string& id, const Answer& answer);
void withdraw_invite(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);
void change_person(Site& site, const Request& request, const std::string& id, const Answer& answer);

}  // namespace attune::server
