#include "server/accounts.h"

#include "people/secrets.h"
#include "server/people_json.h"
#include "server/status.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using people::SignedIn;

const base::Error kCrowd{Code::busy, "many people are signing in; try again in a few seconds"};
const base::Error kNoAccounts{
    Code::not_found,
    "there are no accounts here: this server runs for one person; `attune serve --team` has them"};

/// Answers with what `task` makes on a worker.
void work(Site& site, const Answer& answer, std::function<Result<Response>(Team&)> task) {
  if (site.team == nullptr) return answer(refusal(kNoAccounts));
  work(site, answer, [&team = *site.team, task = std::move(task)] { return task(team); });
}

/// The same where a password is checked or made.
void check(Site& site, const Answer& answer, std::function<Result<Response>(Team&)> task) {
  if (site.team == nullptr) return answer(refusal(kNoAccounts));
  const bool taken = site.team->offer(
      replying(answer, [&team = *site.team, task = std::move(task)] { return task(team); }));
  if (!taken) answer(refusal(kCrowd));
}

Response welcome(const Team& team, const SignedIn& in) {
  return {.body = me_json(known(in.account), &team, people::page_token(in.token)),
          .headers = {{"Set-Cookie", team.cookie(in.token)}}};
}

people::Account account_of(const Who& who) {
  return {.id = who.account, .name = who.name, .role = who.role, .group = who.group};
}

}  // namespace

void tell_me(Site& site, const Request& request, const std::string&, const Answer& answer) {
  if (site.team == nullptr || !request.who.known)
    return answer({.body = me_json(request.who, site.team, "")});
  const SignedIn in{account_of(request.who), site.team->browser(request)};
  work(site, answer, [in](Team& team) -> Result<Response> {
    if (auto stays = team.reception().renew(in.token, in.account); !stays)
      return tl::unexpected(stays.error());
    return welcome(team, in);
  });
}

void sign_in(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto given = read_name_and_password(request.body);
  if (!given) return answer(refusal(given.error()));
  const std::string caller = site.team == nullptr ? "" : site.team->caller(request);
  check(site, answer, [given = *given, caller](Team& team) -> Result<Response> {
    const auto in = team.reception().sign_in({given.name, given.password, caller});
    if (!in) return tl::unexpected(in.error());
    return welcome(team, *in);
  });
}

void sign_out(Site& site, const Request& request, const std::string&, const Answer& answer) {
  work(site, answer, [request](Team& team) -> Result<Response> {
    if (auto gone = team.reception().sign_out(team.browser(request)); !gone)
      return tl::unexpected(gone.error());
    return Response{.status = 204, .headers = {{"Set-Cookie", team.cookie("")}}};
  });
}

void change_password(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto wish = read_new_password(request.body);
  if (!wish) return answer(refusal(wish.error()));
  check(site, answer, [request, wish = *wish](Team& team) -> Result<Response> {
    const auto changed =
        team.reception().change_password(account_of(request.who), team.browser(request), wish);
    if (!changed) return tl::unexpected(changed.error());
    return Response{.status = 204};
  });
}

void tell_invite(Site& site, const Request&, const std::string& token, const Answer& answer) {
  work(site, answer, [token](Team& team) -> Result<Response> {
    const auto invite = team.reception().invited(token);
    if (!invite) return tl::unexpected(invite.error());
    return Response{.body = invite_json(*invite)};
  });
}

void accept_invite(Site& site, const Request& request, const std::string& token,
                   const Answer& answer) {
  const auto given = read_name_and_password(request.body);
  if (!given) return answer(refusal(given.error()));
  check(site, answer, [token, given = *given](Team& team) -> Result<Response> {
    const auto in = team.reception().accept(token, given.name, given.password);
    if (!in) return tl::unexpected(in.error());
    return welcome(team, *in);
  });
}

void list_people(Site& site, const Request&, const std::string&, const Answer& answer) {
  work(site, answer, [&services = site.services](Team&) -> Result<Response> {
    const auto accounts = services.accounts->accounts();
    if (!accounts) return tl::unexpected(accounts.error());
    const auto invites = services.accounts->invites(services.clock.now());
    if (!invites) return tl::unexpected(invites.error());
    return Response{.body = people_json(*accounts, *invites)};
  });
}

void invite_person(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto place = read_place(request.body, Place::invited);
  if (!place) return answer(refusal(place.error()));
  work(site, answer, [request, place = *place](Team& team) -> Result<Response> {
    const auto letter = team.reception().invite(request.who.account, place.role, place.group);
    if (!letter) return tl::unexpected(letter.error());
    return Response{
        .body = letter_json(team.link(request, "/invite/" + letter->token), letter->invite)};
  });
}

void withdraw_invite(Site& site, const Request&, const std::string& id, const Answer& answer) {
  work(site, answer, [&services = site.services, id](Team&) -> Result<Response> {
    if (auto gone = services.accounts->withdraw_invite(id); !gone)
      return tl::unexpected(gone.error());
    return Response{.status = 204};
  });
}

void change_person(Site& site, const Request& request, const std::string& id,
                   const Answer& answer) {
  auto place = read_place(request.body, Place::present);
  if (!place) return answer(refusal(place.error()));
  place->id = id;
  work(site, answer, [&services = site.services, place = *place](Team&) -> Result<Response> {
    if (auto changed = services.accounts->change(place); !changed)
      return tl::unexpected(changed.error());
    return Response{.status = 204};
  });
}

}  // namespace attune::server
