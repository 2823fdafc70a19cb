#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/http.h"

namespace attune::server {

/// Whether `host` is a name of this machine alone: 127.x.x.x, ::1 or localhost.
[[nodiscard]] bool is_loopback(const std::string& host);

/// Where a service is reached from outside.
struct PublicAddress {
  std::string authority;  ///< host, and port where it is not the scheme's own; in lower case
  bool tls = true;        ///< https: a proxy in front of us encrypts

  /// "https://attune.example.org"
  [[nodiscard]] std::string text() const;
};

/// `invalid` unless it is "https://" or "http://" with a host and perhaps a port, and nothing more.
[[nodiscard]] base::Result<PublicAddress> parse_public_address(std::string_view text);

/// Turns away whoever did not come from our own page: a page of another site that the same browser
/// shows (Origin), or a name that somebody made to point here (Host).
class Gate {
 public:
  Gate(const std::string& host, int port, std::optional<PublicAddress> address = {});

  /// `forbidden` unless Host is ours and Origin, where sent, is too.
  [[nodiscard]] base::Result<void> check(const Request& request) const;

  /// Adds what every response carries: what the page may load, where it may be shown, and, to
  /// whoever came by a public https address, that it is to be reached by https alone.
  void secure(const Request& request, Response& response) const;

 private:
  [[nodiscard]] bool came_by_tls(const std::string& host) const;

  const std::optional<PublicAddress> address_;
  std::vector<std::string> hosts_;    ///< host and port, in lower case
  std::vector<std::string> origins_;  ///< those with their scheme
};

}  // namespace attune::server
