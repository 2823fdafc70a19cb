#pragma once

#include <atomic>
#include <map>
#include <queue>
#include <thread>

#include "llm/asking.h"
#include "llm/inbox.h"
#include "llm/ledger.h"

namespace attune::llm {

/// The one thread on which all endpoints are asked: queues, time limits, retries, pauses. `ask` and
/// `standings` are thread-safe; the rest is the thread's own.
class Loop {
 public:
  Loop(std::vector<Endpoint> endpoints, Ledger& ledger, Models::Options options);
  ~Loop();

  [[nodiscard]] Ticket ask(std::size_t lane, Prompt prompt, Listener listener);
  [[nodiscard]] std::vector<Standing> standings() const;

 private:
  using Timer = std::pair<Time, std::uint64_t>;  // when to look after which asking

  void run();
  [[nodiscard]] std::chrono::milliseconds idle_time() const;
  void ring_at(Time time, const Asking& asking);
  void look_after_due();
  void look_after(Asking& asking);
  void publish();

  void admit(Asking asking);
  void pump(Lane& lane);
  void send(Asking& asking);
  [[nodiscard]] bool receive(Asking& asking, long status, std::string_view bytes);
  void leave(Asking& asking, const Transfers::End& end, std::string_view ending);
  void conclude(Asking& asking, const Transfers::End& end, std::optional<Trouble> trouble);
  [[nodiscard]] bool fall_back(Asking& asking, long status);
  void answered(Asking& asking);
  void troubled(Asking& asking, Trouble trouble, std::chrono::milliseconds retry_after);
  void again(Asking& asking);
  void give_up(Asking& asking, Trouble trouble);
  void cancel(std::uint64_t id);

  Ledger& ledger_;
  const Models::Options options_;
  Transfers transfers_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::map<std::uint64_t, Asking> askings_;
  std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
  std::atomic<std::uint64_t> last_id_ = 0;
  bool ending_ = false;
  std::shared_ptr<Inbox> inbox_;  // shared with tickets, which may outlive this
  mutable std::mutex mutex_;      ///< guards the next
  std::vector<Standing> standings_;
  std::thread thread_;
};

}  // namespace attune::llm
