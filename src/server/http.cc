#include "server/http.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "base/log.h"
#include "server/live_socket.h"
#include "server/status.h"
#include "server/target.h"

namespace attune::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using Raw = http::request<http::string_body>;

Method method_of(http::verb verb) {
  if (verb == http::verb::get || verb == http::verb::head) return Method::get;
  if (verb == http::verb::post) return Method::post;
  if (verb == http::verb::put) return Method::put;
  return verb == http::verb::delete_ ? Method::remove : Method::other;
}

std::map<std::string, std::string> headers_of(const Raw& raw) {
  std::map<std::string, std::string> headers;
  for (const auto& field : raw) {
    std::string name(field.name_string());
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string& value = headers[name];
    value += (value.empty() ? "" : ",") + std::string(field.value());
  }
  return headers;
}

std::optional<Request> native(Raw& raw) {
  auto target = parse_target(std::string_view(raw.target().data(), raw.target().size()));
  if (!target) return std::nullopt;
  return Request{.method = method_of(raw.method()),
                 .path = std::move(target->path),
                 .query = std::move(target->query),
                 .headers = headers_of(raw),
                 .body = std::move(raw.body()),
                 .upgrade = beast::websocket::is_upgrade(raw)};
}

std::string peer_of(const beast::tcp_stream& stream) {
  beast::error_code error;
  const auto end = stream.socket().remote_endpoint(error);
  return error ? "" : end.address().to_string();
}

/// The library's form of `response`, to a request of `raw`'s version and kind.
http::response<http::string_body> foreign(Response response, const Raw& raw) {
  http::response<http::string_body> out{static_cast<http::status>(response.status), raw.version()};
  out.keep_alive(raw.keep_alive());
  for (const auto& [name, value] : response.headers) out.set(name, value);
  if (response.status != 204 && response.status != 304)
    out.set(http::field::content_type, response.type);
  out.body() = std::move(response.body);
  out.prepare_payload();
  if (raw.method() == http::verb::head) out.body().clear();
  return out;
}

/// Waits for the application's answer, which may come from any thread.
asio::awaitable<Response> answered(Application& application, Request request) {
  const auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Response)>(
      [&application, &request, executor](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        // The thread must not go home while an answer is awaited.
        auto busy = asio::prefer(executor, asio::execution::outstanding_work.tracked);
        application.answer(std::move(request), Answer([waiting, busy](Response response) {
                             asio::post(busy, [waiting, response = std::move(response)]() mutable {
                               (*waiting)(std::move(response));
                             });
                           }));
      },
      use_awaitable);
}

/// Paths whose body may be a file, or as long a list.
bool takes_files(std::string_view target) {
  return target == "/api/review/import" || target == "/api/review/batches";
}

base::Error read_failure(const beast::error_code& error, std::size_t largest) {
  if (error == http::error::body_limit) {
    return {base::Code::too_large,
            "the request is larger than " + std::to_string(largest >> 10U) + " KiB; send less"};
  }
  if (error == http::error::header_limit) {
    return {base::Code::too_large, "the request's headers are too large; clear this site's data"};
  }
  return {base::Code::invalid, "the request is not well-formed HTTP"};
}

bool is_protocol_error(const beast::error_code& error) {
  return error.category() == http::make_error_code(http::error::bad_line_ending).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

}  // namespace

struct Http::Parts {
  /// One connection, so that `stop` can end it.
  struct Visit {
    beast::tcp_stream* idle = nullptr;  ///< set while it waits for a request
    std::weak_ptr<LiveSocket> socket;   ///< set once it is a WebSocket
  };

  Parts(const Options& an_options, Application& an_application)
      : options(an_options), application(an_application) {}

  asio::awaitable<void> accept_all();
  asio::awaitable<void> pause();
  asio::awaitable<void> tick_all();
  asio::awaitable<void> visit(tcp::socket socket);
  asio::awaitable<void> converse(beast::tcp_stream stream, Visit& visit);
  asio::awaitable<bool> read(beast::tcp_stream& stream, beast::flat_buffer& buffer, Raw& raw);
  asio::awaitable<bool> reply(beast::tcp_stream& stream, const Raw& raw, const Request& request,
                              Response response);
  asio::awaitable<void> turn_down(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                  const base::Error& error);
  asio::awaitable<void> go_live(beast::tcp_stream stream, Visit& visit, Raw raw, Request request);
  void part();

  const Options options;
  Application& application;
  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  asio::steady_timer breath{io};
  asio::steady_timer ticker{io};
  asio::steady_timer farewell{io};
  std::set<Visit*> visits;
  bool stopping = false;
};

asio::awaitable<void> Http::Parts::accept_all() {
  while (acceptor.is_open()) {
    beast::error_code error;
    tcp::socket socket = co_await acceptor.async_accept(redirect_error(use_awaitable, error));
    if (error) co_await pause();  // out of descriptors, most likely: some will be free again soon
    if (error || visits.size() >= options.connections) continue;
    socket.set_option(tcp::no_delay(true), error);
    asio::co_spawn(io, visit(std::move(socket)), asio::detached);
  }
}

asio::awaitable<void> Http::Parts::pause() {
  beast::error_code error;
  breath.expires_after(std::chrono::milliseconds(100));
  co_await breath.async_wait(redirect_error(use_awaitable, error));
}

asio::awaitable<void> Http::Parts::tick_all() {
  while (!stopping) {
    beast::error_code error;
    ticker.expires_after(options.tick);
    co_await ticker.async_wait(redirect_error(use_awaitable, error));
    if (!stopping) application.tick();
  }
}

asio::awaitable<void> Http::Parts::visit(tcp::socket socket) {
  Visit visit;
  visits.insert(&visit);
  try {
    co_await converse(beast::tcp_stream(std::move(socket)), visit);
  } catch (const std::exception&) {
    base::log_error("a connection ended with an exception");
  }
  visits.erase(&visit);
  if (stopping && visits.empty()) farewell.cancel();
}

asio::awaitable<void> Http::Parts::converse(beast::tcp_stream stream, Visit& visit) {
  const base::Error ill_formed{base::Code::invalid, "the address is ill-formed"};
  beast::flat_buffer buffer;
  while (!stopping) {
    Raw raw;
    visit.idle = &stream;
    const bool got = co_await read(stream, buffer, raw);
    visit.idle = nullptr;
    if (!got) co_return;
    std::optional<Request> request = native(raw);
    if (!request) {
      co_await turn_down(stream, buffer, ill_formed);
      co_return;
    }
    request->peer = peer_of(stream);
    std::optional<Response> response = application.refuse(*request);
    if (!response && request->upgrade) {
      co_await go_live(std::move(stream), visit, std::move(raw), *std::move(request));
      co_return;
    }
    if (!response) response = co_await answered(application, *request);
    if (!co_await reply(stream, raw, *request, *std::move(response))) co_return;
  }
}

/// False when the connection is over, for whatever reason; the peer was told if there was something
/// to say.
asio::awaitable<bool> Http::Parts::read(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                        Raw& raw) {
  http::request_parser<http::string_body> parser;
  parser.body_limit(options.largest_file);
  beast::error_code error;
  stream.expires_after(options.idle);
  co_await http::async_read_header(stream, buffer, parser, redirect_error(use_awaitable, error));
  const std::size_t largest =
      takes_files(parser.get().target()) ? options.largest_file : options.largest_body;
  if (!error && parser.content_length().value_or(0) > largest) error = http::error::body_limit;
  parser.body_limit(largest);
  if (!error)
    co_await http::async_read(stream, buffer, parser, redirect_error(use_awaitable, error));
  const base::Error failure = read_failure(error, largest);
  if (is_protocol_error(error)) co_await turn_down(stream, buffer, failure);
  if (error) co_return false;
  raw = parser.release();
  co_return true;
}

/// False when the connection must end after this response.
asio::awaitable<bool> Http::Parts::reply(beast::tcp_stream& stream, const Raw& raw,
                                         const Request& request, Response response) {
  application.finish(request, response);
  auto out = foreign(std::move(response), raw);
  if (stopping) out.keep_alive(false);
  const bool goes_on = out.keep_alive();
  beast::error_code error;
  stream.expires_after(options.idle);
  co_await http::async_write(stream, out, redirect_error(use_awaitable, error));
  if (!goes_on && !error) stream.socket().shutdown(tcp::socket::shutdown_send, error);
  co_return goes_on && !error;
}

/// Answers what could not be read, then takes in some of what still comes, so that a peer in the
/// middle of sending gets to see the answer.
asio::awaitable<void> Http::Parts::turn_down(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                             const base::Error& error) {
  Raw nothing;
  nothing.version(11);
  nothing.keep_alive(false);
  const Request unknown;
  co_await reply(stream, nothing, unknown, refusal(error));
  beast::error_code ended;
  stream.expires_after(std::chrono::seconds(2));
  for (std::size_t taken = 0; !ended && taken < (4U << 20U);) {
    buffer.clear();
    taken += co_await stream.async_read_some(buffer.prepare(16384),
                                             redirect_error(use_awaitable, ended));
  }
}

asio::awaitable<void> Http::Parts::go_live(beast::tcp_stream stream, Visit& visit, Raw raw,
                                           Request request) {
  auto socket = std::make_shared<LiveSocket>(std::move(stream), options);
  visit.socket = socket;
  if (!co_await socket->accept(raw)) co_return;
  Receive receive = application.connect(request, socket);
  co_await socket->listen(std::move(receive));
}

void Http::Parts::part() {
  if (stopping) return;
  stopping = true;
  beast::error_code error;
  acceptor.close(error);
  breath.cancel();
  ticker.cancel();
  for (Visit* visit : visits) {
    if (visit->idle != nullptr) visit->idle->cancel();
    if (const auto socket = visit->socket.lock()) socket->close();
  }
  if (visits.empty()) return;
  farewell.expires_after(options.farewell);
  farewell.async_wait([this](beast::error_code) { io.stop(); });
}

Http::Http(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Http::~Http() = default;

base::Result<std::unique_ptr<Http>> Http::listen(const Options& options, Application& application) {
  auto parts = std::make_unique<Parts>(options, application);
  const std::string place = options.host + ":" + std::to_string(options.port);
  beast::error_code error;
  const auto address = asio::ip::make_address(options.host, error);
  if (error) {
    return base::fail(base::Code::invalid,
                      "listening on " + place + ": the host must be an IP address");
  }
  const tcp::endpoint endpoint(address, static_cast<unsigned short>(options.port));
  parts->acceptor.open(endpoint.protocol(), error);
  if (!error) parts->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) parts->acceptor.bind(endpoint, error);
  if (!error) parts->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error == asio::error::address_in_use) {
    return base::fail(base::Code::unavailable,
                      "listening on " + place +
                          ": the port is in use; stop what uses it, or choose another with --port");
  }
  if (error)
    return base::fail(base::Code::unavailable, "listening on " + place + ": " + error.message());
  return std::unique_ptr<Http>(new Http(std::move(parts)));
}

int Http::port() const {
  return parts_->acceptor.local_endpoint().port();
}

void Http::run() {
  asio::co_spawn(parts_->io, parts_->accept_all(), asio::detached);
  asio::co_spawn(parts_->io, parts_->tick_all(), asio::detached);
  for (bool over = false; !over;) {
    try {
      parts_->io.run();
      over = true;
    } catch (const std::exception&) {
      base::log_error("a piece of the server's input and output ended with an exception");
    }
  }
}

void Http::stop() {
  asio::post(parts_->io, [this] { parts_->part(); });
}

}  // namespace attune::server
