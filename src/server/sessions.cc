#include "server/sessions.h"

#include <charconv>

#include "debrief/debrief.h"
#include "protocol/steps.h"
#include "server/entropy.h"
#include "server/practice.h"
#include "server/review.h"
#include "server/status.h"
#include "server/wire_json.h"

namespace attune::server {
namespace {

using base::Code;
using base::Result;
using conversation::Event;
using conversation::SessionId;

const base::Error kBusy{Code::busy, "the server has too much to do; try again in a moment"};

/// What is to be done in an open room; `stay` is kept by whatever goes on after it returns.
using OpenTask = std::function<void(Room&, const Stay& stay)>;

/// Queues `task` for an open room, or answers why not.
void in_room(Site& site, const std::string& id, const Answer& answer, OpenTask task) {
  const bool taken = site.rooms.enter(SessionId(id), [answer, task](Room& room, const Stay& stay) {
    room.open([&room, stay, answer, task](const Result<void>& opened) {
      if (!opened) return answer(refusal(opened.error()));
      task(room, stay);
    });
  });
  if (!taken) answer(refusal(kBusy));
}

Response created(const SessionId& id) {
  return {.status = 201, .body = id_json(id)};
}

/// The first event of a new talk, or why there is none.
Result<Event> first_event(const Services& services, const std::string& owner,
                          const session::Desk& desk, const NewSession& wish) {
  if (auto welcome = check_welcome(services, owner, desk.person); !welcome)
    return tl::unexpected(welcome.error());
  const auto chosen = manner(services, owner, wish.help);
  if (!chosen) return tl::unexpected(chosen.error());
  return session::open(desk, wish.seed.value_or(fresh_seed()), services.clock.now(), *chosen);
}

void begin(Site& site, const Event& opened, const Answer& answer) {
  const SessionId id(fresh_id());
  const bool taken = site.rooms.enter(id, [opened, answer](Room& room, const Stay& stay) {
    room.begin(opened, [&room, stay, answer](const Result<void>& begun) {
      answer(begun ? created(room.id()) : refusal(begun.error()));
    });
  });
  if (!taken) answer(refusal(kBusy));
}

void begin_with(Site& site, const std::string& owner, const NewSession& wish,
                const Answer& answer) {
  const auto found = site.services.desks.find(wish.case_id);
  if (found == site.services.desks.end()) {
    return answer(refusal({Code::not_found, "there is no such person; the list is at /api/cases"}));
  }
  const session::Desk& desk = *found->second;
  const bool taken = site.services.workers.offer([&site, &desk, owner, wish, answer] {
    const auto opened = first_event(site.services, owner, desk, wish);
    if (!opened) return answer(refusal(opened.error()));
    begin(site, *opened, answer);
  });
  if (!taken) answer(refusal(kBusy));
}

void branch(Site& site, const std::string& owner, const NewSession& wish, const Answer& answer) {
  in_room(site, wish.branch_of, answer, [&site, owner, wish, answer](Room& room, const Stay& stay) {
    if (!room.progress().closed) {
      return answer(refusal({Code::conflict, "end this talk first; then try again from any turn"}));
    }
    const auto welcome = check_welcome(site.services, owner, room.desk().person);
    if (!welcome) return answer(refusal(welcome.error()));
    const auto events = site.services.log.events(room.id(), 0);
    if (!events) return answer(refusal(events.error()));
    auto first = session::branch(room.id(), *events, wish.branch_turn);
    if (!first) return answer(refusal(first.error()));
    const SessionId id(fresh_id());
    site.services.log.append(id, *std::move(first), [id, answer, stay](const Result<void>& begun) {
      answer(begun ? created(id) : refusal(begun.error()));
    });
  });
}

Result<std::string> debrief_of(const Services& services, const Room& room) {
  const auto events = services.log.events(room.id(), 0);
  if (!events) return tl::unexpected(events.error());
  const auto& branch_of = room.progress().opened.branch_of;
  const auto first = branch_of ? services.log.events(*branch_of, 0) : events;
  return debrief::debrief_json(room.id(), {.person = room.desk().person,
                                           .events = *events,
                                           .cards = services.reader.cards(),
                                           .texts = services.texts,
                                           .first = branch_of && first ? &*first : nullptr,
                                           .protocols = &services.protocols});
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

void list_sessions(Site& site, const Request&, const std::string&, const Answer& answer) {
  const Services& services = site.services;
  const bool taken = services.workers.offer([&services, answer] {
    const auto sessions = services.log.sessions();
    if (!sessions) return answer(refusal(sessions.error()));
    answer({.body = sessions_json(*sessions, services.desks)});
  });
  if (!taken) answer(refusal(kBusy));
}

void begin_session(Site& site, const Request& request, const std::string&, const Answer& answer) {
  const auto wish = read_new_session(request.body);
  if (!wish) return answer(refusal(wish.error()));
  const std::string& owner = request.who.account;
  return wish->branch_of.empty() ? begin_with(site, owner, *wish, answer)
                                 : branch(site, owner, *wish, answer);
}

void erase_session(Site& site, const Request&, const std::string& id, const Answer& answer) {
  const bool taken = site.rooms.enter(SessionId(id), [&site, answer](Room& room, const Stay&) {
    const auto erased = room.erase();
    if (erased) tidy_reviews(site);
    answer(erased ? Response{.status = 204} : refusal(erased.error()));
  });
  if (!taken) answer(refusal(kBusy));
}

void list_events(Site& site, const Request& request, const std::string& id, const Answer& answer) {
  const auto from = after(request);
  if (!from) return answer(refusal({Code::invalid, "after must be the number of an event"}));
  in_room(site, id, answer, [answer, from](Room& room, const Stay&) {
    const auto events = room.visible_events(*from);
    if (!events) return answer(refusal(events.error()));
    answer({.body = events_json(*events, room.progress().closed)});
  });
}

void tell_steps(Site& site, const Request&, const std::string& id, const Answer& answer) {
  const auto& protocols = site.services.protocols;
  in_room(site, id, answer, [&protocols, answer](Room& room, const Stay&) {
    const session::Progress& progress = room.progress();
    if (progress.erased) return answer(refusal({Code::conflict, session::kErased}));
    const auto* protocol = protocol::fitting(protocols, progress.observed);
    if (protocol == nullptr) return answer({.body = R"({"protocol":null})"});
    const std::string steps = protocol::steps_json(*protocol, progress.observed, progress.closed);
    answer({.body = R"({"protocol":)" + steps + "}"});
  });
}

void debrief_session(Site& site, const Request&, const std::string& id, const Answer& answer) {
  const Services& services = site.services;
  in_room(site, id, answer, [&services, answer](Room& room, const Stay&) {
    if (room.progress().erased) return answer(refusal({Code::conflict, session::kErased}));
    if (!room.progress().closed || !room.progress().rated) {
      return answer(
          refusal({Code::conflict, "the debrief comes after the end and the self-rating"}));
    }
    auto json = debrief_of(services, room);
    answer(json ? Response{.body = *std::move(json)} : refusal(json.error()));
  });
}

void remark_on_draft(Site& site, const Request& request, const std::string& id,
                     const Answer& answer) {
  const auto draft = read_draft(request.body);
  if (!draft) return answer(refusal(draft.error()));
  in_room(site, id, answer, [answer, draft = *draft](Room& room, const Stay&) {
    if (room.progress().closed) {
      return answer(
          refusal({Code::conflict, "the talk has ended; there is nothing left to draft"}));
    }
    answer({.body = remark_json(room.desk().coach.remark(room.progress().observed, draft))});
  });
}

}  // namespace attune::server
