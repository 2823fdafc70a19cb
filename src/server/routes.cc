#include "server/routes.h"

#include <optional>
#include <string_view>
#include <vector>

#include "server/accounts.h"
#include "server/alignment.h"
#include "server/catalog.h"
#include "server/completions.h"
#include "server/pages.h"
#include "server/practice.h"
#include "server/research.h"
#include "server/review.h"
#include "server/sessions.h"
#include "server/sharing.h"
#include "server/standing.h"
#include "server/status.h"
#include "server/trials.h"

namespace attune::server {
namespace {

constexpr std::string_view kSessions = "/api/sessions/";
constexpr std::string_view kLive = "/live";
constexpr std::string_view kInvites = "/api/invites/", kPeople = "/api/people/";

std::vector<Route> own_routes() {
  using people::Act;
  return {
      {Method::get, "/api/health", "", false, Needs::nothing(), health},
      {Method::get, "/api/me", "", false, Needs::nothing(), tell_me},
      {Method::post, "/api/sign-in", "", false, Needs::nothing(), sign_in},
      {Method::post, "/api/sign-out", "", false, Needs::sign_in(), sign_out},
      {Method::post, "/api/password", "", false, Needs::sign_in(), change_password},
      {Method::get, kInvites, "", true, Needs::nothing(), tell_invite},
      {Method::post, kInvites, "", true, Needs::nothing(), accept_invite},
      {Method::get, "/api/people", "", false, Act::manage_people, list_people},
      {Method::post, "/api/people/invites", "", false, Act::manage_people, invite_person},
      {Method::remove, "/api/people/invites/", "", true, Act::manage_people, withdraw_invite},
      {Method::put, kPeople, "", true, Act::manage_people, change_person},
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
      {Method::put, kSessions, "/terms", true, Act::share_own_talks, keep_terms},
      {Method::get, "/api/supervise", "", false, Act::read_shared_talks, list_supervised},
      {Method::get, "/api/export", "", false, Act::export_research, export_research},
      // Off in team mode, for everybody; their handlers say so.
      {Method::get, "/v1/models", "", false, Needs::nothing(), list_client_models},
      {Method::post, "/v1/chat/completions", "", false, Needs::nothing(), complete_chat},
  };
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = [] {
    std::vector<Route> all = own_routes();
    for (const auto& group : {alignment_routes(), review_routes(), trial_routes()})
      all.insert(all.end(), group.begin(), group.end());
    return all;
  }();
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

const base::Error kForged{base::Code::forbidden,
                          "this page is out of date; load it again, nothing that it says is saved "
                          "is lost"};

base::Error not_yours(const Who& who) {
  if (!who.known) return {base::Code::sign_in, "sign in first; then try again"};
  return {base::Code::forbidden, "that is not among what your role may do; an admin can change it"};
}

/// Whether a request that changes something comes from elsewhere than our own page.
bool is_forged(const Site& site, const Route& route, const Request& request) {
  if (site.team == nullptr || request.method == Method::get) return false;
  return route.needs.sign_in_needed() && !site.team->is_from_page(request);
}

/// Whoever asks for what no trainee may see is likely to look at the map soon.
void look_ahead(const Services& services, const Route& route, const Who& who) {
  const auto act = route.needs.act();
  if (!act || people::may(people::Role::trainee, *act)) return;
  if (who.may(people::Act::read_agreement)) services.standing.look_ahead(services.aside);
}

bool is_page(const Request& request) {
  return !is_within(request.path, "/api") && !is_within(request.path, "/v1");
}

}  // namespace

void serve(Site& site, Request request, const Answer& answer) {
  const std::string browser =
      site.team == nullptr || is_page(request) ? "" : site.team->browser(request);
  if (browser.empty()) return route(site, std::move(request), answer);
  const bool taken = site.services.workers.offer([&site, browser, request, answer]() mutable {
    auto who = site.team->who(browser);
    if (!who) return answer(refusal(who.error()));
    request.who = *std::move(who);
    route(site, std::move(request), answer);
  });
  if (!taken) answer(refusal(busy()));
}

void route(Site& site, Request request, const Answer& answer) {
  if (is_page(request)) return serve_page(site, std::move(request), answer);
  // Nobody is the one person at this machine by oversight.
  if (site.team != nullptr && request.who.local) request.who = nobody();
  for (const Route& route : routes()) {
    if (route.method != request.method) continue;
    const auto id = match(route, request.path);
    if (!id) continue;
    if (!route.needs.met_by(request.who)) return answer(refusal(not_yours(request.who)));
    if (is_forged(site, route, request)) return answer(refusal(kForged));
    look_ahead(site.services, route, request.who);
    return route.handler(site, request, *id, answer);
  }
  answer(refusal({base::Code::not_found, "there is nothing of that kind at this address"}));
}

std::string live_session(const std::string& path) {
  return id_between(path, kSessions, kLive).value_or("");
}

}  // namespace attune::server
