#include "fakes/memory_log.h"

#include <algorithm>

#include "conversation/without_words.h"

namespace attune::fakes {

using base::Result;
using conversation::Event;
using conversation::SessionId;
using conversation::SessionSummary;

namespace {

const std::string* key_of(const Event& event) {
  const auto* said = std::get_if<conversation::Said>(&event.body);
  return said && !said->key.empty() ? &said->key : nullptr;
}

bool has_key(const std::vector<Event>& log, const Event& event) {
  const std::string* key = key_of(event);
  return key && std::any_of(log.begin(), log.end(), [&](const Event& other) {
           return key_of(other) && *key_of(other) == *key;
         });
}

tl::unexpected<base::Error> missing(const SessionId& session) {
  return base::fail(base::Code::not_found, "there is no session " + session.text());
}

}  // namespace

void MemoryLog::append(const SessionId& session, std::vector<Event> events, Done done) {
  const auto outcome = add(session, std::move(events));
  {
    const std::lock_guard lock(mutex_);
    if (holds_) return held_.push_back([done = std::move(done), outcome] { done(outcome); });
  }
  done(outcome);
}

void MemoryLog::hold() {
  const std::lock_guard lock(mutex_);
  holds_ = true;
}

void MemoryLog::let_go() {
  std::vector<std::function<void()>> held;
  {
    const std::lock_guard lock(mutex_);
    holds_ = false;
    held.swap(held_);
  }
  for (const auto& done : held) done();
}

Result<void> MemoryLog::add(const SessionId& session, std::vector<Event> events) {
  const std::lock_guard lock(mutex_);
  if (refusal_) return tl::unexpected(*refusal_);
  if (events.empty()) return {};
  std::vector<Event> log = logs_.contains(session) ? logs_.at(session) : std::vector<Event>{};
  for (Event& event : events) {
    if (event.seq != static_cast<int>(log.size()) + 1 || has_key(log, event)) {
      return base::fail(base::Code::conflict, "the event numbers or keys do not follow on");
    }
    log.push_back(std::move(event));
  }
  logs_[session] = std::move(log);
  return {};
}

Result<std::vector<Event>> MemoryLog::events(const SessionId& session,
                                             conversation::Sequence after) {
  const std::lock_guard lock(mutex_);
  const auto log = logs_.find(session);
  if (log == logs_.end()) return missing(session);
  std::vector<Event> later;
  for (const Event& event : log->second) {
    if (event.seq > after) later.push_back(event);
  }
  return later;
}

Result<std::vector<SessionSummary>> MemoryLog::sessions() {
  const std::lock_guard lock(mutex_);
  std::vector<SessionSummary> summaries;
  for (const auto& [id, log] : logs_) {
    SessionSummary summary{.id = id};
    for (const Event& event : log) conversation::fold(summary, event);
    summaries.push_back(std::move(summary));
  }
  std::stable_sort(summaries.begin(), summaries.end(),
                   [](const auto& a, const auto& b) { return a.opened > b.opened; });
  return summaries;
}

Result<void> MemoryLog::erase(const SessionId& session) {
  const std::lock_guard lock(mutex_);
  return logs_.erase(session) == 0 ? Result<void>(missing(session)) : Result<void>{};
}

Result<void> MemoryLog::redact(const SessionId& session, base::Instant at) {
  const std::lock_guard lock(mutex_);
  const auto log = logs_.find(session);
  if (log == logs_.end()) return missing(session);
  std::vector<Event>& events = log->second;
  if (std::ranges::any_of(events, conversation::is_erased)) return {};
  events = conversation::without_words(std::move(events));
  events.push_back({events.back().seq + 1, at, conversation::Erased{}});
  return {};
}

void MemoryLog::refuse(std::optional<base::Error> error) {
  const std::lock_guard lock(mutex_);
  refusal_ = std::move(error);
}

}  // namespace attune::fakes
