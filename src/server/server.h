#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "base/clock.h"
#include "conversation/event_log.h"
#include "server/http.h"
#include "server/rooms.h"
#include "server/standing.h"
#include "server/team.h"
#include "server/workers.h"

namespace attune::server {

/// The page, the routes and the live sessions of docs/formats/api.md: for the one person at this
/// machine, or for a team with accounts.
class Server {
 public:
  struct Options {
    Http::Options http;
    Workers::Options workers;
    Rooms::Options rooms;
    std::filesystem::path web;        ///< the built page
    std::optional<TeamOptions> team;  ///< nothing: local mode
  };

  /// What it serves. All of it must outlive the server.
  struct House {
    conversation::EventLog& log;
    const std::map<std::string, std::unique_ptr<session::Desk>>& desks;
    const language::Reader& reader;
    const debrief::Texts& texts;
    const base::Clock& clock;
    conversation::PreferenceStore& preferences;
    const progress::Texts& progress_texts;
    const std::vector<protocol::Protocol>& protocols;
    conversation::Journal& journal;
    const std::map<std::string, review::Instrument>& instruments;
    Outside outside = {};
    people::AccountStore* accounts = nullptr;  ///< must be there in team mode
    Standing::Example example = {};  ///< shown as a review until there is one; may be empty
  };

  /// Listens at once. `forbidden` for a host that other machines can reach, unless in team mode
  /// with a public address.
  [[nodiscard]] static base::Result<std::unique_ptr<Server>> open(const Options& options,
                                                                  const House& house);

  /// Finishes what is under way.
  ~Server();

  [[nodiscard]] int port() const;

  /// Serves until `stop`, on the calling thread.
  void run();

  /// Thread-safe.
  void stop();

 private:
  class Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::server
