#include "cli/serve.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <system_error>
#include <thread>

#include <pthread.h>
#include <sys/stat.h>

#include "cli/commands.h"
#include "cli/graph.h"
#include "review/own_instruments.h"
#include "server/server.h"
#include "store/sqlite_log.h"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;
using base::Code;
using base::Result;

/// Makes `dir` with its parents, for this user alone; one that is there stays as it is.
Result<void> make_private(const fs::path& dir) {
  std::error_code error;
  if (fs::is_directory(dir, error)) return {};
  const mode_t before = ::umask(077);
  fs::create_directories(dir, error);
  ::umask(before);
  if (!error && fs::is_directory(dir)) return {};
  return base::fail(Code::unavailable, "making the data directory " + dir.string() + ": " +
                                           (error ? error.message() : "something else is there") +
                                           "; choose another with --data");
}

sigset_t ending_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

/// Calls `stop` on SIGINT or SIGTERM. A second one ends the process as usual.
class EndingSignals {
 public:
  explicit EndingSignals(std::function<void()> stop)
      : waiter_([stop = std::move(stop)] {
          const sigset_t signals = ending_signals();
          int got = 0;
          ::sigwait(&signals, &got);
          stop();
          ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
        }) {}
  EndingSignals(const EndingSignals&) = delete;
  EndingSignals& operator=(const EndingSignals&) = delete;
  ~EndingSignals() { waiter_.join(); }

 private:
  std::thread waiter_;
};

/// From here on signals wait for `EndingSignals`, and a full disk or a closed pipe is an error, not
/// an end.
void settle_signals() {
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
}

void announce(const std::string& host, int port, const Reach& reach) {
  const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
  std::printf("Attune is at http://%s:%d (Ctrl+C stops it)\n", shown.c_str(), port);
  std::fflush(stdout);
  if (reach.outside.offline) std::fprintf(stderr, "Offline: nothing leaves this machine.\n");
  if (!reach.hint.empty()) std::fprintf(stderr, "%s\n", reach.hint.c_str());
}

Result<server::TeamOptions> team_options(const ServeOptions& options) {
  server::TeamOptions team = options.terms;
  if (options.address.empty()) return team;
  auto address = server::parse_public_address(options.address);
  if (!address) return tl::unexpected(base::wrap("--public", address.error()));
  team.address = *std::move(address);
  return team;
}

/// Somebody must be able to let the others in.
Result<void> check_admin(people::AccountStore& store, const fs::path& data) {
  const auto accounts = store.accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  const bool there = std::ranges::any_of(*accounts, [](const people::Account& account) {
    return account.active && account.role == people::Role::admin;
  });
  if (there) return {};
  return base::fail(Code::conflict,
                    "nobody could sign in: make the first admin with `attune people add NAME "
                    "--role admin --data " +
                        data.string() + "`, then start again");
}

/// To look at in the review pages until somebody has rated something.
Result<review::Example> example(const Graph& graph) {
  auto demo = worked_example(graph);
  if (!demo) return tl::unexpected(demo.error());
  return review::Example{std::move(demo->book), std::move(demo->beneath)};
}

}  // namespace

Result<fs::path> default_data() {
  const char* data_home = std::getenv("XDG_DATA_HOME");
  if (data_home != nullptr && *data_home == '/') return fs::path(data_home) / "attune";
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return fs::path(home) / ".local/share/attune";
  return base::fail(Code::invalid,
                    "there is no home directory; say where to keep sessions with --data");
}

Result<fs::path> data_folder(const fs::path& wish) {
  auto data = wish.empty() ? default_data() : Result<fs::path>(wish);
  if (!data) return data;
  if (auto made = make_private(*data); !made) return tl::unexpected(made.error());
  return data;
}

Result<void> serve(const ServeOptions& options, const Graph& graph) {
  const auto data = data_folder(options.data);
  if (!data) return tl::unexpected(data.error());
  settle_signals();
  auto log = store::SqliteLog::open(*data, {});
  if (!log) return tl::unexpected(log.error());
  const base::SystemClock clock;
  const auto reach = find_reach(options.reach, *data, clock);
  if (!reach) return tl::unexpected(reach.error());
  server::Server::Options own;
  own.http.host = options.host;
  own.http.port = options.port;
  own.web = graph.places.web;
  const auto instruments = review::with_own_instruments(graph.instruments, *data / "instruments");
  for (const base::Error& fault : instruments.faults)
    std::fprintf(stderr, "Passed over: %s\n", fault.message.c_str());
  if (options.for_team) {
    auto team = team_options(options);
    if (!team) return tl::unexpected(team.error());
    own.team = *std::move(team);
    if (auto ready = check_admin((*log)->accounts(), *data); !ready) return ready;
  }
  auto server = server::Server::open(
      own, {**log, graph.desks, *graph.reader, graph.texts, clock, **log, graph.progress_texts,
            graph.protocols, (*log)->journal(), instruments.instruments, reach->outside,
            &(*log)->accounts(), [&graph] { return example(graph); }});
  if (!server) return tl::unexpected(server.error());
  const EndingSignals signals([&] { (*server)->stop(); });
  announce(options.host, (*server)->port(), *reach);
  if (own.team && own.team->address)
    std::fprintf(stderr, "People reach it at %s\n", own.team->address->text().c_str());
  if (own.team && own.team->address && !own.team->address->tls)
    std::fprintf(stderr,
                 "Without https, whoever shares the network can read passwords and talks.\n");
  (*server)->run();
  return {};
}

Result<void> run_serve(const ServeOptions& options) {
  const auto graph = build_graph(options.reach.model.empty() ? Words::authored : Words::modeled,
                                 options.own_story);
  if (!graph) return tl::unexpected(graph.error());
  return serve(options, *graph);
}

}  // namespace attune::cli
