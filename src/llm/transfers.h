#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attune::llm {

/// HTTP requests under way at once, over curl, on the one thread that owns this. Connections are
/// kept and shared.
class Transfers {
 public:
  using Id = std::uint64_t;

  struct Request {
    std::string url;
    std::vector<std::string> headers;
    std::string_view body;  ///< must stay until the request has ended
    std::chrono::milliseconds connect{};
    bool direct = false;  ///< by no proxy, whatever the environment says
  };

  /// How the connection went; HTTP's own errors are `none`.
  enum class Break { none, refused, insecure, lost, no_http };
  struct End {
    Break broke = Break::none;
    long status = 0;                     ///< HTTP's; 0 when none came
    std::chrono::seconds retry_after{};  ///< what the server asks for, else 0
    std::size_t sent = 0;                ///< bytes of the body that left
  };

  /// Called within `perform`; may `start`, and `stop` others, within `ended` only.
  struct Handler {
    std::function<bool(long status, std::string_view bytes)> received;  ///< false ends it as lost
    std::function<void(const End&)> ended;  ///< once, unless stopped before
  };

  Transfers();
  ~Transfers();
  Transfers(const Transfers&) = delete;
  Transfers& operator=(const Transfers&) = delete;

  Id start(const Request& request, Handler handler);

  /// Closes its connection. Returns how far it came; nothing more is heard of it.
  End stop(Id id);

  /// Waits until something comes, `wake` is called, or `most` has passed; at once when that is 0.
  void wait(std::chrono::milliseconds most);
  void wake();  ///< Thread-safe.

  /// Sends and takes in what there is.
  void perform();

 private:
  struct Curl;      // curl's handle of all requests
  struct Transfer;  // one request

  std::unique_ptr<Curl> curl_;
  std::map<Id, std::unique_ptr<Transfer>> under_way_;
  Id last_ = 0;
};

}  // namespace attune::llm
