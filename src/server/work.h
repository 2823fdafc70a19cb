#pragma once

#include <functional>

#include "server/site.h"

namespace attune::server {

/// Answers on a worker, or says that there is too much to do: for whatever reads or writes the
/// disk.
void work(Site& site, const Answer& answer, std::function<base::Result<Response>()> task);

}  // namespace attune::server
