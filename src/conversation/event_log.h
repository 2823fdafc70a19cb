#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/event.h"

namespace attune::conversation {

/// A line of the list of sessions: a projection, rebuilt from the log at will.
struct SessionSummary {
  SessionId id;
  std::string case_id;
  base::Instant opened{};
  base::Instant last{};
  int turns = 0;  ///< supporter turns
  bool closed = false;
  bool rated = false;
  bool branch = false;  ///< a second try from a moment of an earlier talk
  std::string owner;    ///< as `Opened` has it
  bool announced = false;
  int days = 0;
  Agreed agreed;        ///< the last one
  bool erased = false;  ///< its words are gone, its figures are not
};

/// Takes one event into its session's line.
void fold(SessionSummary& summary, const Event& event);

/// Where events are kept. A store fulfils it; every implementation is thread-safe.
class EventLog {
 public:
  using Done = std::function<void(base::Result<void>)>;

  virtual ~EventLog() = default;

  /// Appends `events`, whose sequence numbers follow on from the log's last, all or none.
  ///
  /// `done` is called once, from any thread, after the events are durable or have failed:
  /// `conflict` when the sequence numbers do not follow on, `busy` when the queue is full (called
  /// at once), `unavailable` when the disk refuses (nothing is lost but these events).
  virtual void append(const SessionId& session, std::vector<Event> events, Done done) = 0;

  /// All events of the session with a sequence number above `after`; `not_found` if there is none.
  [[nodiscard]] virtual base::Result<std::vector<Event>> events(const SessionId& session,
                                                                Sequence after) = 0;

  /// Newest first.
  [[nodiscard]] virtual base::Result<std::vector<SessionSummary>> sessions() = 0;

  /// Deletes the session with all its events; `not_found` if there is none.
  [[nodiscard]] virtual base::Result<void> erase(const SessionId& session) = 0;

  /// Takes the session's words out (`without_words`) and appends `Erased`, as of `at`, in one step.
  /// Nothing happens where that was done before; `not_found` if there is no such session.
  [[nodiscard]] virtual base::Result<void> redact(const SessionId& session, base::Instant at) = 0;
};

}  // namespace attune::conversation
