#include "server/sharing.h"

#include "server/in_room.h"
#include "server/people_json.h"
#include "server/review.h"
#include "server/status.h"
#include "server/wire_json.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Result;

/// Names by account id; none in local mode.
Result<std::map<std::string, std::string>> names(const Services& services) {
  std::map<std::string, std::string> names;
  if (services.accounts == nullptr) return names;
  const auto accounts = services.accounts->accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  for (const people::Account& account : *accounts) names[account.id] = account.name;
  return names;
}

Result<std::string> supervised(const Services& services, const Who& who) {
  auto sessions = services.log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  const auto known = names(services);
  if (!known) return tl::unexpected(known.error());
  std::erase_if(*sessions, [&](const conversation::SessionSummary& talk) {
    return talk.owner == who.account || !may_open(who, Access::read, talk);
  });
  return sessions_json(*sessions, services.desks, &*known);
}

}  // namespace

conversation::Agreed taken(const Site& site, conversation::Agreed terms) {
  if (site.team != nullptr && !site.team->options().research) terms.research = false;
  return terms;
}

void keep_terms(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  const auto terms = read_terms(request.body);
  if (!terms) return answer(refusal(terms.error()));
  in_room(site, {id, request.who}, answer,
          [&site, answer, terms = *terms](Room& room, const Stay& stay) {
            const auto events = site.services.log.events(room.id(), 0);
            if (!events) return answer(refusal(events.error()));
            // Research that a study asked for stays as it was, where the service asks for none.
            const bool was = summary(room.id(), *events).agreed.research;
            conversation::Agreed kept = taken(site, terms);
            kept.research = kept.research || (was && terms.research);
            room.agree(kept, [&site, answer, stay](const Result<void>& done) {
              if (done) tidy_reviews(site);
              answer(done ? Response{.status = 204} : refusal(done.error()));
            });
          });
}

void list_supervised(Site& site, const Request& request, const std::string&, const Answer& answer) {
  work_json(site, answer,
            [&services = site.services, who = request.who] { return supervised(services, who); });
}

}  // namespace attune::server
