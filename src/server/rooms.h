#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "server/room.h"

namespace attune::server {

/// Held while a task has its room; the next task begins when the last copy is let go, wherever that
/// is. Shared, because a task goes on in the callbacks of the log and of the workers, which copy.
using Stay = std::shared_ptr<void>;

/// The sessions now in memory. The tasks of one session run one after another, those of different
/// sessions side by side, all on the workers. Thread-safe.
class Rooms {
 public:
  using Task = std::function<void(Room&, Stay)>;
  struct Options {
    std::size_t kept = 64;    ///< quiet rooms that stay in memory
    std::size_t waiting = 8;  ///< tasks that wait for one room at most
  };

  Rooms(const Options& options, const Services& services);

  /// Waits until every room is left.
  ~Rooms();

  /// Queues `task`. False when too much waits for this room or for the workers.
  [[nodiscard]] bool enter(const conversation::SessionId& session, Task task);

  /// Tries again where a reply is owed and somebody waits for it (the disk had been full, say).
  void retry();

 private:
  struct Slot {
    std::unique_ptr<Room> room;
    std::deque<Task> waiting;
    bool taken = false;
    std::uint64_t last_left = 0;
  };

  void run(Slot& slot, const conversation::SessionId& session, Task task);
  void leave(Slot& slot, const conversation::SessionId& session);
  void tidy();

  const Options options_;
  const Services& services_;
  std::mutex mutex_;  ///< guards all below
  std::map<conversation::SessionId, Slot> slots_;
  std::uint64_t left_ = 0;
  int taken_ = 0;
  std::condition_variable all_left_;
};

}  // namespace attune::server
