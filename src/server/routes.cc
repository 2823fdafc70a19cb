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

using Handler = void (*)(Site&, const Request&, const std::string& id, const Answer&);

struct Route {
  Method method;
  std::string_view before;  ///< the path, or what stands in front of the id
  std::string_view behind;  ///< what stands behind it
  bool has_id;
  Handler handler;
};

constexpr std::string_view kSessions = "/api/sessions/";
constexpr std::string_view kLive = "/live";

const std::vector<Route>& routes() {
  static const std::vector<Route> table{
      {Method::get, "/api/health", "", false, health},
      {Method::get, "/api/status", "", false, tell_status},
      {Method::get, "/api/egress", "", false, list_egress},
      {Method::get, "/api/cases", "", false, list_cases},
      {Method::get, "/api/models", "", false, list_models},
      {Method::get, "/api/preferences", "", false, tell_preferences},
      {Method::put, "/api/preferences", "", false, keep_preferences},
      {Method::get, "/api/progress", "", false, tell_progress},
      {Method::get, "/api/sessions", "", false, list_sessions},
      {Method::post, "/api/sessions", "", false, begin_session},
      {Method::remove, kSessions, "", true, erase_session},
      {Method::get, kSessions, "/events", true, list_events},
      {Method::get, kSessions, "/steps", true, tell_steps},
      {Method::get, kSessions, "/debrief", true, debrief_session},
      {Method::post, kSessions, "/draft", true, remark_on_draft},
      {Method::get, "/v1/models", "", false, list_client_models},
      {Method::post, "/v1/chat/completions", "", false, complete_chat},
  };
  return table;
}

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

}  // namespace

void route(Site& site, Request request, const Answer& answer) {
  if (!is_within(request.path, "/api") && !is_within(request.path, "/v1")) {
    return serve_page(site, std::move(request), answer);
  }
  for (const Route& route : routes()) {
    if (route.method != request.method) continue;
    if (const auto id = match(route, request.path))
      return route.handler(site, request, *id, answer);
  }
  answer(refusal({base::Code::not_found, "there is nothing of that kind at this address"}));
}

std::string live_session(const std::string& path) {
  return id_between(path, kSessions, kLive).value_or("");
}

}  // namespace attune::server
