#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conversation/event_log.h"
#include "debrief/texts.h"
#include "server/http.h"
#include "server/workers.h"
#include "session/session.h"

namespace attune::server {

/// What rooms and handlers work with. All of it outlives them.
struct Services {
  conversation::EventLog& log;
  const std::map<std::string, std::unique_ptr<session::Desk>>& desks;
  const language::Reader& reader;
  const debrief::Texts& texts;
  const base::Clock& clock;
  Workers& workers;
};

/// One session in memory: its progress and the sockets that follow it. Used by one task at a time
/// (`Rooms` sees to it); what takes a callback calls it once, on a worker, unless it is called at
/// once.
class Room {
 public:
  using Then = std::function<void(base::Result<void>)>;

  Room(conversation::SessionId id, const Services& services);

  /// Folds the log, if that was not done yet, and pays what the session owes, then goes on. The
  /// error is that of loading, `not_found` most often; a debt that cannot be paid now is kept for
  /// later.
  void open(Then then);

  /// Begins the session; `then` hears whether its first event is durable.
  void begin(const conversation::Event& opened, Then then);

  /// One act of the supporter: makes it durable, tells `from` and everybody else, and replies.
  /// `stay` is whatever must live until the reply is there.
  void act(const session::Input& input, std::shared_ptr<Socket> from, std::shared_ptr<void> stay);

  /// Sends `socket` what it missed, and from now on what happens.
  void join(std::shared_ptr<Socket> socket, conversation::Sequence after);

  /// Deletes the session and sends everybody away.
  [[nodiscard]] base::Result<void> erase();

  /// The events above `after` that the trainee may see now.
  [[nodiscard]] base::Result<std::vector<conversation::Event>> visible_events(
      conversation::Sequence after) const;

  [[nodiscard]] const conversation::SessionId& id() const { return id_; }
  [[nodiscard]] bool is_loaded() const { return progress_.has_value(); }
  [[nodiscard]] const session::Progress& progress() const { return *progress_; }
  [[nodiscard]] session::Desk& desk() const { return *desk_; }

  /// Whether anybody follows the session; forgets sockets that have closed.
  [[nodiscard]] bool has_company();

  /// Whether somebody waits for a reply that could not be given.
  [[nodiscard]] bool owes_company();

 private:
  [[nodiscard]] base::Result<void> load();
  void settle(Then then);
  void commit(std::vector<conversation::Event> events, Then then);
  void tell(const std::vector<conversation::Event>& events);
  void answer_empty(const session::Input& input, Socket& from);

  const conversation::SessionId id_;
  const Services& services_;
  session::Desk* desk_ = nullptr;  ///< set with `progress_`
  std::optional<session::Progress> progress_;
  // Shared with their connections; see Socket.
  std::vector<std::shared_ptr<Socket>> sockets_;
};

}  // namespace attune::server
