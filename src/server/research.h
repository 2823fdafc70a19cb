#pragma once

#include "server/site.h"

namespace attune::server {

/// What people agreed to give to research, without names: the files of docs/formats/research.md in
/// one document.
void export_research(Site& site, const Request& request, const std::string& id,
                     const Answer& answer);

}  // namespace attune::server
