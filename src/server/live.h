#pragma once

#include "server/site.h"

namespace attune::server {

/// Takes a socket that wants to follow `session`: what it missed, then what happens, and its acts.
[[nodiscard]] Receive go_live(Site& site, const std::string& session, const Request& request,
                              std::shared_ptr<Socket> socket);

}  // namespace attune::server
