#pragma once

#include <string>

#include "server/site.h"

namespace attune::server {

/// Answers a request that passed the gate; everything outside /api is the page.
void route(Site& site, Request request, const Answer& answer);

/// The session whose live socket `path` names, or "".
[[nodiscard]] std::string live_session(const std::string& path);

}  // namespace attune::server
