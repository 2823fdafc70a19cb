#include "server/rooms.h"

#include <algorithm>

namespace attune::server {

using conversation::SessionId;

Rooms::Rooms(const Options& options, const Services& services)
    : options_(options), services_(services) {}

void Rooms::close() {
  std::map<SessionId, Slot> slots;
  std::unique_lock lock(mutex_);
  all_left_.wait(lock, [this] { return taken_ == 0; });
  ending_ = true;
  slots.swap(slots_);
  lock.unlock();  // and only then let go of the rooms; see Gone
}

bool Rooms::enter(const SessionId& session, Task task) {
  const std::lock_guard lock(mutex_);
  if (ending_) return false;
  Slot& slot = slots_[session];
  if (!slot.room) {
    slot.room = std::make_unique<Room>(
        session, services_, [this, session](Task back) { come_back(session, std::move(back)); });
  }
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

/// For what a room waits for itself; dropped when it is forgotten.
void Rooms::come_back(const SessionId& session, Task task) {
  const std::lock_guard lock(mutex_);
  const auto found = slots_.find(session);
  if (ending_ || found == slots_.end()) return;
  Slot& slot = found->second;
  slot.waiting.push_back(std::move(task));
  if (slot.taken) return;
  slot.taken = true;
  ++taken_;
  go_on(slot, session);
}

void Rooms::run(Slot& slot, const SessionId& session, Task task) {
  const Stay stay(slot.room.get(), [this, &slot, session](void*) { leave(slot, session); });
  task(*slot.room, stay);
}

/// Begins the first of the tasks that wait.
void Rooms::go_on(Slot& slot, const SessionId& session) {
  services_.workers.resume(
      [this, &slot, session, task = std::move(slot.waiting.front())]() mutable {
        run(slot, session, std::move(task));
      });
  slot.waiting.pop_front();
}

void Rooms::leave(Slot& slot, const SessionId& session) {
  std::unique_lock lock(mutex_);
  if (!slot.waiting.empty()) return go_on(slot, session);
  slot.taken = false;
  slot.last_left = ++left_;
  Gone gone = tidy();
  lock.unlock();
  gone.clear();
  lock.lock();
  if (--taken_ == 0) all_left_.notify_all();
}

/// Forgets rooms that nobody is in: those without a session at once, others from the longest quiet
/// on.
Rooms::Gone Rooms::tidy() {
  Gone gone;
  for (auto at = slots_.begin(); at != slots_.end();) {
    Slot& slot = at->second;
    const bool stays = slot.taken || slot.room->is_loaded() || slot.room->has_company();
    if (!stays) gone.push_back(std::move(slot.room));
    at = stays ? std::next(at) : slots_.erase(at);
  }
  while (slots_.size() > options_.kept) {
    auto oldest = slots_.end();
    for (auto slot = slots_.begin(); slot != slots_.end(); ++slot) {
      if (slot->second.taken || slot->second.room->has_company()) continue;
      if (oldest == slots_.end() || slot->second.last_left < oldest->second.last_left)
        oldest = slot;
    }
    if (oldest == slots_.end()) break;
    gone.push_back(std::move(oldest->second.room));
    slots_.erase(oldest);
  }
  return gone;
}

void Rooms::look_after() {
  std::vector<SessionId> wanting;
  {
    const std::lock_guard lock(mutex_);
    for (auto& [session, slot] : slots_) {
      if (!slot.taken && slot.room->wants_opening()) wanting.push_back(session);
    }
  }
  for (const SessionId& session : wanting) {
    static_cast<void>(enter(
        session, [](Room& room, Stay stay) { room.open([stay](const base::Result<void>&) {}); }));
  }
}

}  // namespace attune::server
