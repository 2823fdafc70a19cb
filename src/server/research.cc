#include "server/research.h"

#include "review/research.h"
#include "server/entropy.h"
#include "server/work.h"

namespace attune::server {
namespace {

base::Result<std::string> exported(const Services& services) {
  review::ResearchWishes wishes{.seed = fresh_seed()};
  if (services.accounts != nullptr) {
    const auto accounts = services.accounts->accounts();
    if (!accounts) return tl::unexpected(accounts.error());
    for (const people::Account& account : *accounts) wishes.names.push_back(account.name);
  }
  for (const auto& [id, desk] : services.desks)
    for (const client::Cue& cue : desk->person.cues) wishes.cue_kinds[id][cue.id] = cue.kind;
  const auto research = review::research_export(services.log, services.journal, wishes);
  if (!research) return tl::unexpected(research.error());
  return to_json(*research);
}

}  // namespace

void export_research(Site& site, const Request&, const std::string&, const Answer& answer) {
  work_json(site, answer, [&services = site.services] { return exported(services); });
}

}  // namespace attune::server
