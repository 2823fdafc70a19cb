#include "server/routes.h"

#include <optional>
#include <string_view>
#include <vector>

#include "server/catalog.h"
#include "server/completions.h"
#include "server/pages.h"
#include "server/practice.h"
#include "server/sessions.h"
#include "server/status.h"

namespace attune::server {
namespace {

constexpr std::string_view kSessions = "/api/sessions/";
constexpr std::string_view kLive = "/live";

}  // namespace

const std::vector<Route>& routes() {
  using people::Act;
  static const std::vector<Route> table{
      {Method::get, "/api/health", "", false, Needs::nothing(), health},
      {Method::get, "/api/status", "", false, Needs::sign_in(), tell_status},
      {Method::get, "/api/egress", "", false, Act::manage_service, list_egress},
      {Method::get, "/api/cases", "", false, Act::practice, list_cases},
      {Method::get, "/api/models", "", false, Needs::sign_in(), list_models},
      {Method::get, "/api/preferences", "", false, Act::practice, tell_preferences},
      {Method::put, "/api/preferences", "", false, Act::practice, keep_preferences},
      {Method::get, "/api/progress", "", false, Act::practice, tell_progress},
      {Method::get, "/api/sessions", "", false, Act::practice, list_sessions},
      {Method::post, "/api/sessions", "", false, Act::practice, begin_session},
      {Method::remove, kSessions, "", true, Act::practice, erase_session},
      {Method::get, kSessions, "/events", true, Act::practice, list_events},
      {Method::get, kSessions, "/steps", true, Act::practice, tell_steps},
      {Method::get, kSessions, "/debrief", true, Act::practice, debrief_session},
      {Method::post, kSessions, "/draft", true, Act::practice, remark_on_draft},
      {Method::get, "/v1/models", "", false, Act::practice, list_client_models},
      {Method::post, "/v1/chat/completions", "", false, Act::practice, complete_chat},
  };
  return table;
}

namespace {

std::optional<std::string> id_between(const std::string& path, std::string_view before,
                                      std::string_view behind) {
  if (path.size() <= before.size() + behind.size()) return std::nullopt;
  if (path.rfind(before, 0) != 0 || !path.ends_with(behind)) return std::nullopt;
  const std::string id = path.substr(before.size(), path.size() - before.size() - behind.size());
  return id.find('/') == std::string::npos ? std::optional(id) : std::nullopt;
}

std::optional<std::string> match(const Route& route, const std::string& path) {
  if (route.has_id) return id_between(path, route.before, route.behind);
  return path == route.before ? std::optional<std::string>("") : std::nullopt;
}

bool is_within(const std::string& path, std::string_view folder) {
  return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

base::Error not_yours(const Who& who) {
  if (!who.known) return {base::Code::sign_in, "sign in first; then try again"};
  return {base::Code::forbidden, "that is not among what your role may do; an admin can change it"};
}

}  // namespace

void route(Site& site, Request request, const Answer& answer) {
  if (!is_within(request.path, "/api") && !is_within(request.path, "/v1")) {
    return serve_page(site, std::move(request), answer);
  }
  for (const Route& route : routes()) {
    if (route.method != request.method) continue;
    const auto id = match(route, request.path);
    if (!id) continue;
    if (!route.needs.met_by(request.who)) return answer(refusal(not_yours(request.who)));
    return route.handler(site, request, *id, answer);
  }
  answer(refusal({base::Code::not_found, "there is nothing of that kind at this address"}));
}

std::string live_session(const std::string& path) {
  return id_between(path, kSessions, kLive).value_or("");
}

}  // namespace attune::server
