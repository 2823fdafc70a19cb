#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "server/room.h"

namespace attune::server {

/// The sessions now in memory. The tasks of one session run one after another, those of different
/// sessions side by side, all on the workers. Thread-safe.
class Rooms {
 public:
  struct Options {
    std::size_t kept = 64;    ///< quiet rooms that stay in memory
    std::size_t waiting = 8;  ///< tasks that wait for one room at most
  };

  Rooms(const Options& options, const Services& services);

  ~Rooms() { close(); }

  /// Waits until every room is left, and lets go of what language models were asked for. Nobody
  /// enters afterwards. The workers must still work.
  void close();

  /// Queues `task`. False when too much waits for this room or for the workers, or after `close`.
  [[nodiscard]] bool enter(const conversation::SessionId& session, Task task);

  /// Tries again where a reply is owed and somebody waits for it (the disk had been full, say), and
  /// stops language models from giving one that nobody waits for.
  void look_after();

 private:
  struct Slot {
    std::unique_ptr<Room> room;
    std::deque<Task> waiting;
    bool taken = false;
    std::uint64_t last_left = 0;
  };

  /// To be destroyed without the lock: that waits for the listeners of language models, which take
  /// it.
  using Gone = std::vector<std::unique_ptr<Room>>;

  void come_back(const conversation::SessionId& session, Task task);
  void go_on(Slot& slot, const conversation::SessionId& session);
  void run(Slot& slot, const conversation::SessionId& session, Task task);
  void leave(Slot& slot, const conversation::SessionId& session);
  [[nodiscard]] Gone tidy();

  const Options options_;
  const Services& services_;
  std::mutex mutex_;  ///< guards all below
  std::map<conversation::SessionId, Slot> slots_;
  std::uint64_t left_ = 0;
  int taken_ = 0;
  bool ending_ = false;
  std::condition_variable all_left_;
};

}  // namespace attune::server
