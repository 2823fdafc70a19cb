#include "server/team.h"

#include "people/secrets.h"

namespace attune::server {
namespace {

std::string header(const Request& request, const std::string& name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? "" : found->second;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(' ');
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

}  // namespace

Who known(const people::Account& account) {
  return {.account = account.id,
          .name = account.name,
          .role = account.role,
          .group = account.group,
          .local = false};
}

Who nobody() {
  return {.local = false, .known = false};
}

// With "__Host-" a browser refuses it from any other host, a neighboring subdomain's too.
Team::Team(TeamOptions options, people::AccountStore& accounts, const base::Clock& clock)
    : options_(std::move(options)),
      cookie_(options_.address && options_.address->tls ? "__Host-attune" : "attune"),
      reception_(accounts, clock) {}

std::string Team::browser(const Request& request) const {
  const std::string cookies = header(request, "cookie");
  std::string_view left = cookies;
  while (!left.empty()) {
    const auto end = left.find_first_of(";,");  // a proxy may send several headers, joined by ','
    const std::string_view one = trimmed(left.substr(0, end));
    if (one.starts_with(cookie_ + "=")) return std::string(one.substr(cookie_.size() + 1));
    left = end == left.npos ? std::string_view() : left.substr(end + 1);
  }
  return "";
}

base::Result<Who> Team::who(const std::string& browser) {
  if (browser.empty()) return nobody();
  const auto account = reception_.who(browser);
  if (!account) return tl::unexpected(account.error());
  return *account ? known(**account) : nobody();
}

bool Team::is_from_page(const Request& request) const {
  return people::is_page_token(header(request, "x-attune-token"), browser(request));
}

std::string Team::cookie(const std::string& token) const {
  const auto lasts =
      std::chrono::seconds(token.empty() ? std::chrono::days(0) : people::kSignInLasts);
  const bool tls = options_.address && options_.address->tls;
  return cookie_ + "=" + token + "; Path=/; Max-Age=" + std::to_string(lasts.count()) +
         "; HttpOnly; SameSite=Strict" + (tls ? "; Secure" : "");
}

std::string Team::caller(const Request& request) const {
  const std::string told = header(request, "x-forwarded-for");
  const bool proxy = options_.address && options_.address->tls;
  if (!proxy || told.empty()) return request.peer;
  const auto comma = told.rfind(',');
  const std::string_view last = std::string_view(told).substr(comma == told.npos ? 0 : comma + 1);
  return std::string(trimmed(last).substr(0, 64));
}

std::string Team::link(const Request& request, const std::string& path) const {
  const auto& address = options_.address;
  return (address ? address->text() : "http://" + header(request, "host")) + path;
}

}  // namespace attune::server
