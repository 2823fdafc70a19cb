#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/roles.h"
#include "server/site.h"

namespace attune::server {

using Handler = void (*)(Site&, const Request&, const std::string& id, const Answer&);

/// What a route asks of whoever calls it: nothing (`open_to_all`), a sign-in, or a sign-in that may
/// do an act. There is no default, so that no route is open by oversight.
class Needs {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a table of routes reads best with acts in it
  constexpr Needs(people::Act act) : act_(act) {}
  static constexpr Needs nothing() { return Needs(false); }
  static constexpr Needs sign_in() { return Needs(true); }

  [[nodiscard]] bool met_by(const Who& who) const {
    return act_ ? who.may(*act_) : !sign_in_ || who.local || who.known;
  }
  [[nodiscard]] bool sign_in_needed() const { return sign_in_; }
  [[nodiscard]] std::optional<people::Act> act() const { return act_; }

 private:
  constexpr explicit Needs(bool sign_in) : sign_in_(sign_in) {}
  std::optional<people::Act> act_;
  bool sign_in_ = true;
};

struct Route {
  Method method;
  std::string_view before;  ///< the path, or what stands in front of the id
  std::string_view behind;  ///< what stands behind it
  bool has_id;
  Needs needs;
  Handler handler;
};

/// All of them, those of every group.
[[nodiscard]] const std::vector<Route>& routes();

/// Finds out who asks, then `route`s what passed the gate.
void serve(Site& site, Request request, const Answer& answer);

/// Answers `request.who`; everything outside /api and /v1 is the page. In team mode a request that
/// changes something must come from our own page (X-Attune-Token), but for routes open to all.
void route(Site& site, Request request, const Answer& answer);

/// The session whose live socket `path` names, or "".
[[nodiscard]] std::string live_session(const std::string& path);

}  // namespace attune::server
