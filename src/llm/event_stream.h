#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::llm {

struct StreamEvent {
  std::string data;
  bool error = false;  ///< its event or field is "error", as some servers report a failure
};

/// Reads server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) from
/// bytes that may be split anywhere.
class EventStream {
 public:
  /// `longest`: bytes of one event at most.
  explicit EventStream(std::size_t longest) : longest_(longest) {}

  /// Adds the events that `bytes` complete. False once an event is too long; then call it no more.
  [[nodiscard]] bool feed(std::string_view bytes, std::vector<StreamEvent>& events);

  /// The connection has ended: adds what stands without the blank line that should follow it.
  void end(std::vector<StreamEvent>& events);

 private:
  void take_line(std::vector<StreamEvent>& events);

  std::size_t longest_;
  std::string line_;
  bool after_return_ = false;  ///< the last byte was '\r', so a '\n' belongs to it
  bool has_data_ = false;
  StreamEvent event_;
};

}  // namespace attune::llm
