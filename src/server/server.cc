#include "server/server.h"

#include <atomic>

#include "server/gate.h"
#include "server/live.h"
#include "server/retention.h"
#include "server/routes.h"
#include "server/status.h"

namespace attune::server {

class Server::Parts : public Application {
 public:
  Parts(const Options& options, const House& house)
      : address_(options.team ? options.team->address : std::nullopt),
        reviews_(house.journal),
        standing_({reviews_, house.log, house.desks, house.instruments, house.example}),
        studies_(house.journal),
        outside_(house.outside),
        services_{house.log,
                  house.desks,
                  house.reader,
                  house.texts,
                  house.clock,
                  workers_,
                  outside_,
                  house.preferences,
                  house.progress_texts,
                  archive_,
                  house.protocols,
                  house.journal,
                  options.team ? house.accounts : nullptr,
                  house.instruments,
                  reviews_,
                  standing_,
                  studies_,
                  aside_},
        rooms_(options.rooms, services_),
        site_{services_, rooms_, options.web},
        aside_({.threads = 1, .queue = options.workers.queue}),
        workers_(options.workers) {
    if (!options.team) return;
    base::expects(house.accounts != nullptr);
    site_.team = &team_.emplace(*options.team, *house.accounts, house.clock);
  }

  ~Parts() override { rooms_.close(); }

  base::Result<void> listen(const Http::Options& options) {
    auto http = Http::listen(options, *this);
    if (!http) return tl::unexpected(http.error());
    http_ = *std::move(http);
    gate_.emplace(options.host, http_->port(), address_);
    return {};
  }

  Http& http() { return *http_; }

  std::optional<Response> refuse(const Request& request) override {
    if (const auto passed = gate_->check(request); !passed) return refusal(passed.error());
    if (request.upgrade && live_session(request.path).empty()) {
      return refusal({base::Code::not_found, "there is no live session at this address"});
    }
    return std::nullopt;
  }

  void answer(Request request, Answer answer) override { serve(site_, std::move(request), answer); }

  Receive connect(const Request& request, std::shared_ptr<Socket> socket) override {
    return go_live(site_, live_session(request.path), request, std::move(socket));
  }

  void finish(const Request& request, Response& response) override {
    gate_->secure(request, response);
  }

  void tick() override {
    rooms_.look_after();
    retention_.tick(site_);
    look_at_reviews();
  }

 private:
  /// So that rooms know what is not trusted, and nobody waits for the first map.
  void look_at_reviews() {
    if (looking_.exchange(true)) return;
    const bool taken = workers_.offer([this] {
      static_cast<void>(standing_.now());  // whoever asks for it is told what is wrong
      looking_ = false;
    });
    if (!taken) looking_ = false;
  }

  // In this order: rooms are closed while the workers still work; then these, the last here, do
  // what waits, with all that they work on; the port goes last, for sockets and answers belong to
  // it.
  std::unique_ptr<Http> http_;
  const std::optional<PublicAddress> address_;
  std::optional<Gate> gate_;
  std::atomic<bool> looking_ = false;
  review::Reviews reviews_;
  Standing standing_;
  trial::Studies studies_;
  const Outside outside_;
  progress::Archive archive_;
  Services services_;
  Rooms rooms_;
  std::optional<Team> team_;
  Site site_;
  Retention retention_;
  Workers aside_;
  Workers workers_;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::open(const Options& options, const House& house) {
  Options own = options;
  if (!is_loopback(own.http.host) && !(own.team && own.team->address)) {
    return base::fail(base::Code::forbidden,
                      "serving on " + own.http.host +
                          ": others could reach it. Use --host 127.0.0.1, or --team with --public "
                          "and the address by which people reach it (docs/running-a-service.md)");
  }
  if (own.http.host == "localhost") own.http.host = "127.0.0.1";
  auto parts = std::make_unique<Parts>(own, house);
  if (auto listening = parts->listen(own.http); !listening)
    return tl::unexpected(listening.error());
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

int Server::port() const {
  return parts_->http().port();
}
void Server::run() {
  parts_->http().run();
}
void Server::stop() {
  parts_->http().stop();
}

}  // namespace attune::server
