#include "store/tables.h"

#include <algorithm>
#include <string>

#include "conversation/event_json.h"
#include "conversation/without_words.h"
#include "store/database.h"

namespace attune::store {
namespace {

using base::Result;
using conversation::Event;
using conversation::SessionId;
using conversation::SessionSummary;
using soci::into;
using soci::use;

constexpr const char* kFormat = "attune-event";
constexpr int kVersion = 1;

base::Instant instant(long long at) {
  return base::Instant(std::chrono::milliseconds(at));
}
long long count(base::Instant at) {
  return at.time_since_epoch().count();
}

std::string key_of(const Event& event) {
  const auto* said = std::get_if<conversation::Said>(&event.body);
  return said ? said->key : "";
}

/// The session's last sequence number; a session that is not there yet has 0.
int last_of(soci::session& sql, const std::string& id) {
  int last = 0;
  sql << "SELECT last FROM session WHERE id = :id", use(id, "id"), into(last);
  return sql.got_data() ? last : 0;
}

void set_last(soci::session& sql, const std::string& id, int last) {
  const std::string format = kFormat;
  const int version = kVersion;
  sql << "INSERT INTO session (id, format, version, last) VALUES (:id, :format, :version, :last) "
         "ON CONFLICT (id) DO UPDATE SET last = excluded.last",
      use(id, "id"), use(format, "format"), use(version, "version"), use(last, "last");
}

void insert(soci::session& sql, const std::string& id, const std::vector<Event>& events) {
  int seq = 0;
  std::string key, text;
  soci::indicator has_key = soci::i_null;
  soci::statement row =
      (sql.prepare << "INSERT INTO log (session, seq, key, event) "
                      "VALUES (:session, :seq, :key, :event)",
       use(id, "session"), use(seq, "seq"), use(key, has_key, "key"), use(text, "event"));
  for (const Event& event : events) {
    seq = event.seq;
    key = key_of(event);
    has_key = key.empty() ? soci::i_null : soci::i_ok;
    text = conversation::to_json(event);
    row.execute(true);
  }
}

constexpr const char* kColumns =
    "id, case_id, opened, last, turns, closed, rated, branch, owner, announced, days, shared, "
    "training, research, erased";

/// A row of the session list as the library reads and writes it.
struct ListRow {
  std::string id, case_id, owner;
  long long opened = 0, last = 0;
  int turns = 0, closed = 0, rated = 0, branch = 0, announced = 0, days = 0, shared = 0,
      training = 0, research = 0, erased = 0;

  [[nodiscard]] SessionSummary summary() const {
    return {.id = SessionId(id),
            .case_id = case_id,
            .opened = instant(opened),
            .last = instant(last),
            .turns = turns,
            .closed = closed != 0,
            .rated = rated != 0,
            .branch = branch != 0,
            .owner = owner,
            .announced = announced != 0,
            .days = days,
            .agreed = {shared != 0, training != 0, research != 0},
            .erased = erased != 0};
  }
};

/// The row to be filled, in the order of `kColumns`, by what `select` begins.
template <class Select>
soci::statement filled(Select select, ListRow& row) {
  return (select, into(row.id), into(row.case_id), into(row.opened), into(row.last),
          into(row.turns), into(row.closed), into(row.rated), into(row.branch), into(row.owner),
          into(row.announced), into(row.days), into(row.shared), into(row.training),
          into(row.research), into(row.erased));
}

SessionSummary listed(soci::session& sql, const SessionId& session) {
  ListRow row;
  soci::statement one =
      filled((sql.prepare << "SELECT " << kColumns << " FROM session_list WHERE id = :id",
              use(session.text(), "id")),
             row);
  if (!one.execute(true)) row = {.id = session.text()};
  return row.summary();
}

void put(soci::session& sql, const SessionSummary& summary) {
  const ListRow row{.id = summary.id.text(),
                    .case_id = summary.case_id,
                    .owner = summary.owner,
                    .opened = count(summary.opened),
                    .last = count(summary.last),
                    .turns = summary.turns,
                    .closed = summary.closed,
                    .rated = summary.rated,
                    .branch = summary.branch,
                    .announced = summary.announced,
                    .days = summary.days,
                    .shared = summary.agreed.shared,
                    .training = summary.agreed.training,
                    .research = summary.agreed.research,
                    .erased = summary.erased};
  sql << "INSERT OR REPLACE INTO session_list (" << kColumns
      << ") VALUES (:id, :case_id, :opened, :last, :turns, :closed, :rated, :branch, :owner, "
         ":announced, :days, :shared, :training, :research, :erased)",
      use(row.id, "id"), use(row.case_id, "case_id"), use(row.opened, "opened"),
      use(row.last, "last"), use(row.turns, "turns"), use(row.closed, "closed"),
      use(row.rated, "rated"), use(row.branch, "branch"), use(row.owner, "owner"),
      use(row.announced, "announced"), use(row.days, "days"), use(row.shared, "shared"),
      use(row.training, "training"), use(row.research, "research"), use(row.erased, "erased");
}

bool follow_on(const std::vector<Event>& events, int last) {
  for (const Event& event : events) {
    if (event.seq != ++last) return false;
  }
  return true;
}

std::vector<SessionId> all_ids(soci::session& sql) {
  std::vector<SessionId> ids;
  const soci::rowset<std::string> rows = (sql.prepare << "SELECT id FROM session");
  for (const std::string& id : rows) ids.emplace_back(id);
  return ids;
}

void set_list_version(soci::session& sql) {
  sql << "INSERT OR REPLACE INTO projection (name, version) VALUES ('session_list', :version)",
      use(kSessionListVersion, "version");
}

}  // namespace

Result<void> add(soci::session& sql, const SessionId& session, const std::vector<Event>& events) {
  if (events.empty()) return {};
  if (!follow_on(events, last_of(sql, session.text()))) {
    return base::fail(base::Code::conflict,
                      "the event numbers do not follow on from the log's last");
  }
  set_last(sql, session.text(), events.back().seq);
  insert(sql, session.text(), events);
  SessionSummary summary = listed(sql, session);
  for (const Event& event : events) conversation::fold(summary, event);
  put(sql, summary);
  return {};
}

Result<void> remove(soci::session& sql, const SessionId& session) {
  const std::string& id = session.text();
  if (last_of(sql, id) == 0) {
    return base::fail(base::Code::not_found, "there is no session " + id);
  }
  sql << "DELETE FROM log WHERE session = :id", use(id, "id");
  sql << "DELETE FROM session_list WHERE id = :id", use(id, "id");
  sql << "DELETE FROM session WHERE id = :id", use(id, "id");
  return {};
}

Result<void> redact(soci::session& sql, const SessionId& session, base::Instant at) {
  auto events = load(sql, session, 0);
  if (!events) return tl::unexpected(events.error());
  if (std::ranges::any_of(*events, conversation::is_erased)) return {};
  for (const Event& event : conversation::without_words(*std::move(events))) {
    const std::string text = conversation::to_json(event);
    sql << "UPDATE log SET event = :event WHERE session = :session AND seq = :seq",
        use(text, "event"), use(session.text(), "session"), use(event.seq, "seq");
  }
  return add(sql, session, {{last_of(sql, session.text()) + 1, at, conversation::Erased{}}});
}

Result<std::vector<Event>> load(soci::session& sql, const SessionId& session, int after) {
  const std::string& id = session.text();
  std::vector<Event> events;
  std::string text;
  soci::statement row =
      (sql.prepare << "SELECT event FROM log WHERE session = :id AND seq > :after "
                      "ORDER BY seq",
       use(id, "id"), use(after, "after"), into(text));
  row.execute();
  while (row.fetch()) {
    auto event = conversation::event_from_json(text);
    if (!event) return tl::unexpected(event.error());
    events.push_back(*std::move(event));
  }
  if (events.empty() && last_of(sql, id) == 0) {
    return base::fail(base::Code::not_found, "there is no session " + id);
  }
  return events;
}

Result<std::vector<SessionSummary>> list(soci::session& sql) {
  std::vector<SessionSummary> summaries;
  ListRow row;
  soci::statement rows = filled(
      (sql.prepare << "SELECT " << kColumns << " FROM session_list ORDER BY opened DESC, id"), row);
  rows.execute();
  while (rows.fetch()) summaries.push_back(row.summary());
  return summaries;
}

Result<void> refresh_list(soci::session& sql) {
  if (number(sql, "SELECT version FROM projection WHERE name = 'session_list'") ==
      kSessionListVersion) {
    return {};
  }
  soci::transaction all_or_none(sql);
  sql << "DELETE FROM session_list";
  for (const SessionId& id : all_ids(sql)) {
    auto events = load(sql, id, 0);
    if (!events) return tl::unexpected(events.error());
    SessionSummary summary{.id = id};
    for (const Event& event : *events) conversation::fold(summary, event);
    put(sql, summary);
  }
  set_list_version(sql);
  all_or_none.commit();
  return {};
}

}  // namespace attune::store
