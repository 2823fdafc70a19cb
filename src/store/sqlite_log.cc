#include "store/sqlite_log.h"

#include <string>
#include <system_error>

#include "store/database.h"
#include "store/lock_file.h"
#include "store/migrations.h"
#include "store/preference_table.h"
#include "store/readers.h"
#include "store/sqlite_accounts.h"
#include "store/sqlite_journal.h"
#include "store/tables.h"
#include "store/writer.h"

namespace attune::store {
namespace {

using base::Code;
using base::Result;
using conversation::Event;
using conversation::SessionId;

Result<void> check(soci::session& sql) {
  std::string verdict;
  sql << "PRAGMA quick_check(1)", soci::into(verdict);
  if (verdict == "ok") return {};
  return base::fail(Code::unavailable, "the file is damaged; put back a copy of it");
}

Result<void> prepare(soci::session& sql, const SqliteLog::Options& options, std::uintmax_t bytes) {
  if (bytes > 0 && bytes <= options.checked_up_to) {
    if (auto sound = check(sql); !sound) return sound;
  }
  if (auto migrated = migrate(sql); !migrated) return migrated;
  std::string mode;
  sql << "PRAGMA journal_mode = WAL", soci::into(mode);
  if (mode != "wal") return base::fail(Code::unavailable, "the disk cannot hold a write-ahead log");
  if (options.largest_pages > 0) {
    sql << "PRAGMA max_page_count = " + std::to_string(options.largest_pages);
  }
  return refresh_list(sql);
}

}  // namespace

struct SqliteLog::Parts {
  LockFile lock;
  std::unique_ptr<Readers> readers;
  std::unique_ptr<Writer> writer;
  SqliteJournal journal{*readers, *writer};
  SqliteAccounts accounts{*readers, *writer};
};

SqliteLog::SqliteLog(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteLog::~SqliteLog() = default;

Result<std::unique_ptr<SqliteLog>> SqliteLog::open(const std::filesystem::path& dir,
                                                   const Options& options) {
  const std::filesystem::path file = dir / "attune.db";
  auto lock = LockFile::take(dir / "lock");
  if (!lock) return tl::unexpected(lock.error());
  std::error_code missing;
  const std::uintmax_t bytes = std::filesystem::exists(file) ? file_size(file, missing) : 0;
  auto sql = connect(file);
  if (!sql) return tl::unexpected(sql.error());
  const auto ready = guarded("opening " + file.string(), [&] {
    auto prepared = prepare(**sql, options, bytes);
    if (!prepared)
      prepared = tl::unexpected(base::wrap("opening " + file.string(), prepared.error()));
    return prepared;
  });
  if (!ready) return tl::unexpected(ready.error());
  auto readers = Readers::open(file, options.readers);
  if (!readers) return tl::unexpected(readers.error());
  const Writer::Options writing{.queue = options.queue, .batch = options.batch};
  return std::unique_ptr<SqliteLog>(new SqliteLog(std::unique_ptr<Parts>(
      new Parts{.lock = *std::move(lock),
                .readers = *std::move(readers),
                .writer = std::make_unique<Writer>(*std::move(sql), writing)})));
}

void SqliteLog::append(const SessionId& session, std::vector<Event> events, Done done) {
  parts_->writer->offer({.work = [session, events = std::move(events)](
                                     soci::session& sql) { return add(sql, session, events); },
                         .done = std::move(done)});
}

Result<std::vector<Event>> SqliteLog::events(const SessionId& session,
                                             conversation::Sequence after) {
  return parts_->readers->read("reading a session",
                               [&](soci::session& sql) { return load(sql, session, after); });
}

Result<std::vector<conversation::SessionSummary>> SqliteLog::sessions() {
  return parts_->readers->read("listing the sessions",
                               [](soci::session& sql) { return list(sql); });
}

Result<void> SqliteLog::erase(const SessionId& session) {
  return parts_->writer->carry_out([&](soci::session& sql) { return remove(sql, session); }, true);
}

Result<void> SqliteLog::redact(const SessionId& session, base::Instant at) {
  return parts_->writer->carry_out(
      [&](soci::session& sql) { return store::redact(sql, session, at); }, true);
}

Result<conversation::Preferences> SqliteLog::preferences(const std::string& owner) {
  return parts_->readers->read(
      "reading the preferences",
      [&](soci::session& sql) -> Result<conversation::Preferences> { return get(sql, owner); });
}

Result<void> SqliteLog::put(const std::string& owner,
                            const conversation::Preferences& preferences) {
  return parts_->writer->carry_out([&](soci::session& sql) -> Result<void> {
    store::put(sql, owner, preferences);
    return {};
  });
}

conversation::Journal& SqliteLog::journal() {
  return parts_->journal;
}

people::AccountStore& SqliteLog::accounts() {
  return parts_->accounts;
}

}  // namespace attune::store
