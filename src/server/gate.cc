#include "server/gate.h"

#include <algorithm>
#include <cctype>

namespace attune::server {
namespace {

constexpr std::string_view kScheme = "http://", kTls = "https://";

std::string header(const Request& request, const std::string& name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? "" : found->second;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

bool is_loopback(const std::string& host) {
  if (host == "localhost" || host == "::1") return true;
  return host.rfind("127.", 0) == 0 && std::count(host.begin(), host.end(), '.') == 3 &&
         host.find_first_not_of("0123456789.") == std::string::npos;
}

std::string PublicAddress::text() const {
  return std::string(tls ? kTls : kScheme) + authority;
}

base::Result<PublicAddress> parse_public_address(std::string_view text) {
  std::string left = lower(std::string(text));
  if (left.ends_with('/')) left.pop_back();
  const bool tls = left.starts_with(kTls);
  const std::string_view scheme = tls ? kTls : kScheme;
  const std::string_view own_port = tls ? ":443" : ":80";
  const bool has_scheme = left.starts_with(scheme);
  if (has_scheme) left.erase(0, scheme.size());
  if (left.ends_with(own_port)) left.erase(left.size() - own_port.size());
  const bool plain =
      left.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") == std::string::npos;
  if (has_scheme && plain && !left.empty() && left.front() != ':')
    return PublicAddress{std::move(left), tls};
  return base::fail(base::Code::invalid,
                    "the public address must be like "
                    "https://attune.example.org, with nothing behind the host "
                    "but perhaps a port");
}

Gate::Gate(const std::string& host, int port, std::optional<PublicAddress> address)
    : address_(std::move(address)) {
  for (const std::string& name :
       {std::string("127.0.0.1"), std::string("localhost"), std::string("[::1]"), host}) {
    hosts_.push_back(name + ":" + std::to_string(port));
    if (port == 80) hosts_.push_back(name);
  }
  for (const std::string& own : hosts_) origins_.push_back(std::string(kScheme) + own);
  if (!address_) return;
  hosts_.push_back(address_->authority);
  origins_.push_back(address_->text());
}

base::Result<void> Gate::check(const Request& request) const {
  if (std::ranges::find(hosts_, lower(header(request, "host"))) == hosts_.end()) {
    return base::fail(base::Code::forbidden, "this server answers under its own address only");
  }
  if (!request.headers.contains("origin")) return {};
  if (std::ranges::find(origins_, lower(header(request, "origin"))) != origins_.end()) return {};
  return base::fail(base::Code::forbidden, "this server answers its own page only");
}

bool Gate::came_by_tls(const std::string& host) const {
  return address_ && address_->tls && lower(host) == address_->authority;
}

void Gate::secure(const Request& request, Response& response) const {
  const std::string host = header(request, "host");
  const bool tls = came_by_tls(host);
  if (tls) response.headers["Strict-Transport-Security"] = "max-age=31536000";
  // Named beside 'self', because not every browser counts a WebSocket as the page's own.
  const std::string socket =
      response.status == 403 || host.empty() ? "" : (tls ? " wss://" : " ws://") + host;
  response.headers.try_emplace(
      "Content-Security-Policy",
      "default-src 'self'; connect-src 'self'" + socket +
          "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
          "frame-ancestors 'none'");
  response.headers["X-Content-Type-Options"] = "nosniff";
  response.headers["X-Frame-Options"] = "DENY";
  response.headers["Referrer-Policy"] = "no-referrer";
  response.headers["Cross-Origin-Opener-Policy"] = "same-origin";
  response.headers["Cross-Origin-Resource-Policy"] = "same-origin";
  response.headers.try_emplace("Cache-Control", "no-store");
}

}  // namespace attune::server
