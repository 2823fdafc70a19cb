#include "e2e/server_wire.h"

#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace attune::e2e {
namespace {

constexpr int kPatienceMs = 60'000;

Reply read_reply(Wire& wire, bool has_body) {
  const auto head = wire.read_until("\r\n\r\n");
  if (!head) return {};
  Reply reply{std::atoi(head->c_str() + 9), *head, ""};
  const std::size_t length = head->find("Content-Length: ");
  if (!has_body || length == std::string::npos) return reply;
  reply.body =
      wire.read(static_cast<std::size_t>(std::atol(head->c_str() + length + 16))).value_or("");
  return reply;
}

std::string own_host(int port) {
  return "127.0.0.1:" + std::to_string(port);
}

}  // namespace

Wire::Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

Wire::~Wire() {
  if (socket_ >= 0) ::close(socket_);
}

bool Wire::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Wire::fill() {
  pollfd waiting{socket_, POLLIN, 0};
  if (socket_ < 0 || ::poll(&waiting, 1, kPatienceMs) <= 0) return false;
  char bytes[16384];
  const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  got_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

std::optional<std::string> Wire::read(std::size_t count) {
  while (got_.size() < count) {
    if (!fill()) return std::nullopt;
  }
  std::string bytes = got_.substr(0, count);
  got_.erase(0, count);
  return bytes;
}

std::optional<std::string> Wire::read_until(std::string_view end) {
  std::size_t at = 0;
  while ((at = got_.find(end)) == std::string::npos) {
    if (!fill()) return std::nullopt;
  }
  return read(at + end.size());
}

Reply ask(int port, const Ask& ask) {
  const std::string host = ask.host.empty() ? own_host(port) : ask.host;
  Wire wire(port);
  wire.write(ask.method + " " + ask.target + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " +
             std::to_string(ask.body.size()) + "\r\n" + ask.headers + "\r\n" + ask.body);
  return read_reply(wire, ask.method != "HEAD");
}

Reply ask_raw(int port, std::string_view bytes) {
  Wire wire(port);
  wire.write(bytes);
  return read_reply(wire, true);
}

Live::Live(int port, const std::string& session, int after, const std::string& headers)
    : wire_(port) {
  wire_.write("GET /api/sessions/" + session + "/live?after=" + std::to_string(after) +
              " HTTP/1.1\r\nHost: " + own_host(port) +
              "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
              headers + "\r\n");
  status_ = read_reply(wire_, false).status;
}

bool Live::send_frame(int opcode, std::string_view payload) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  const std::size_t size = payload.size();
  if (size < 126) {
    frame += static_cast<char>(0x80 | size);
  } else {
    const int bytes = size <= 0xffff ? 2 : 8;
    frame += static_cast<char>(0x80 | (bytes == 2 ? 126 : 127));
    for (int i = bytes - 1; i >= 0; --i) frame += static_cast<char>((size >> (8 * i)) & 0xff);
  }
  frame += std::string(4, '\0');  // a mask of zeros leaves the payload as it is
  frame += payload;
  return wire_.write(frame);
}

std::optional<std::string> Live::receive() {
  for (;;) {
    const auto head = wire_.read(2);
    if (!head) return std::nullopt;
    const int opcode = (*head)[0] & 0x0f;
    std::size_t size = static_cast<unsigned char>((*head)[1]) & 0x7fU;
    if (size >= 126) {
      const auto bytes = wire_.read(size == 126 ? 2 : 8);
      if (!bytes) return std::nullopt;
      size = 0;
      for (const char byte : *bytes) size = size << 8U | static_cast<unsigned char>(byte);
    }
    auto payload = wire_.read(size);
    if (!payload || opcode == 8) return std::nullopt;
    if (opcode == 1) return payload;
    if (opcode == 9) send_frame(10, *payload);
  }
}

}  // namespace attune::e2e
