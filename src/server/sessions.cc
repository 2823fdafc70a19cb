#include "server/sessions.h"

#include <charconv>

#include "debrief/debrief.h"
#include "protocol/steps.h"
#include "server/entropy.h"
#include "server/in_room.h"
#include "server/practice.h"
#include "server/review.h"
#include "server/sharing.h"
#include "server/standing.h"
#include "server/status.h"
#include "server/wire_json.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::Event;
using conversation::SessionId;

Response created(const SessionId& id) {
  return {.status = 201, .body = id_json(id)};
}

/// The events that a new talk of `who` begins with, or why there is none.
Result<std::vector<Event>> first_events(const Site& site, const Who& who, const session::Desk& desk,
                                        const NewSession& wish) {
  const Services& services = site.services;
  if (auto welcome = check_welcome(services, who.account, desk.person); !welcome)
    return tl::unexpected(welcome.error());
  const auto chosen = manner(services, who.account, wish.help);
  if (!chosen) return tl::unexpected(chosen.error());
  return std::vector<Event>{
      session::open(desk, wish.seed.value_or(fresh_seed()), services.clock.now(), *chosen)};
}

/// Writes into the beginning of a talk whose it is, what the service had said of it, and what its
/// supporter agrees to. What a branch copied of an earlier agreement does not count for it.
void set_terms(const Site& site, const Who& who, const NewSession& wish,
               std::vector<Event>& first) {
  if (site.team == nullptr) return;
  auto& opened = std::get<conversation::Opened>(first.front().body);
  opened.owner = who.account;
  opened.announced = site.team->options().announced;
  opened.days = site.team->options().days;
  first.push_back({first.back().seq + 1, site.services.clock.now(), wish.terms});
}

void begin(Site& site, const SessionId& wished, const std::vector<Event>& first,
           const Answer& answer) {
  const SessionId id = wished.empty() ? SessionId(fresh_id()) : wished;
  const bool taken = site.rooms.enter(id, [first, answer](Room& room, const Stay& stay) {
    room.begin(first, [&room, stay, answer](const Result<void>& begun) {
      answer(begun ? created(room.id()) : refusal(begun.error()));
    });
  });
  if (!taken) answer(refusal(busy()));
}

void branch(Site& site, const Who& who, const NewSession& wish, const Answer& answer) {
  in_room(site, {wish.branch_of, who}, answer, [&site, who, wish, answer](Room& room, const Stay&) {
    if (!room.progress().closed) {
      return answer(refusal({Code::conflict, "end this talk first; then try again from any turn"}));
    }
    const auto welcome = check_welcome(site.services, who.account, room.desk().person);
    if (!welcome) return answer(refusal(welcome.error()));
    const auto events = site.services.log.events(room.id(), 0);
    if (!events) return answer(refusal(events.error()));
    auto first = session::branch(room.id(), *events, wish.branch_turn);
    if (!first) return answer(refusal(first.error()));
    set_terms(site, who, wish, *first);
    begin(site, wish.id, *first, answer);
  });
}

/// The talk that `room`'s began in, as far as `who` may read it too.
std::optional<std::vector<Event>> first_try(const Services& services, const Who& who,
                                            const Room& room) {
  const auto& branch_of = room.progress().opened.branch_of;
  if (!branch_of) return std::nullopt;
  auto events = services.log.events(*branch_of, 0);
  if (!events) return std::nullopt;
  const auto talk = summary(*branch_of, *events);
  if (talk.erased || !may_open(who, Access::read, talk)) return std::nullopt;
  return *std::move(events);
}

Result<std::string> debrief_of(const Services& services, const Who& who, const Room& room) {
  const auto events = services.log.events(room.id(), 0);
  if (!events) return tl::unexpected(events.error());
  const auto experts = services.standing.experts(room.id());
  const auto first = first_try(services, who, room);
  return debrief::debrief_json(room.id(), {.person = room.desk().person,
                                           .events = *events,
                                           .cards = services.reader.cards(),
                                           .texts = services.texts,
                                           .first = first ? &*first : nullptr,
                                           .protocols = &services.protocols,
                                           .experts = &experts});
}

}  // namespace

std::optional<conversation::Sequence> after(const Request& request) {
  const auto found = request.query.find("after");
  if (found == request.query.end()) return 0;
  const std::string& text = found->second;
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

void list_sessions(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const bool taken =
      site.services.workers.offer([&services = site.services, who = request.who, answer] {
        auto sessions = services.log.sessions();
        if (!sessions) return answer(refusal(sessions.error()));
        std::erase_if(*sessions, [&](const auto& talk) { return talk.owner != who.account; });
        answer({.body = sessions_json(*sessions, services.desks)});
      });
  if (!taken) answer(refusal(busy()));
}

void begin_talk(Site& site, const Who& who, const NewSession& wish, const Answer& answer) {
  const auto found = site.services.desks.find(wish.case_id);
  if (found == site.services.desks.end()) {
    return answer(refusal({Code::not_found, "there is no such person; the list is at /api/cases"}));
  }
  const session::Desk& desk = *found->second;
  const bool taken = site.services.workers.offer([&site, &desk, who, wish, answer] {
    auto first = first_events(site, who, desk, wish);
    if (!first) return answer(refusal(first.error()));
    set_terms(site, who, wish, *first);
    begin(site, wish.id, *first, answer);
  });
  if (!taken) answer(refusal(busy()));
}

void begin_session(Site& site, const Request& request, const std::string&, const Answer& answer) {
  auto wish = read_new_session(request.body);
  if (!wish) return answer(refusal(wish.error()));
  wish->terms = taken(site, wish->terms);
  return wish->branch_of.empty() ? begin_talk(site, request.who, *wish, answer)
                                 : branch(site, request.who, *wish, answer);
}

void erase_session(Site& site, const Request& request, const std::string& id,
                   const Answer& answer) {
  const bool taken =
      site.rooms.enter(SessionId(id), [&site, who = request.who, answer](Room& room, const Stay&) {
        const auto erased = room.erase(who);
        if (erased) tidy_reviews(site);
        answer(erased ? Response{.status = 204} : refusal(erased.error()));
      });
  if (!taken) answer(refusal(busy()));
}

void list_events(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  const auto from = after(request);
  if (!from) return answer(refusal({Code::invalid, "after must be the number of an event"}));
  in_room(site, {id, request.who, Access::read}, answer, [answer, from](Room& room, const Stay&) {
    const auto events = room.visible_events(*from);
    if (!events) return answer(refusal(events.error()));
    answer({.body = events_json(*events, room.progress().closed)});
  });
}

void tell_steps(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  const auto& protocols = site.services.protocols;
  in_room(site, {id, request.who}, answer, [&protocols, answer](Room& room, const Stay&) {
    const session::Progress& progress = room.progress();
    if (progress.erased) return answer(refusal({Code::conflict, session::kErased}));
    const auto* protocol = protocol::fitting(protocols, progress.observed);
    if (protocol == nullptr) return answer({.body = R"({"protocol":null})"});
    const std::string steps = protocol::steps_json(*protocol, progress.observed, progress.closed);
    answer({.body = R"({"protocol":)" + steps + "}"});
  });
}

void debrief_session(Site& site, const Request& request, const std::string& id,
                     const Answer& answer) {
  const Services& services = site.services;
  const Who& who = request.who;
  in_room(site, {id, who, Access::read}, answer, [&services, who, answer](Room& room, const Stay&) {
    if (room.progress().erased) return answer(refusal({Code::conflict, session::kErased}));
    if (!room.progress().closed || !room.progress().rated) {
      return answer(
          refusal({Code::conflict, "the debrief comes after the end and the self-rating"}));
    }
    auto json = debrief_of(services, who, room);
    answer(json ? Response{.body = *std::move(json)} : refusal(json.error()));
  });
}

void remark_on_draft(Site& site, const Request& request, const std::string& id,
                     const Answer& answer) {
  const auto draft = read_draft(request.body);
  if (!draft) return answer(refusal(draft.error()));
  in_room(site, {id, request.who}, answer, [answer, draft = *draft](Room& room, const Stay&) {
    if (room.progress().closed) {
      return answer(
          refusal({Code::conflict, "the talk has ended; there is nothing left to draft"}));
    }
    answer({.body = remark_json(room.desk().coach.remark(room.progress().observed, draft))});
  });
}

}  // namespace attune::server
