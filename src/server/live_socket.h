#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "server/http.h"

namespace attune::server {

/// A WebSocket over Beast. Included by http.cc and live_socket.cc alone. All but the functions of
/// `Socket` belong to the I/O thread.
class LiveSocket : public Socket, public std::enable_shared_from_this<LiveSocket> {
 public:
  using Upgrade = boost::beast::http::request<boost::beast::http::string_body>;

  LiveSocket(boost::beast::tcp_stream stream, const Http::Options& options);

  void send(std::string frame) override;
  void close() override;
  [[nodiscard]] bool is_open() const override { return open_; }

  /// Completes the handshake; false when the peer is gone.
  [[nodiscard]] boost::asio::awaitable<bool> accept(const Upgrade& upgrade);

  /// Hands each frame to `receive` until the socket closes.
  [[nodiscard]] boost::asio::awaitable<void> listen(Receive receive);

 private:
  void push(std::string frame);
  void write_next();
  void drop();

  const Http::Options& options_;
  boost::beast::websocket::stream<boost::beast::tcp_stream> stream_;
  std::deque<std::string> unsent_;
  std::size_t unsent_bytes_ = 0;
  bool writing_ = false;
  bool closing_ = false;
  std::atomic<bool> open_ = true;
};

}  // namespace attune::server
