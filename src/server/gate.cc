#include "server/gate.h"

#include <algorithm>
#include <cctype>

namespace attune::server {
namespace {

constexpr std::string_view kScheme = "http://";

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

Gate::Gate(const std::string& host, int port) {
  for (const std::string& name :
       {std::string("127.0.0.1"), std::string("localhost"), std::string("[::1]"), host}) {
    ours_.push_back(name + ":" + std::to_string(port));
    if (port == 80) ours_.push_back(name);
  }
}

bool Gate::is_ours(std::string authority) const {
  return std::find(ours_.begin(), ours_.end(), lower(std::move(authority))) != ours_.end();
}

base::Result<void> Gate::check(const Request& request) const {
  if (!is_ours(header(request, "host"))) {
    return base::fail(base::Code::forbidden, "this server answers under its own address only");
  }
  if (!request.headers.contains("origin")) return {};
  const std::string origin = lower(header(request, "origin"));
  if (origin.rfind(kScheme, 0) == 0 && is_ours(origin.substr(kScheme.size()))) return {};
  return base::fail(base::Code::forbidden, "this server answers its own page only");
}

void secure(const Request& request, Response& response) {
  const std::string host = header(request, "host");
  // Named beside 'self', because not every browser counts a WebSocket as the page's own.
  const std::string socket = response.status == 403 || host.empty() ? "" : " ws://" + host;
  response.headers["Content-Security-Policy"] =
      "default-src 'self'; connect-src 'self'" + socket +
      "; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
      "frame-ancestors 'none'";
  response.headers["X-Content-Type-Options"] = "nosniff";
  response.headers["X-Frame-Options"] = "DENY";
  response.headers["Referrer-Policy"] = "no-referrer";
  response.headers["Cross-Origin-Opener-Policy"] = "same-origin";
  response.headers["Cross-Origin-Resource-Policy"] = "same-origin";
  response.headers.try_emplace("Cache-Control", "no-store");
}

}  // namespace attune::server
