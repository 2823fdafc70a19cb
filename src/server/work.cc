#include "server/work.h"

#include "server/status.h"

namespace attune::server {

void work(Site& site, const Answer& answer, std::function<base::Result<Response>()> task) {
  const bool taken = site.services.workers.offer([answer, task = std::move(task)] {
    auto response = task();
    answer(response ? *std::move(response) : refusal(response.error()));
  });
  if (!taken)
    answer(refusal({base::Code::busy, "the server has too much to do; try again in a moment"}));
}

}  // namespace attune::server
