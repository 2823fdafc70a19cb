#include "server/live_socket.h"

#include <algorithm>

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace attune::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

/// Over-long frames are read and turned down up to this; beyond it the peer means no good.
constexpr std::size_t kPatience = 1U << 20U;

}  // namespace

LiveSocket::LiveSocket(beast::tcp_stream stream, const Http::Options& options)
    : options_(options), stream_(std::move(stream)) {
  beast::get_lowest_layer(stream_).expires_never();
  stream_.set_option(
      websocket::stream_base::timeout{std::chrono::seconds(10), options.silence, true});
  stream_.read_message_max(std::max(kPatience, options.largest_frame));
  stream_.auto_fragment(false);
  stream_.text(true);
}

asio::awaitable<bool> LiveSocket::accept(const Upgrade& upgrade) {
  beast::error_code error;
  co_await stream_.async_accept(upgrade, asio::redirect_error(asio::use_awaitable, error));
  if (error) open_ = false;
  co_return !error;
}

asio::awaitable<void> LiveSocket::listen(Receive receive) {
  for (;;) {
    beast::flat_buffer buffer;
    beast::error_code error;
    co_await stream_.async_read(buffer, asio::redirect_error(asio::use_awaitable, error));
    if (error) break;
    if (stream_.got_binary()) {
      receive(FrameKind::binary, "");
    } else if (buffer.size() > options_.largest_frame) {
      receive(FrameKind::too_large, "");
    } else {
      receive(FrameKind::text, beast::buffers_to_string(buffer.data()));
    }
  }
  open_ = false;
}

void LiveSocket::send(std::string frame) {
  asio::post(stream_.get_executor(),
             [self = shared_from_this(), frame = std::move(frame)]() mutable {
               self->push(std::move(frame));
             });
}

void LiveSocket::push(std::string frame) {
  if (!open_ || closing_) return;
  unsent_bytes_ += frame.size();
  if (unsent_bytes_ > options_.largest_unsent) return drop();
  unsent_.push_back(std::move(frame));
  if (!writing_) write_next();
}

void LiveSocket::write_next() {
  writing_ = true;
  stream_.async_write(asio::buffer(unsent_.front()),
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                        self->writing_ = false;
                        if (error) return self->drop();
                        self->unsent_bytes_ -= self->unsent_.front().size();
                        self->unsent_.pop_front();
                        if (!self->unsent_.empty()) return self->write_next();
                        if (self->closing_) self->close();
                      });
}

void LiveSocket::close() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->closing_ = true;
    if (self->writing_ || !self->open_) return;
    self->stream_.async_close(websocket::close_code::going_away,
                              [self](beast::error_code) { self->open_ = false; });
  });
}

void LiveSocket::drop() {
  open_ = false;
  beast::get_lowest_layer(stream_).close();
}

}  // namespace attune::server
