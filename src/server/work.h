#pragma once

#include <functional>
#include <string>

#include "server/site.h"

namespace attune::server {

/// Does `task` and answers with what it makes.
[[nodiscard]] Workers::Work replying(const Answer& answer,
                                     std::function<base::Result<Response>()> task);

/// Answers on a worker, or says that there is too much to do: for whatever reads or writes the
/// disk.
void work(Site& site, const Answer& answer, std::function<base::Result<Response>()> task);

/// The same where the answer is JSON.
void work_json(Site& site, const Answer& answer, std::function<base::Result<std::string>()> task);

/// The same for what may take seconds (`Services::aside`).
void work_aside(Site& site, const Answer& answer, std::function<base::Result<std::string>()> task);

}  // namespace attune::server
