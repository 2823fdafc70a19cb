#pragma once

#include "server/access.h"
#include "server/site.h"

namespace attune::server {

/// A request about one talk.
struct TalkAsked {
  std::string id;
  Who who;
  Access access = Access::own;
};

/// What is to be done in an open room; `stay` is kept by whatever goes on after it returns.
using OpenTask = std::function<void(Room&, const Stay& stay)>;

/// Queues `task` for the room of a talk that whoever asks may open, or answers why not.
void in_room(Site& site, const TalkAsked& asked, const Answer& answer, OpenTask task);

}  // namespace attune::server
