#include "progress/archive.h"

#include <algorithm>
#include <utility>

namespace attune::progress {

base::Result<std::vector<Record>> Archive::read(conversation::EventLog& log, const People& people,
                                                const std::string& owner) {
  const std::lock_guard lock(mutex_);
  const auto sessions = log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  std::map<conversation::SessionId, Kept> known = std::exchange(kept_, {});
  for (const conversation::SessionSummary& session : *sessions) {
    if (!session.closed) continue;
    if (const auto found = known.find(session.id);
        found != known.end() && found->second.last == session.last) {
      kept_.insert(known.extract(found));
      continue;
    }
    if (session.owner != owner) continue;
    const auto events = log.events(session.id, 0);
    if (!events && events.error().code == base::Code::not_found) continue;  // just deleted
    if (!events) return tl::unexpected(events.error());
    const auto person = people.find(session.case_id);
    auto made = record(session.id, *events, person == people.end() ? nullptr : person->second);
    if (made) kept_.emplace(session.id, Kept{session.last, owner, *std::move(made)});
  }
  std::vector<Record> records;
  for (const auto& [id, kept] : kept_)
    if (kept.owner == owner) records.push_back(kept.record);
  std::stable_sort(records.begin(), records.end(),
                   [](const Record& a, const Record& b) { return a.opened < b.opened; });
  return records;
}

}  // namespace attune::progress
