#pragma once

#include <optional>
#include <string>

#include "people/reception.h"
#include "server/gate.h"
#include "server/workers.h"

namespace attune::server {

struct TeamOptions {
  std::optional<PublicAddress> address;  ///< nothing: for this machine alone, to try it out
  std::string name = "Attune";           ///< of the service, as its people know it
  int days = 90;           ///< until the words of a new talk are erased; 0: never. Our choice
  bool announced = false;  ///< supervisors read all talks, and people are told so before each
  bool research = false;   ///< people are asked whether a talk may go into research
};

/// Team mode: who asks, by the cookie of their browser, and on what terms they practice.
/// Thread-safe.
class Team {
 public:
  /// Both must outlive it.
  Team(TeamOptions options, people::AccountStore& accounts, const base::Clock& clock);

  [[nodiscard]] const TeamOptions& options() const { return options_; }
  [[nodiscard]] people::Reception& reception() { return reception_; }

  /// The token in the cookie of the browser that asks; "" without one.
  [[nodiscard]] std::string browser(const Request& request) const;

  /// Who is signed in there; not `known` when nobody is. Reads the disk, each time: whoever was
  /// just made inactive is out at once.
  [[nodiscard]] base::Result<Who> who(const std::string& browser);

  /// Whether the request carries what GET /api/me told our page in that browser (X-Attune-Token).
  [[nodiscard]] bool is_from_page(const Request& request) const;

  /// The value of Set-Cookie that keeps `token` in a browser, or takes it out when it is "".
  [[nodiscard]] std::string cookie(const std::string& token) const;

  /// What tells callers apart, to slow down guessing: behind a proxy that encrypts, the last
  /// address of X-Forwarded-For, else the other end's own.
  [[nodiscard]] std::string caller(const Request& request) const;

  /// Where the page of `path` is for people, e.g. "https://attune.example.org/invite/...".
  [[nodiscard]] std::string link(const Request& request, const std::string& path) const;

  /// Takes work with passwords: two at one time, each with its 64 MiB, and no talk waits for them.
  /// False when 16 wait already.
  [[nodiscard]] bool offer(Workers::Work work) { return passwords_.offer(std::move(work)); }

 private:
  const TeamOptions options_;
  const std::string cookie_;  ///< its name
  people::Reception reception_;
  Workers passwords_{{.threads = 2, .queue = 16}};
};

/// Somebody who is signed in.
[[nodiscard]] Who known(const people::Account& account);

/// Somebody in team mode who is not.
[[nodiscard]] Who nobody();

}  // namespace attune::server
