#pragma once

#include <optional>

#include "conversation/preferences.h"
#include "progress/record.h"
#include "server/site.h"

/// How somebody practices: what they prefer, how they come on, and what follows for a new talk.
namespace attune::server {

void tell_preferences(Site& site, const Request& request, const std::string& id,
                      const Answer& answer);
void keep_preferences(Site& site, const Request& request, const std::string& id,
                      const Answer& answer);
void tell_progress(Site& site, const Request& request, const std::string& id, const Answer& answer);

/// `conflict` when the person brings what the account `owner` chose to leave out.
[[nodiscard]] base::Result<void> check_welcome(const Services& services, const std::string& owner,
                                               const client::Case& person);

/// When suggestions come in a new talk, by `wish` or else by the preferences of `owner`. Reads the
/// log where they are to fade, so never on the I/O thread.
[[nodiscard]] base::Result<session::Manner> manner(const Services& services,
                                                   const std::string& owner,
                                                   std::optional<conversation::HelpWish> wish);

}  // namespace attune::server
