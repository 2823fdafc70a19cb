#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "cli/reach.h"
#include "coach/nudge.h"
#include "server/team.h"

namespace attune::cli {

struct Graph;

struct ServeOptions {
  std::string host = "127.0.0.1";
  int port = 8080;             ///< 0 takes a free one
  std::filesystem::path data;  ///< made if missing; empty means `default_data()`
  ReachOptions reach;
  coach::OwnStory own_story = coach::OwnStory::welcome;  ///< the service's stance
  bool for_team = false;                                 ///< with accounts
  std::string address;        ///< of a team, in public; "": this machine alone
  server::TeamOptions terms;  ///< of a team, but for its `address`
};

/// $XDG_DATA_HOME/attune, or ~/.local/share/attune.
[[nodiscard]] base::Result<std::filesystem::path> default_data();

/// The folder for all that the program writes: `wish` or, when that is empty, `default_data()`.
/// Made with its parents, for this user alone, if it is missing.
[[nodiscard]] base::Result<std::filesystem::path> data_folder(const std::filesystem::path& wish);

/// Serves until SIGINT or SIGTERM, then finishes what is under way. Prints one line with the
/// address once it listens. To be called before other threads begin: it decides about their
/// signals.
[[nodiscard]] base::Result<void> serve(const ServeOptions& options, const Graph& graph);

}  // namespace attune::cli
