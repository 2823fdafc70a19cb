#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace attune::fakes {

/// What a scripted endpoint does on one request.
struct Script {
  enum class Then {
    keep,   ///< the connection waits for the next request
    close,  ///< it is closed
    hang,   ///< nothing more comes, and it stays open
    repeat  ///< the last bytes come again and again
  };
  std::vector<std::string> parts;  ///< sent one by one
  Then then = Then::keep;
  std::chrono::milliseconds before{0};  ///< each part
};

/// One HTTP answer, of any status.
[[nodiscard]] Script http(int status, const std::string& body, const std::string& headers = "");

/// Server-sent events, a part each, in a chunked body; `last` false leaves the body's end away.
[[nodiscard]] Script stream(const std::vector<std::string>& events, bool last = true);

/// The same with one chunk of the chat format a word, a finish, the tokens and [DONE].
[[nodiscard]] Script say(const std::vector<std::string>& words);

/// "data: {...}\n\n" with one delta of content.
[[nodiscard]] std::string delta(const std::string& words);

/// A server on loopback that answers requests by a script, on a thread of its own. Thread-safe.
class ScriptedEndpoint {
 public:
  struct Seen {
    std::string head, body;
    int connection = 0;  ///< counted from 1
    std::chrono::steady_clock::time_point when;
  };

  ScriptedEndpoint();
  ~ScriptedEndpoint();

  /// "http://127.0.0.1:PORT/v1"
  [[nodiscard]] std::string url() const;

  /// The scripts of the requests to come, in order; the last serves all further ones.
  void plan(std::vector<Script> scripts);

  /// Answers every further request by what it asks, in place of the plan.
  void answer_by(std::function<Script(const Seen&)> answer);

  [[nodiscard]] std::vector<Seen> seen();
  [[nodiscard]] int connections();  ///< taken so far
  [[nodiscard]] int closed();       ///< of those, by the other side

  /// False when it has not come to that within 30 s.
  [[nodiscard]] bool wait_for_requests(std::size_t count);
  [[nodiscard]] bool wait_for_closed(int count);  ///< by the other side

 private:
  struct Connection {
    int socket = -1, number = 0;
    std::string in, out;
    Script script;
    std::size_t next = 0;  ///< part
    bool answering = false;
    std::chrono::steady_clock::time_point due;
  };

  void run();
  void serve(Connection& connection);
  void take_request(Connection& connection);
  void advance(Connection& connection);
  void drop(Connection& connection, bool by_peer);

  int listener_ = -1, port_ = 0;
  int wake_[2] = {-1, -1};
  std::deque<Connection> connections_;  // the thread's own
  std::mutex mutex_;                    ///< guards the next six
  std::deque<Script> plan_;
  std::function<Script(const Seen&)> answer_;
  std::vector<Seen> seen_;
  int taken_ = 0, closed_ = 0;
  bool ending_ = false;
  std::condition_variable changed_;
  std::thread thread_;
};

/// A port of this machine on which nobody listens while this lives.
class DeadPort {
 public:
  DeadPort();
  ~DeadPort();
  [[nodiscard]] std::string url() const;

 private:
  int socket_ = -1, port_ = 0;
};

}  // namespace attune::fakes
