#include "server/access.h"

namespace attune::server {

bool may_open(const Who& who, Access access, const conversation::SessionSummary& talk) {
  if (who.known && talk.owner == who.account) return true;
  const bool lent = talk.closed && !talk.erased && (talk.agreed.shared || talk.announced);
  return access == Access::read && lent && who.may(people::Act::read_shared_talks);
}

conversation::SessionSummary summary(const conversation::SessionId& id,
                                     const std::vector<conversation::Event>& events) {
  conversation::SessionSummary talk{.id = id};
  for (const conversation::Event& event : events) conversation::fold(talk, event);
  return talk;
}

}  // namespace attune::server
