#include "server/work.h"

#include "server/status.h"

namespace attune::server {
namespace {

std::function<base::Result<Response>()> json(std::function<base::Result<std::string>()> task) {
  return [task = std::move(task)]() -> base::Result<Response> {
    auto body = task();
    if (!body) return tl::unexpected(body.error());
    return Response{.body = *std::move(body)};
  };
}

}  // namespace

Workers::Work replying(const Answer& answer, std::function<base::Result<Response>()> task) {
  return [answer, task = std::move(task)] {
    auto response = task();
    answer(response ? *std::move(response) : refusal(response.error()));
  };
}

void work(Site& site, const Answer& answer, std::function<base::Result<Response>()> task) {
  const bool taken = site.services.workers.offer(replying(answer, std::move(task)));
  if (!taken) answer(refusal(busy()));
}

void work_json(Site& site, const Answer& answer, std::function<base::Result<std::string>()> task) {
  work(site, answer, json(std::move(task)));
}

void work_aside(Site& site, const Answer& answer, std::function<base::Result<std::string>()> task) {
  const bool taken = site.services.aside.offer(replying(answer, json(std::move(task))));
  if (!taken) answer(refusal(busy()));
}

}  // namespace attune::server
