#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "server/who.h"

/// HTTP and WebSocket without a word of the library behind them, which compiles slowly and is named
/// in http.cc and live_socket.cc alone.
namespace attune::server {

enum class Method { get, post, put, remove, other };

struct Request {
  Method method = Method::get;
  std::string path;                          ///< percent-decoded, begins with '/'
  std::map<std::string, std::string> query;  ///< percent-decoded
  std::map<std::string, std::string>
      headers;  ///< names in lower case; a repeated one joined by ','
  std::string body;
  bool upgrade = false;   ///< asks for a WebSocket
  std::string peer = {};  ///< IP address of the other end: the caller's, or its proxy's
  Who who = {};           ///< set once the request has passed the gate
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body = {};
  std::map<std::string, std::string> headers = {};  ///< beside Content-Type and Content-Length
};

/// Where a response goes; copies lead to one place, from any thread. The first call counts. When
/// all copies are gone and none was called, the person gets `internal`.
class Answer {
 public:
  explicit Answer(std::function<void(Response)> to);
  void operator()(Response response) const;

 private:
  struct Way;
  // Shared, because a request's answer travels through queues that copy what they hold.
  std::shared_ptr<Way> way_;
};

/// The server's end of one WebSocket. Thread-safe. Shared by its connection and by the room that
/// speaks into it: either may be the last to let go.
class Socket {
 public:
  virtual ~Socket() = default;

  /// Queues a text frame. A socket whose peer is too slow to take what waits is closed instead.
  virtual void send(std::string frame) = 0;

  /// Closes once what waits is sent.
  virtual void close() = 0;

  [[nodiscard]] virtual bool is_open() const = 0;
};

enum class FrameKind { text, binary, too_large };

/// What happens to each frame of one socket; `text` is empty unless the kind is text. Runs on the
/// I/O thread, so it must not wait.
using Receive = std::function<void(FrameKind kind, std::string text)>;

/// What the facade serves. Every function runs on the I/O thread and must not wait.
class Application {
 public:
  virtual ~Application() = default;

  /// The answer to a request that must go no further, upgrades included.
  [[nodiscard]] virtual std::optional<Response> refuse(const Request& request) = 0;

  virtual void answer(Request request, Answer answer) = 0;

  /// Takes a socket that was just opened.
  [[nodiscard]] virtual Receive connect(const Request& request, std::shared_ptr<Socket> socket) = 0;

  /// Adds what every response carries.
  virtual void finish(const Request& request, Response& response) = 0;

  /// Called every `Http::Options::tick`.
  virtual void tick() = 0;
};

/// One listening port and the thread that serves it.
class Http {
 public:
  struct Options {
    std::string host = "127.0.0.1";
    int port = 8080;                        ///< 0 takes a free one
    std::size_t largest_body = 64U << 10U;  ///< bytes; a larger one gets `too_large`
                                            /// Of paths that take files; whoever asks is known only
                                            /// once it is read, so it is bounded.
    std::size_t largest_file = 1U << 20U;
    std::size_t largest_frame = 64U << 10U;  ///< bytes; a larger one is `FrameKind::too_large`
    std::size_t largest_unsent = 4U << 20U;  ///< bytes waiting for one socket before it is closed
    std::size_t connections = 512;           ///< at one time; a further one is closed at once
    std::chrono::seconds idle{60};           ///< a connection without a request is closed
    std::chrono::seconds silence{30};  ///< a socket that answers no ping for so long is closed
    std::chrono::seconds farewell{2};  ///< how long `stop` waits for answers under way
    std::chrono::milliseconds tick{2000};
  };

  /// `unavailable` when the port is in use or the address is not this machine's. `application` must
  /// outlive the result.
  [[nodiscard]] static base::Result<std::unique_ptr<Http>> listen(const Options& options,
                                                                  Application& application);
  ~Http();

  [[nodiscard]] int port() const;

  /// Serves until `stop`; the calling thread becomes the I/O thread.
  void run();

  /// Takes no more connections, closes the sockets, lets answers under way finish. Thread-safe.
  void stop();

 private:
  struct Parts;
  explicit Http(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::server
