#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "e2e/server_wire.h"

namespace attune::e2e {

using Json = nlohmann::json;

/// The id of the first person on offer.
[[nodiscard]] std::string any_case(int port);

/// Begins a session with that person, or the one named; its id.
[[nodiscard]] std::string begin_session(int port);
[[nodiscard]] std::string begin_session(int port, const std::string& person);

/// The page's side of one session: sends, and keeps all that it got.
class Talk {
 public:
  Talk(int port, const std::string& session, int after = 0) : live_(port, session, after) {}

  bool say(const std::string& key, const std::string& text, bool goodbye = false);
  bool give(const Json& frame) { return live_.send(frame.dump()); }
  Live& live() { return live_; }

  /// Reads on until `is_it`; nothing when the server is gone first.
  std::optional<Json> wait(const std::function<bool(const Json&)>& is_it);
  std::optional<Json> wait_for(const std::string& type);
  std::optional<Json> wait_for_event(const std::string& type);
  /// The client's words of `turn`.
  std::optional<Json> wait_for_reply(int turn);

  [[nodiscard]] const std::vector<Json>& frames() const { return frames_; }
  [[nodiscard]] int last() const { return last_; }

 private:
  Live live_;
  std::vector<Json> frames_;
  int last_ = 0;  ///< the last sequence number received
};

/// All events of the session that its page may see now.
[[nodiscard]] Json events_of(int port, const std::string& session);

}  // namespace attune::e2e
