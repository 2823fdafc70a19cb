#include "server/rooms.h"

#include <algorithm>

namespace attune::server {

using conversation::SessionId;

Rooms::Rooms(const Options& options, const Services& services)
    : options_(options), services_(services) {}

Rooms::~Rooms() {
  std::unique_lock lock(mutex_);
  all_left_.wait(lock, [this] { return taken_ == 0; });
}

bool Rooms::enter(const SessionId& session, Task task) {
  const std::lock_guard lock(mutex_);
  Slot& slot = slots_[session];
  if (!slot.room) slot.room = std::make_unique<Room>(session, services_);
  if (slot.taken) {
    if (slot.waiting.size() >= options_.waiting) return false;
    slot.waiting.push_back(std::move(task));
    return true;
  }
  if (!services_.workers.offer([this, &slot, session, task = std::move(task)]() mutable {
        run(slot, session, std::move(task));
      })) {
    return false;
  }
  slot.taken = true;
  ++taken_;
  return true;
}

void Rooms::run(Slot& slot, const SessionId& session, Task task) {
  const Stay stay(slot.room.get(), [this, &slot, session](void*) { leave(slot, session); });
  task(*slot.room, stay);
}

void Rooms::leave(Slot& slot, const SessionId& session) {
  const std::lock_guard lock(mutex_);
  if (!slot.waiting.empty()) {
    services_.workers.resume(
        [this, &slot, session, task = std::move(slot.waiting.front())]() mutable {
          run(slot, session, std::move(task));
        });
    slot.waiting.pop_front();
    return;
  }
  slot.taken = false;
  slot.last_left = ++left_;
  tidy();
  if (--taken_ == 0) all_left_.notify_all();
}

/// Forgets rooms that nobody is in: those without a session at once, others from the longest quiet
/// on.
void Rooms::tidy() {
  std::erase_if(slots_, [](const auto& entry) {
    const Slot& slot = entry.second;
    return !slot.taken && !slot.room->is_loaded() && !slot.room->has_company();
  });
  while (slots_.size() > options_.kept) {
    auto oldest = slots_.end();
    for (auto slot = slots_.begin(); slot != slots_.end(); ++slot) {
      if (slot->second.taken || slot->second.room->has_company()) continue;
      if (oldest == slots_.end() || slot->second.last_left < oldest->second.last_left)
        oldest = slot;
    }
    if (oldest == slots_.end()) return;
    slots_.erase(oldest);
  }
}

void Rooms::retry() {
  std::vector<SessionId> owing;
  {
    const std::lock_guard lock(mutex_);
    for (auto& [session, slot] : slots_) {
      if (!slot.taken && slot.room->owes_company()) owing.push_back(session);
    }
  }
  for (const SessionId& session : owing) {
    static_cast<void>(enter(
        session, [](Room& room, Stay stay) { room.open([stay](const base::Result<void>&) {}); }));
  }
}

}  // namespace attune::server
