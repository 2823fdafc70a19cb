#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "server/http.h"

namespace attune::server {

/// Whether `host` is a name of this machine alone: 127.x.x.x, ::1 or localhost.
[[nodiscard]] bool is_loopback(const std::string& host);

/// Turns away whoever did not come from our own page: a page of another site that the same browser
/// shows (Origin), or a name that somebody made to point here (Host).
class Gate {
 public:
  Gate(const std::string& host, int port);

  /// `forbidden` unless Host is ours and Origin, where sent, is too.
  [[nodiscard]] base::Result<void> check(const Request& request) const;

 private:
  [[nodiscard]] bool is_ours(std::string authority) const;

  std::vector<std::string> ours_;  ///< host and port, in lower case
};

/// Adds what every response carries: what the page may load, and where it may be shown.
void secure(const Request& request, Response& response);

}  // namespace attune::server
