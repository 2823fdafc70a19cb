#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/event_log.h"
#include "debrief/expert_view.h"
#include "review/map.h"
#include "review/reviews.h"
#include "review/trust.h"
#include "server/workers.h"
#include "session/desk.h"

namespace attune::server {

/// What raters say of talks beside what the program says of them: the map and the trust in scores,
/// made anew when the review journal has grown. Thread-safe.
class Standing {
 public:
  /// Simulated talks and ratings, to look at while there are none of one's own.
  using Example = std::function<base::Result<review::Example>()>;

  /// All but `example`, which may be empty, must outlive it.
  struct Sources {
    review::Reviews& reviews;
    conversation::EventLog& log;
    const std::map<std::string, std::unique_ptr<session::Desk>>& desks;
    const std::map<std::string, review::Instrument>& instruments;
    Example example = {};
  };
  explicit Standing(Sources sources) : sources_(std::move(sources)) {}

  /// Everything at one moment. Neither copied nor moved: its parts rest on each other.
  struct Moment {
    std::shared_ptr<const review::Book> book;
    std::map<std::string, review::Beneath> beneath;
    std::optional<review::Evidence> evidence;
    std::string map;  ///< JSON
    std::vector<review::ScoreTrust> trust;
    std::set<std::string> hidden;  ///< scores that trainees do not see
  };
  using Shared = std::shared_ptr<const Moment>;

  /// As of now: of the service's own ratings. Reads the disk; a tenth of a second and more when
  /// there is something new.
  [[nodiscard]] base::Result<Shared> now();

  /// The same, or the example while nobody has rated anything here. That is made once and takes
  /// seconds: ask where nobody waits for anything else.
  [[nodiscard]] base::Result<Shared> to_look_at();

  /// Has the example made by `aside`, once, where it will be shown: at the first sign that somebody
  /// may want to look.
  void look_ahead(Workers& aside);

  /// What supporters see of it, as was last known, since talks wait for neither disk nor map: of a
  /// talk of theirs, and whether remarks of a kind are kept from them.
  [[nodiscard]] debrief::ExpertView experts(const conversation::SessionId& session) const;
  [[nodiscard]] bool hides_nudge(const std::string& kind) const;

 private:
  [[nodiscard]] base::Result<void> read_beneath(Moment& moment);
  [[nodiscard]] Shared last() const;

  const Sources sources_;
  std::atomic<bool> looked_ahead_ = false;
  std::mutex making_example_;  ///< held while it is made; guards the one below
  Shared example_;
  std::mutex making_;  ///< held while a moment is made; guards what was read for it
  struct Read {
    base::Instant last{};  ///< when the log was last written to
    review::Beneath beneath;
  };
  std::map<std::string, Read> read_;
  mutable std::mutex last_mutex_;  ///< guards `last_`
  Shared last_;
};

}  // namespace attune::server
