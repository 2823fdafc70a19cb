#include "server/in_room.h"

#include "server/status.h"

namespace attune::server {

void in_room(Site& site, const TalkAsked& asked, const Answer& answer, OpenTask task) {
  const bool taken = site.rooms.enter(
      conversation::SessionId(asked.id),
      [asked, answer, task = std::move(task)](Room& room, const Stay& stay) {
        room.open_for(asked.who, asked.access,
                      [&room, stay, answer, task](const base::Result<void>& opened) {
                        if (!opened) return answer(refusal(opened.error()));
                        task(room, stay);
                      });
      });
  if (!taken) answer(refusal(busy()));
}

}  // namespace attune::server
