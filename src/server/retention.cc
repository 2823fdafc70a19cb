#include "server/retention.h"

#include "base/log.h"
#include "server/review.h"

namespace attune::server {
namespace {

using namespace std::chrono_literals;

bool is_due(const conversation::SessionSummary& talk, base::Instant now) {
  return !talk.erased && talk.days > 0 && talk.opened + std::chrono::days(talk.days) <= now;
}

void erase_words(Site& site, Room& room) {
  const auto erased = room.redact();
  if (erased) return tidy_reviews(site);
  base::log_warning("erasing the words of an old talk: " + erased.error().message);
}

void erase_what_is_due(Site& site, base::Instant now) {
  const auto talks = site.services.log.sessions();
  if (!talks) return base::log_warning("looking for old talks: " + talks.error().message);
  for (const conversation::SessionSummary& talk : *talks) {
    if (!is_due(talk, now)) continue;
    if (!site.rooms.enter(talk.id, [&site](Room& room, const Stay&) { erase_words(site, room); }))
      return;
  }
}

}  // namespace

void Retention::tick(Site& site) {
  const base::Instant now = site.services.clock.now();
  if (looked_ && now - *looked_ < 1h) return;
  if (site.services.workers.offer([&site, now] { erase_what_is_due(site, now); })) looked_ = now;
}

}  // namespace attune::server
