#include "fakes/scripted_endpoint.h"

#include <algorithm>
#include <cstdio>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/result.h"

namespace attune::fakes {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{30};

struct Bound {
  int socket, port;
};

Bound bind_somewhere() {
  const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  base::expects(bind(made, generic, size) == 0 && getsockname(made, generic, &size) == 0);
  return {made, ntohs(address.sin_port)};
}

std::string url_of(int port) {
  return "http://127.0.0.1:" + std::to_string(port) + "/v1";
}

std::string chunked(const std::string& bytes) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
  return size + bytes + "\r\n";
}

}  // namespace

Script http(int status, const std::string& body, const std::string& headers) {
  return {{"HTTP/1.1 " + std::to_string(status) + " X\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body}};
}

Script stream(const std::vector<std::string>& events, bool last) {
  Script script{
      {"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"}};
  for (const std::string& event : events) script.parts.push_back(chunked(event));
  if (last) script.parts.back() += "0\r\n\r\n";
  return script;
}

std::string delta(const std::string& words) {
  return R"(data: {"model":"m-1","choices":[{"index":0,"delta":{"content":")" + words +
         R"("},"finish_reason":null}]})"
         "\n\n";
}

Script say(const std::vector<std::string>& words) {
  std::vector<std::string> events{
      R"(data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]})"
      "\n\n"};
  for (const std::string& word : words) events.push_back(delta(word));
  events.push_back(R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
                   "\n\n"
                   R"(data: {"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":20}})"
                   "\n\ndata: [DONE]\n\n");
  return stream(events);
}

ScriptedEndpoint::ScriptedEndpoint() {
  const Bound bound = bind_somewhere();
  listener_ = bound.socket;
  port_ = bound.port;
  base::expects(listen(listener_, 512) == 0 && pipe2(wake_, O_CLOEXEC | O_NONBLOCK) == 0);
  fcntl(listener_, F_SETFL, O_NONBLOCK);
  thread_ = std::thread([this] { run(); });
}

ScriptedEndpoint::~ScriptedEndpoint() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  base::expects(write(wake_[1], "x", 1) == 1);
  thread_.join();
  for (const Connection& connection : connections_)
    if (connection.socket >= 0) close(connection.socket);
  for (const int file : {listener_, wake_[0], wake_[1]}) close(file);
}

std::string ScriptedEndpoint::url() const {
  return url_of(port_);
}

void ScriptedEndpoint::plan(std::vector<Script> scripts) {
  const std::lock_guard lock(mutex_);
  plan_.assign(scripts.begin(), scripts.end());
}

void ScriptedEndpoint::answer_by(std::function<Script(const Seen&)> answer) {
  const std::lock_guard lock(mutex_);
  answer_ = std::move(answer);
}

std::vector<ScriptedEndpoint::Seen> ScriptedEndpoint::seen() {
  const std::lock_guard lock(mutex_);
  return seen_;
}

int ScriptedEndpoint::connections() {
  const std::lock_guard lock(mutex_);
  return taken_;
}

int ScriptedEndpoint::closed() {
  const std::lock_guard lock(mutex_);
  return closed_;
}

bool ScriptedEndpoint::wait_for_requests(std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [&] { return seen_.size() >= count; });
}

bool ScriptedEndpoint::wait_for_closed(int count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [&] { return closed_ >= count; });
}

void ScriptedEndpoint::run() {
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      if (ending_) return;
    }
    std::erase_if(connections_, [](const Connection& each) { return each.socket < 0; });
    std::vector<pollfd> watched{{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
    milliseconds wait{1000};
    for (const Connection& each : connections_) {
      const bool blocked = !each.out.empty();
      const short events = blocked ? POLLIN | POLLOUT : POLLIN;
      watched.push_back({each.socket, events, 0});
      if (each.answering && !blocked)
        wait = std::min(wait, std::max(milliseconds(0), std::chrono::ceil<milliseconds>(
                                                            each.due - steady_clock::now())));
    }
    poll(watched.data(), watched.size(), static_cast<int>(wait.count()));
    for (std::size_t i = 0; i < watched.size() - 2; ++i) {
      Connection& each = connections_[i];
      if (watched[i + 2].revents != 0) serve(each);
      if (each.socket >= 0 && each.answering) advance(each);
    }
    if (watched[1].revents == 0) continue;
    for (int made;
         (made = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
      const int on = 1;
      setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      const std::lock_guard lock(mutex_);
      connections_.push_back({.socket = made, .number = ++taken_});
    }
  }
}

void ScriptedEndpoint::serve(Connection& connection) {
  char bytes[16384];
  for (;;) {
    const ssize_t got = recv(connection.socket, bytes, sizeof bytes, 0);
    if (got == 0 || (got < 0 && errno != EAGAIN)) return drop(connection, true);
    if (got < 0) break;
    connection.in.append(bytes, static_cast<std::size_t>(got));
  }
  if (!connection.answering) take_request(connection);
}

void ScriptedEndpoint::take_request(Connection& connection) {
  const std::size_t head = connection.in.find("\r\n\r\n");
  if (head == std::string::npos) return;
  const std::size_t field = connection.in.find("Content-Length: ");
  const std::size_t length = field < head ? std::stoul(connection.in.substr(field + 16)) : 0;
  if (connection.in.size() < head + 4 + length) return;
  {
    const std::lock_guard lock(mutex_);
    seen_.push_back({connection.in.substr(0, head), connection.in.substr(head + 4, length),
                     connection.number, steady_clock::now()});
    base::expects(answer_ || !plan_.empty());
    connection.script = answer_ ? answer_(seen_.back()) : plan_.front();
    if (plan_.size() > 1) plan_.pop_front();
  }
  changed_.notify_all();
  connection.in.erase(0, head + 4 + length);
  connection.next = 0;
  connection.answering = true;
  connection.due = steady_clock::now() + connection.script.before;
}

void ScriptedEndpoint::advance(Connection& connection) {
  const Script& script = connection.script;
  while (connection.answering) {
    if (!connection.out.empty()) {
      const ssize_t sent =
          send(connection.socket, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EAGAIN) return;
      if (sent < 0) return drop(connection, true);
      connection.out.erase(0, static_cast<std::size_t>(sent));
      continue;
    }
    if (connection.next == script.parts.size()) {
      if (script.then == Script::Then::close) return drop(connection, false);
      if (script.then == Script::Then::repeat) connection.next = script.parts.size() - 1;
      connection.due = steady_clock::now() + std::chrono::hours(1);
      if (script.then == Script::Then::hang) return;
      connection.answering = script.then == Script::Then::repeat;
      if (!connection.answering) return take_request(connection);
      connection.due = steady_clock::now() + script.before;
    }
    if (connection.due > steady_clock::now()) return;
    connection.out = script.parts[connection.next++];
    connection.due = steady_clock::now() + script.before;
  }
}

void ScriptedEndpoint::drop(Connection& connection, bool by_peer) {
  close(connection.socket);
  connection.socket = -1;
  connection.answering = false;
  const std::lock_guard lock(mutex_);
  closed_ += by_peer ? 1 : 0;
  changed_.notify_all();
}

DeadPort::DeadPort() {
  const Bound bound = bind_somewhere();
  socket_ = bound.socket;
  port_ = bound.port;
}

DeadPort::~DeadPort() {
  close(socket_);
}

std::string DeadPort::url() const {
  return url_of(port_);
}

}  // namespace attune::fakes
