#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conversation/event_log.h"
#include "conversation/journal.h"
#include "conversation/preferences.h"
#include "debrief/texts.h"
#include "progress/archive.h"
#include "progress/texts.h"
#include "protocol/protocol.h"
#include "review/instrument.h"
#include "review/reviews.h"
#include "server/access.h"
#include "server/http.h"
#include "server/outside.h"
#include "server/workers.h"
#include "session/wording.h"
#include "trial/studies.h"

namespace attune::server {

class Standing;

/// What rooms and handlers work with. All of it outlives them.
struct Services {
  conversation::EventLog& log;
  const std::map<std::string, std::unique_ptr<session::Desk>>& desks;
  const language::Reader& reader;
  const debrief::Texts& texts;
  const base::Clock& clock;
  Workers& workers;
  const Outside& outside;
  conversation::PreferenceStore& preferences;
  const progress::Texts& progress_texts;
  progress::Archive& archive;
  const std::vector<protocol::Protocol>& protocols;  ///< that the service follows; may be none
  conversation::Journal& journal;
  people::AccountStore* accounts;  ///< null in local mode
  const std::map<std::string, review::Instrument>& instruments;
  review::Reviews& reviews;
  Standing& standing;
  trial::Studies& studies;
  Workers& aside;  ///< one, for what takes seconds; talks never wait for it
};

class Room;

/// Held while a task has its room; the next task begins when the last copy is let go, wherever that
/// is. Shared, because a task goes on in the callbacks of the log and of the workers, which copy.
using Stay = std::shared_ptr<void>;
using Task = std::function<void(Room&, Stay)>;

/// One session in memory: its progress and the sockets that follow it. Used by one task at a time
/// (`Rooms` sees to it); what takes a callback calls it once, on a worker, unless it is called at
/// once.
class Room {
 public:
  using Then = std::function<void(base::Result<void>)>;

  /// `enter` queues a task for this room whatever waits before it; it must not call it at once.
  Room(conversation::SessionId id, const Services& services, std::function<void(Task)> enter);

  /// Folds the log, if that was not done yet, and pays what the session owes, then goes on. The
  /// error is that of loading, `not_found` most often; a debt that cannot be paid now is kept for
  /// later. Words that a language model gives come when they come: nobody waits in here for them,
  /// and it is asked only while somebody follows the session.
  void open(Then then);

  /// The same for `who`; `not_found` when that is none of their affair.
  void open_for(const Who& who, Access access, Then then);

  /// Begins the session; `then` hears whether its first events are durable.
  void begin(const std::vector<conversation::Event>& first, Then then);

  /// One act of the supporter: makes it durable, tells `from` and everybody else, and replies.
  /// `stay` is whatever must live until the reply is there.
  void act(const session::Input& input, std::shared_ptr<Socket> from, std::shared_ptr<void> stay);

  /// Sends `socket` what it missed, and from now on what happens. `stay` lasts until whatever it
  /// writes is kept: the next act's number follows on from that.
  void join(std::shared_ptr<Socket> socket, conversation::Sequence after, Stay stay);

  /// From here on others may do this with the talk.
  void agree(const conversation::Agreed& terms, Then then);

  /// Deletes the session of `who` and sends everybody away; `not_found` when it is not theirs.
  [[nodiscard]] base::Result<void> erase(const Who& who);

  /// Takes the session's words out of the log and of memory, and sends everybody away.
  [[nodiscard]] base::Result<void> redact();

  /// The events above `after` that the trainee may see now.
  [[nodiscard]] base::Result<std::vector<conversation::Event>> visible_events(
      conversation::Sequence after) const;

  [[nodiscard]] const conversation::SessionId& id() const { return id_; }
  [[nodiscard]] bool is_loaded() const { return progress_.has_value(); }
  [[nodiscard]] const session::Progress& progress() const { return *progress_; }
  [[nodiscard]] session::Desk& desk() const { return *desk_; }

  /// Whether anybody follows the session; forgets sockets that have closed.
  [[nodiscard]] bool has_company();

  /// Whether opening it would change something: somebody waits for a reply that could not be given,
  /// or a language model is asked for one that nobody waits for.
  [[nodiscard]] bool wants_opening();

 private:
  /// Words that a language model was asked for.
  struct Asking {
    session::Wording wording;
    bool typing = false;  ///< the first token has come
    llm::Ticket ticket;   ///< last: gone before what its listener works on
  };
  /// Suggestions that a language model was asked for.
  struct AskingIdeas {
    llm::Ticket ticket;
  };
  /// An answer on its way finds it gone when it is not wanted any more.
  using Asked = std::weak_ptr<Asking>;

  [[nodiscard]] base::Result<void> check(const Who& who, Access access) const;
  [[nodiscard]] base::Result<void> load();
  void forget(const base::Error& why);
  void settle(Then then);
  void pay(base::Result<std::vector<conversation::Event>> events, Then then);
  [[nodiscard]] bool asks_model() const;
  void want_words();
  void ask();
  void type();
  [[nodiscard]] bool wants_ideas(const session::Input& input) const;
  void ask_ideas();
  void keep_ideas_ready(const Then& then);
  void offer(const llm::Answer* answer, Stay stay);
  void speak(conversation::Said words, Stay stay);
  void commit(std::vector<conversation::Event> events, Then then);
  void tell(const std::vector<conversation::Event>& events);
  [[nodiscard]] std::optional<conversation::Event> visible_now(const conversation::Event& event,
                                                               bool closed) const;
  void answer_empty(const session::Input& input, Socket& from);

  const conversation::SessionId id_;
  const Services& services_;
  session::Desk* desk_ = nullptr;  ///< set with `progress_`
  const std::function<void(Task)> enter_;
  std::optional<session::Progress> progress_;
  // Shared with their connections; see Socket.
  std::vector<std::shared_ptr<Socket>> sockets_;
  // Shared so that an answer on its way can tell whether it still is the one; only while words are
  // owed and somebody waits.
  std::shared_ptr<Asking> asking_;
  std::shared_ptr<AskingIdeas> asking_ideas_;  ///< likewise, until the talk goes on
};

}  // namespace attune::server
