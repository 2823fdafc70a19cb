#pragma once

#include <optional>
#include <string>
#include <string_view>

/// A client of HTTP and WebSocket made of plain sockets, so that it can also say what no library
/// would.
namespace attune::e2e {

/// A TCP connection to the server.
class Wire {
 public:
  explicit Wire(int port);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// False when the peer is gone.
  bool write(std::string_view bytes);

  /// Exactly `count` bytes, or nothing when the peer closes first or says nothing for a minute.
  [[nodiscard]] std::optional<std::string> read(std::size_t count);

  /// Up to and with `end`.
  [[nodiscard]] std::optional<std::string> read_until(std::string_view end);

 private:
  [[nodiscard]] bool fill();

  int socket_ = -1;
  std::string got_;
};

struct Reply {
  int status = 0;  ///< 0 when there was none
  std::string head;
  std::string body;
};

struct Ask {
  std::string method = "GET";
  std::string target = "/";
  std::string body = {};
  std::string host = {};     ///< the server's own when empty
  std::string headers = {};  ///< further ones, each ending in CR LF
};
[[nodiscard]] Reply ask(int port, const Ask& ask);

/// Sends `bytes` as they are and reads one response.
[[nodiscard]] Reply ask_raw(int port, std::string_view bytes);

/// A WebSocket on a session.
class Live {
 public:
  Live(int port, const std::string& session, int after = 0, const std::string& headers = "");

  /// The status of the handshake's response: 101 when it worked.
  [[nodiscard]] int status() const { return status_; }

  bool send(std::string_view text) { return send_frame(1, text); }
  bool send_binary(std::string_view bytes) { return send_frame(2, bytes); }

  /// The next text frame; nothing when the server closes.
  [[nodiscard]] std::optional<std::string> receive();

 private:
  bool send_frame(int opcode, std::string_view payload);

  Wire wire_;
  int status_ = 0;
};

}  // namespace attune::e2e
