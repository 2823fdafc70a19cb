#include "server/room.h"

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "conversation/visible.h"
#include "server/standing.h"
#include "server/wire_json.h"

namespace attune::server {

using base::Code;
using base::Result;
using conversation::Event;
using conversation::Role;

Room::Room(conversation::SessionId id, const Services& services, std::function<void(Task)> enter)
    : id_(std::move(id)), services_(services), enter_(std::move(enter)) {}

Result<void> Room::load() {
  if (progress_) return {};
  const auto events = services_.log.events(id_, 0);
  if (!events) return tl::unexpected(events.error());
  const auto* opened =
      events->empty() ? nullptr : std::get_if<conversation::Opened>(&events->front().body);
  if (opened == nullptr)
    return base::fail(Code::internal, "this session's log does not begin well");
  const auto desk = services_.desks.find(opened->case_id);
  if (desk == services_.desks.end()) {
    return base::fail(Code::unavailable,
                      "the person of this session (" + opened->case_id + ") is no longer here");
  }
  session::Progress progress = session::begin(desk->second->person);
  for (const Event& event : *events) session::fold(progress, event);
  desk_ = desk->second.get();
  progress_ = std::move(progress);
  return {};
}

void Room::open(Then then) {
  if (const auto loaded = load(); !loaded) return then(loaded);
  settle([this, then = std::move(then)](const Result<void>& settled) {
    if (!settled) base::log_warning("a reply is owed and must wait: " + settled.error().message);
    then({});
  });
}

Result<void> Room::check(const Who& who, Access access) const {
  if (progress_ && who.known && progress_->opened.owner == who.account) return {};
  const auto events = services_.log.events(id_, 0);
  if (!events && events.error().code != Code::not_found) return tl::unexpected(events.error());
  if (events && may_open(who, access, summary(id_, *events))) return {};
  return base::fail(Code::not_found, "there is no such talk");
}

void Room::open_for(const Who& who, Access access, Then then) {
  if (auto checked = check(who, access); !checked) return then(std::move(checked));
  open(std::move(then));
}

void Room::begin(const std::vector<Event>& first, Then then) {
  services_.log.append(id_, first, [this, then = std::move(then)](const Result<void>& outcome) {
    services_.workers.resume([then, outcome] { then(outcome); });
  });
}

/// Makes events durable, then folds them in; on an error nothing has changed.
void Room::commit(std::vector<Event> events, Then then) {
  auto done = [this, events, then = std::move(then)](const Result<void>& outcome) {
    services_.workers.resume([this, events, then, outcome] {
      if (outcome) {
        for (const Event& event : events) session::fold(*progress_, event);
      } else if (outcome.error().code == Code::conflict) {
        progress_.reset();  // the log knows more than we do: fold it anew next time
      }
      if (!progress_ || progress_->owed != session::Owed::words) asking_.reset();
      if (!progress_ || progress_->owed != session::Owed::nothing) asking_ideas_.reset();
      then(outcome);
    });
  };
  services_.log.append(id_, std::move(events), std::move(done));
}

void Room::settle(Then then) {
  if (asking_ && !has_company()) asking_.reset();
  if (!asks_model())
    return pay(session::settle(*desk_, *progress_, services_.clock.now()), std::move(then));
  pay(session::decide(*desk_, *progress_, services_.clock.now()),
      [this, then = std::move(then)](const Result<void>& paid) {
        if (paid) want_words();
        then(paid);
      });
}

bool Room::asks_model() const {
  return desk_->modeled && services_.outside.model() != nullptr;
}

void Room::pay(Result<std::vector<Event>> events, Then then) {
  if (!events) return then(tl::unexpected(events.error()));
  if (events->empty()) return then({});
  auto told = *events;
  commit(*std::move(events), [this, told, then = std::move(then)](const Result<void>& outcome) {
    if (!outcome) return then(outcome);
    tell(told);
    keep_ideas_ready(then);
  });
}

/// In a talk with help always, the ideas for the client's last words where a model writes them.
void Room::keep_ideas_ready(const Then& then) {
  if (!progress_ || progress_->opened.help != conversation::Help::always) return then({});
  if (desk_->ideas == nullptr || asking_ideas_) return then({});
  auto events = session::advance(*desk_, *progress_, session::Suggest{}, services_.clock.now());
  if (!events || events->empty()) return then({});
  if (wants_ideas(session::Suggest{})) {
    ask_ideas();
    return then({});
  }
  // Whoever waits goes on only then: the next act's number follows on from theirs.
  pay(std::move(events), [then](const Result<void>&) { then({}); });
}

void Room::act(const session::Input& input, std::shared_ptr<Socket> from,
               std::shared_ptr<void> stay) {
  const auto* hear = std::get_if<session::Hear>(&input);
  const std::string key = hear ? hear->key : "";
  auto events = session::advance(*desk_, *progress_, input, services_.clock.now());
  if (!events) return from->send(error_frame(events.error(), key));
  if (events->empty()) return answer_empty(input, *from);
  if (hear != nullptr && session::wants_check_in(*progress_, *hear))
    return from->send(check_in_frame(key));
  if (wants_ideas(input)) return ask_ideas();
  auto told = *events;
  commit(*std::move(events), [this, told, key, from, stay](const Result<void>& outcome) {
    if (!outcome) return from->send(error_frame(outcome.error(), key));
    if (!key.empty()) from->send(ack_frame(key, told.front().seq));
    tell(told);
    settle([from, stay](const Result<void>& settled) {
      if (!settled) from->send(error_frame(settled.error(), ""));
    });
  });
}

/// What was asked for is there already: says so again.
void Room::answer_empty(const session::Input& input, Socket& from) {
  if (const auto* hear = std::get_if<session::Hear>(&input)) {
    return from.send(ack_frame(hear->key, progress_->keys.at(hear->key)));
  }
  if (!std::holds_alternative<session::Suggest>(input)) return;
  const auto events = visible_events(0);
  if (!events) return from.send(error_frame(events.error(), ""));
  const auto last = std::find_if(events->rbegin(), events->rend(), [](const Event& event) {
    return std::holds_alternative<conversation::Suggested>(event.body);
  });
  if (last != events->rend()) from.send(event_frame(*last));
}

/// Sends each event as it may be seen at its own moment: what lies before the end stays hidden
/// here.
void Room::tell(const std::vector<Event>& events) {
  bool closed =
      progress_->closed && std::none_of(events.begin(), events.end(), [](const Event& event) {
        return std::holds_alternative<conversation::Closed>(event.body);
      });
  for (const Event& event : events) {
    closed = closed || std::holds_alternative<conversation::Closed>(event.body);
    const auto shown = visible_now(event, closed);
    if (!shown) continue;
    for (const auto& socket : sockets_) socket->send(event_frame(*shown));
  }
}

void Room::join(std::shared_ptr<Socket> socket, conversation::Sequence after, Stay stay) {
  const auto events = visible_events(after);
  if (!events) {
    socket->send(error_frame(events.error(), ""));
    return socket->close();
  }
  for (const Event& event : *events) socket->send(event_frame(event));
  socket->send(ready_frame(progress_->last));
  if (asking_ && asking_->typing) socket->send(typing_frame(progress_->turn));
  static_cast<void>(has_company());
  sockets_.push_back(std::move(socket));
  want_words();
  keep_ideas_ready([stay = std::move(stay)](const Result<void>&) {});
}

/// Asks the language model, if there is one, for the words that are owed.
void Room::want_words() {
  if (!asks_model() || asking_ || !has_company()) return;
  if (progress_->owed != session::Owed::words) return;
  asking_ = std::make_shared<Asking>(
      Asking{session::Wording(*desk_, *progress_, services_.outside.endpoint)});
  ask();
}

void Room::ask() {
  // Nothing of the room itself: a listener only leaves word for a task.
  const auto then = [enter = enter_, asked = Asked(asking_)](auto task) {
    enter([asked, task = std::move(task)](Room& room, const Stay& stay) {
      if (room.asking_ && asked.lock() == room.asking_) task(room, stay);
    });
  };
  asking_->ticket = services_.outside.model()->ask(
      asking_->wording.prompt(),
      {.first_token = [then] { then([](Room& room, const Stay&) { room.type(); }); },
       .done =
           [then](llm::Answer answer) {
             then([answer = std::move(answer)](Room& room, const Stay& stay) {
               auto words = room.asking_->wording.take(answer);
               return words ? room.speak(*std::move(words), stay) : room.ask();
             });
           },
       .failed =
           [then](llm::Failure failure) {
             base::log_warning(failure.message);
             then([kind = failure.kind](Room& room, const Stay& stay) {
               room.speak(room.asking_->wording.give_up(kind), stay);
             });
           }});
}

void Room::type() {
  if (std::exchange(asking_->typing, true)) return;
  for (const auto& socket : sockets_) socket->send(typing_frame(progress_->turn));
}

void Room::speak(conversation::Said words, Stay stay) {
  asking_.reset();
  pay(session::speak(*desk_, *progress_, std::move(words), services_.clock.now()),
      [stay = std::move(stay)](const Result<void>& paid) {
        if (!paid) base::log_warning("a reply is owed and must wait: " + paid.error().message);
      });
}

/// Whether suggestions are to come from a language model.
bool Room::wants_ideas(const session::Input& input) const {
  return std::holds_alternative<session::Suggest>(input) && desk_->ideas != nullptr &&
         services_.outside.model() != nullptr && desk_->ideas->asks(progress_->observed);
}

void Room::ask_ideas() {
  if (asking_ideas_) return;
  asking_ideas_ = std::make_shared<AskingIdeas>();
  const auto then = [enter = enter_, asked = std::weak_ptr(asking_ideas_)](auto task) {
    enter([asked, task = std::move(task)](Room& room, const Stay& stay) {
      if (room.asking_ideas_ && asked.lock() == room.asking_ideas_) task(room, stay);
    });
  };
  asking_ideas_->ticket = services_.outside.model()->ask(
      desk_->ideas->prompt(progress_->observed),
      {.first_token = {},
       .done =
           [then](llm::Answer answer) {
             then([answer = std::move(answer)](Room& room, const Stay& stay) {
               room.offer(&answer, stay);
             });
           },
       .failed =
           [then](llm::Failure failure) {
             base::log_warning(failure.message);
             then([](Room& room, const Stay& stay) { room.offer(nullptr, stay); });
           }});
}

/// Shows the ideas of `answer`, or the house's own, unless the talk has gone on.
void Room::offer(const llm::Answer* answer, Stay stay) {
  asking_ideas_.reset();
  auto events = session::advance(*desk_, *progress_, session::Suggest{}, services_.clock.now());
  if (!events || events->empty()) return;
  if (answer != nullptr) events->front().body = session::suggest(*desk_, *progress_, *answer);
  pay(std::move(events), [stay = std::move(stay)](const Result<void>& paid) {
    if (!paid) base::log_warning("ideas could not be kept: " + paid.error().message);
  });
}

void Room::agree(const conversation::Agreed& terms, Then then) {
  pay(std::vector<Event>{{progress_->last + 1, services_.clock.now(), terms}}, std::move(then));
}

Result<void> Room::erase(const Who& who) {
  if (auto checked = check(who, Access::own); !checked) return checked;
  if (auto erased = services_.log.erase(id_); !erased) return erased;
  forget({Code::not_found, "this session was deleted"});
  return {};
}

Result<void> Room::redact() {
  if (auto redacted = services_.log.redact(id_, services_.clock.now()); !redacted) return redacted;
  forget({Code::conflict, session::kErased});
  return {};
}

void Room::forget(const base::Error& why) {
  progress_.reset();
  asking_.reset();
  asking_ideas_.reset();
  for (const auto& socket : sockets_) {
    socket->send(error_frame(why, ""));
    socket->close();
  }
  sockets_.clear();
}

/// As the supporter may see it: without remarks that are not trusted here.
std::optional<Event> Room::visible_now(const Event& event, bool closed) const {
  const auto* nudged = std::get_if<conversation::Nudged>(&event.body);
  if (nudged != nullptr && services_.standing.hides_nudge(nudged->kind)) return std::nullopt;
  return conversation::visible(event, Role::trainee, closed);
}

Result<std::vector<Event>> Room::visible_events(conversation::Sequence after) const {
  auto events = services_.log.events(id_, after);
  if (!events) return events;
  std::vector<Event> shown;
  for (const Event& event : *events) {
    if (auto seen = visible_now(event, progress_->closed)) {
      shown.push_back(*std::move(seen));
    }
  }
  return shown;
}

bool Room::has_company() {
  std::erase_if(sockets_, [](const auto& socket) { return !socket->is_open(); });
  return !sockets_.empty();
}

bool Room::wants_opening() {
  const bool waits = has_company();
  if (asking_) return !waits;
  return progress_ && progress_->owed != session::Owed::nothing && waits;
}

}  // namespace attune::server
