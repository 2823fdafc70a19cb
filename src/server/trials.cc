#include "server/trials.h"

#include <algorithm>
#include <set>

#include "server/entropy.h"
#include "server/status.h"
#include "server/trials_json.h"
#include "server/work.h"
#include "trial/usable.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using trial::Studies;

constexpr std::string_view kTrials = "/api/trials/";

trial::Known known(const Services& services) {
  trial::Known known{services.instruments, {}};
  for (const auto& [id, desk] : services.desks) known.clients.insert(id);
  return known;
}

Result<Names> names(const Services& services) {
  Names names;
  if (services.accounts == nullptr) return names;
  const auto accounts = services.accounts->accounts();
  if (!accounts) return tl::unexpected(accounts.error());
  for (const people::Account& account : *accounts) names[account.id] = account.name;
  return names;
}

/// A study with what its report is made of.
struct Look {
  Studies::Shared all;
  const trial::Trial* trial = nullptr;
  review::Reviews::Shared book;
  std::vector<conversation::SessionSummary> sessions;

  [[nodiscard]] trial::Source source(const Services& services) const {
    return {.trial = *trial,
            .book = *book,
            .instruments = services.instruments,
            .counts = trial::usable(sessions),
            .now = services.clock.now()};
  }
  [[nodiscard]] trial::Talks talks() const {
    return trial::talks(*trial, *book, trial::usable(sessions));
  }
};

Result<Look> look(Site& site, const std::string& id) {
  const auto all = site.services.studies.look();
  if (!all) return tl::unexpected(all.error());
  const auto found = (*all)->trials.find(id);
  if (found == (*all)->trials.end())
    return base::fail(Code::not_found, "there is no study of that id; the list is at /api/trials");
  const auto book = site.services.reviews.book();
  if (!book) return tl::unexpected(book.error());
  auto sessions = site.services.log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  return Look{*all, &found->second, *book, *std::move(sessions)};
}

Result<Response> view(Site& site, const std::string& id) {
  const auto seen = look(site, id);
  if (!seen) return tl::unexpected(seen.error());
  const auto called = names(site.services);
  if (!called) return tl::unexpected(called.error());
  const trial::Report report = trial::report(seen->source(site.services));
  return Response{
      .body = trial_json({*seen->trial, report, seen->talks(), *called, site.services.desks})};
}

/// Does `act` and shows the study as it then stands.
void change(Site& site, const std::string& id, const Answer& answer, Studies::Act act) {
  work(site, answer, [&site, id, act = std::move(act)]() -> Result<Response> {
    const auto done = site.services.studies.act(site.services.clock.now(), act);
    if (!done) return tl::unexpected(done.error());
    return view(site, id);
  });
}

/// The groups of those who are to be enrolled; in local mode there is nobody but "".
Result<std::vector<trial::Newcomer>> newcomers(const Services& services,
                                               const std::vector<std::string>& ids) {
  std::vector<trial::Newcomer> all;
  std::vector<people::Account> accounts{{}};
  if (services.accounts != nullptr) {
    auto found = services.accounts->accounts();
    if (!found) return tl::unexpected(found.error());
    accounts = *std::move(found);
  }
  for (const std::string& id : ids) {
    const auto account = std::ranges::find(accounts, id, &people::Account::id);
    if (account == accounts.end() || !account->active)
      return base::fail(Code::not_found,
                        "one of these is no active account; reload the page and choose again");
    all.push_back({id, std::string(name(account->group))});
  }
  return all;
}

/// Who may rate; alone at the machine that is "me".
Result<void> check_raters(const Services& services, const std::vector<std::string>& ids) {
  std::set<std::string> able{"me"};
  if (services.accounts != nullptr) {
    const auto accounts = services.accounts->accounts();
    if (!accounts) return tl::unexpected(accounts.error());
    able.clear();
    for (const people::Account& one : *accounts)
      if (one.active && people::may(one.role, people::Act::rate)) able.insert(one.id);
  }
  if (std::ranges::all_of(ids, [&](const std::string& id) { return able.contains(id); })) return {};
  return base::fail(Code::not_found,
                    "one of these is nobody who may rate; reload the page and choose again");
}

Result<trial::Report> made_report(Site& site, const std::string& id) {
  const auto seen = look(site, id);
  if (!seen) return tl::unexpected(seen.error());
  return trial::report(seen->source(site.services));
}

}  // namespace

std::vector<Route> trial_routes() {
  using people::Act;
  return {
      {Method::get, "/api/trials", "", false, Act::run_studies, list_trials},
      {Method::post, "/api/trials", "", false, Act::run_studies, plan_trial},
      {Method::get, kTrials, "", true, Act::run_studies, tell_trial},
      {Method::post, kTrials, "/freeze", true, Act::run_studies, freeze_trial},
      {Method::post, kTrials, "/enroll", true, Act::run_studies, enroll_people},
      {Method::post, kTrials, "/raters", true, Act::run_studies, give_to_raters},
      {Method::post, kTrials, "/close", true, Act::run_studies, close_trial},
      {Method::get, kTrials, "/report", true, Act::run_studies, report_trial},
      {Method::get, kTrials, "/report.html", true, Act::run_studies, show_report},
      {Method::get, kTrials, "/export", true, Act::export_research, export_trial},
      {Method::get, "/api/trial", "", false, Act::practice, tell_step},
      {Method::post, "/api/trial/consent", "", false, Act::practice, consent_to_trial},
      {Method::post, "/api/trial/answers", "", false, Act::practice, answer_trial},
      {Method::post, "/api/trial/talk", "", false, Act::practice, talk_in_trial},
  };
}

void list_trials(Site& site, const Request&, const std::string&, const Answer& answer) {
  work(site, answer, [&site]() -> Result<Response> {
    const auto all = site.services.studies.look();
    if (!all) return tl::unexpected(all.error());
    return Response{.body = trials_json(**all)};
  });
}

void plan_trial(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto given = read_given_plan(request.body);
  if (!given) return answer(refusal(given.error()));
  work(site, answer, [&site, given = *given, by = request.who.account]() -> Result<Response> {
    const trial::Known all = known(site.services);
    const auto plan = trial::parse_plan(given.text, "plan", &all);
    if (!plan) return tl::unexpected(plan.error());
    const auto decide = [&](const trial::Register& now) {
      return trial::plan(now, given.text, all, by);
    };
    if (given.check) {
      const auto now = site.services.studies.look();
      if (!now) return tl::unexpected(now.error());
      if (auto fine = decide(**now); !fine) return tl::unexpected(fine.error());
      return Response{.body = plan_json(*plan, given.text)};
    }
    const auto kept = site.services.studies.act(site.services.clock.now(), decide);
    if (!kept) return tl::unexpected(kept.error());
    return Response{.status = 201, .body = plan_json(*plan, given.text)};
  });
}

void tell_trial(Site& site, const Request&, const std::string& id, const Answer& answer) {
  work(site, answer, [&site, id] { return view(site, id); });
}

void freeze_trial(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  change(site, id, answer, [id, by = request.who.account](const trial::Register& all) {
    return trial::freeze(all, id, fresh_seed(), by);
  });
}

void enroll_people(Site& site, const Request& request, const std::string& id,
                   const Answer& answer) {
  const auto wanted = read_enrolled(request.body);
  if (!wanted) return answer(refusal(wanted.error()));
  work(site, answer, [&site, id, wanted = *wanted, by = request.who.account]() -> Result<Response> {
    const auto people = newcomers(site.services, wanted);
    if (!people) return tl::unexpected(people.error());
    const auto done = site.services.studies.act(
        site.services.clock.now(),
        [&](const trial::Register& all) { return trial::enroll(all, id, *people, by); });
    if (!done) return tl::unexpected(done.error());
    return view(site, id);
  });
}

void give_to_raters(Site& site, const Request& request, const std::string& id,
                    const Answer& answer) {
  const auto raters = read_raters(request.body);
  if (!raters) return answer(refusal(raters.error()));
  work(site, answer, [&site, id, raters = *raters]() -> Result<Response> {
    const Services& services = site.services;
    if (auto able = check_raters(services, raters); !able) return tl::unexpected(able.error());
    const auto seen = look(site, id);
    if (!seen) return tl::unexpected(seen.error());
    const auto batch =
        trial::next_batch(*seen->trial, *seen->book, seen->talks(), raters, fresh_seed());
    if (!batch) return tl::unexpected(batch.error());
    const auto kept = services.reviews.append({*batch}, services.clock.now());
    if (!kept) return tl::unexpected(kept.error());
    return view(site, id);
  });
}

void close_trial(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  change(site, id, answer, [id, by = request.who.account](const trial::Register& all) {
    return trial::close(all, id, by);
  });
}

void report_trial(Site& site, const Request&, const std::string& id, const Answer& answer) {
  work(site, answer, [&site, id]() -> Result<Response> {
    const auto report = made_report(site, id);
    if (!report) return tl::unexpected(report.error());
    return Response{.body = trial::to_json(*report)};
  });
}

void show_report(Site& site, const Request&, const std::string& id, const Answer& answer) {
  work(site, answer, [&site, id]() -> Result<Response> {
    const auto report = made_report(site, id);
    if (!report) return tl::unexpected(report.error());
    // The page brings its own style and nothing else.
    return Response{.type = "text/html; charset=utf-8",
                    .body = trial::to_html(*report),
                    .headers = {{"Content-Security-Policy",
                                 "default-src 'none'; style-src 'unsafe-inline'; "
                                 "frame-ancestors 'none'"},
                                {"Content-Disposition", "inline; filename=\"report.html\""}}};
  });
}

void export_trial(Site& site, const Request&, const std::string& id, const Answer& answer) {
  work(site, answer, [&site, id]() -> Result<Response> {
    const auto seen = look(site, id);
    if (!seen) return tl::unexpected(seen.error());
    const auto files = trial::export_files(seen->source(site.services), fresh_seed());
    if (!files) return tl::unexpected(files.error());
    return Response{.body = files_json(*files)};
  });
}

}  // namespace attune::server
