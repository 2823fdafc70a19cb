#include <algorithm>

#include "server/entropy.h"
#include "server/in_room.h"
#include "server/sessions.h"
#include "server/status.h"
#include "server/trials.h"
#include "server/trials_json.h"
#include "server/work.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::SessionId;
using trial::Step;

const base::Error kNoStudy{Code::not_found, "no study asks you for anything now"};

/// Where a participant stands; the register is held, for the others point into it.
struct Place {
  trial::Studies::Shared all;
  StepView view;
};

Place place(const trial::Studies::Shared& all, const std::string& account) {
  const trial::Trial* trial = trial::trial_of(*all, account);
  if (trial == nullptr) return {all, {}};
  const trial::Participant* person = trial->find(account);
  return {all, {trial, person, next_step(*trial, *person)}};
}

enum class TalkState { gone, open, ended };

Result<TalkState> state_of(const Services& services, const std::string& session) {
  const auto events = services.log.events(SessionId(session), 0);
  if (!events && events.error().code == Code::not_found) return TalkState::gone;
  if (!events) return tl::unexpected(events.error());
  const bool ended = std::ranges::any_of(*events, [](const conversation::Event& event) {
    return std::holds_alternative<conversation::Closed>(event.body);
  });
  return ended ? TalkState::ended : TalkState::open;
}

/// The same, with what the log knows taken in: a talk that has ended is done, and one that never
/// came about, or was deleted, has to be begun again.
Result<Place> now(Site& site, const std::string& account) {
  const auto all = site.services.studies.look();
  if (!all) return tl::unexpected(all.error());
  Place at = place(*all, account);
  if (!at.view.step || at.view.step->session.empty()) return at;
  const auto state = state_of(site.services, at.view.step->session);
  if (!state) return tl::unexpected(state.error());
  if (*state == TalkState::gone) at.view.step->session.clear();
  if (*state != TalkState::ended) return at;
  const std::string id = at.view.trial->plan.id;
  const auto after = site.services.studies.act(
      site.services.clock.now(),
      [&](const trial::Register& entered) { return trial::finish_talk(entered, id, account); });
  if (!after) return tl::unexpected(after.error());
  return place(*after, account);
}

Response shown(const Site& site, const Place& at) {
  return {.body = step_json(at.view, site.services.desks, site.services.instruments)};
}

/// Does what somebody does in their own study, and shows them the next step.
void act(Site& site, const Who& who, const Answer& answer,
         std::function<Result<trial::Entries>(const trial::Register&, const std::string&)> decide) {
  work(site, answer, [&site, account = who.account, decide]() -> Result<Response> {
    const auto at = now(site, account);
    if (!at) return tl::unexpected(at.error());
    if (at->view.trial == nullptr) return tl::unexpected(kNoStudy);
    const std::string id = at->view.trial->plan.id;
    const auto done = site.services.studies.act(
        site.services.clock.now(), [&](const trial::Register& all) { return decide(all, id); });
    if (!done) return tl::unexpected(done.error());
    return shown(site, place(*done, account));
  });
}

/// Takes research consent back from talk after talk, then goes on. One that is gone, or whose words
/// were erased, is passed over.
void take_back(Site& site, const Who& who, std::vector<std::string> sessions, const Answer& answer,
               std::function<void()> then) {
  if (sessions.empty()) return then();
  const std::string session = std::move(sessions.back());
  sessions.pop_back();
  const Answer next([&site, who, sessions, answer, then](const Response& response) {
    const bool past = response.status == 204 || response.status == status(Code::not_found) ||
                      response.status == status(Code::conflict);
    past ? take_back(site, who, sessions, answer, then) : answer(response);
  });
  in_room(site, {session, who}, next, [&site, next](Room& room, const Stay& stay) {
    const auto events = site.services.log.events(room.id(), 0);
    if (!events) return next(refusal(events.error()));
    conversation::Agreed terms = summary(room.id(), *events).agreed;
    terms.research = false;
    room.agree(terms, [next, stay](const Result<void>& kept) {
      next(kept ? Response{.status = 204} : refusal(kept.error()));
    });
  });
}

void withdraw(Site& site, const Who& who, const Place& at, const Answer& answer) {
  std::vector<std::string> sessions;
  for (const trial::Held& held : at.view.person->talks) sessions.push_back(held.session);
  const std::string id = at.view.trial->plan.id;
  take_back(site, who, sessions, answer, [&site, who, id, answer] {
    work(site, answer, [&site, who, id]() -> Result<Response> {
      const auto done = site.services.studies.withdraw(site.services.clock.now(), id, who.account);
      if (!done) return tl::unexpected(done.error());
      return shown(site, place(*done, who.account));
    });
  });
}

}  // namespace

void tell_step(Site& site, const Request& request, const std::string&, const Answer& answer) {
  work(site, answer, [&site, account = request.who.account]() -> Result<Response> {
    const auto at = now(site, account);
    if (!at) return tl::unexpected(at.error());
    return shown(site, *at);
  });
}

void consent_to_trial(Site& site, const Request& request, const std::string&,
                      const Answer& answer) {
  const auto agree = read_consent(request.body);
  if (!agree) return answer(refusal(agree.error()));
  const Who who = request.who;
  const auto decide = [account = who.account, agree = *agree](const trial::Register& all,
                                                              const std::string& id) {
    return trial::consent(all, id, account, agree);
  };
  if (*agree) return act(site, who, answer, decide);
  const bool taken = site.services.workers.offer([&site, who, answer, decide] {
    const auto at = now(site, who.account);
    if (!at) return answer(refusal(at.error()));
    if (at->view.trial == nullptr) return answer(refusal(kNoStudy));
    const bool is_in = at->view.person->standing == trial::Participant::Standing::consented;
    is_in ? withdraw(site, who, *at, answer) : act(site, who, answer, decide);
  });
  if (!taken) answer(refusal(busy()));
}

void answer_trial(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto sheets = read_sheets(request.body);
  if (!sheets) return answer(refusal(sheets.error()));
  act(site, request.who, answer,
      [&site, account = request.who.account, sheets = *sheets](const trial::Register& all,
                                                               const std::string& id) {
        return trial::answer(all, id, account, sheets, site.services.instruments);
      });
}

void talk_in_trial(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const Who who = request.who;
  const bool taken = site.services.workers.offer([&site, who, answer] {
    const auto at = now(site, who.account);
    if (!at) return answer(refusal(at.error()));
    const StepView& view = at->view;
    if (!view.step || view.step->what != Step::What::talk)
      return answer(refusal({Code::conflict, "no talk of a study is due now; reload the page"}));
    if (!view.step->session.empty())
      return answer({.body = id_json(SessionId(view.step->session))});
    const trial::Plan& plan = view.trial->plan;
    const trial::Talk& talk =
        plan.arm(view.person->arm).talks[static_cast<std::size_t>(view.step->talk)];
    NewSession wish{.case_id = talk.client, .help = plan.condition(talk.condition).help};
    // Agreeing to the study was agreeing that raters and research have its talks.
    wish.terms = {.research = true};
    wish.id = SessionId(fresh_id());
    const auto begun =
        site.services.studies.act(site.services.clock.now(), [&](const trial::Register& all) {
          return trial::begin_talk(all, plan.id, who.account, wish.id.text());
        });
    if (!begun) return answer(refusal(begun.error()));
    begin_talk(site, who, wish, answer);
  });
  if (!taken) answer(refusal(busy()));
}

}  // namespace attune::server
