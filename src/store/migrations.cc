#include "store/migrations.h"

#include <span>
#include <string>
#include <vector>

#include "store/database.h"

namespace attune::store {
namespace {

constexpr long long kApplication = 0x41747475;  // "Attu", SQLite's application_id

/// Never edit a step that was released: add one.
const std::vector<std::vector<const char*>>& steps() {
  static const std::vector<std::vector<const char*>> all{
      {
          "CREATE TABLE session (id TEXT PRIMARY KEY, format TEXT NOT NULL, version INTEGER NOT "
          "NULL, "
          "last INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE log (session TEXT NOT NULL REFERENCES session (id), seq INTEGER NOT NULL, "
          "key TEXT, event TEXT NOT NULL, PRIMARY KEY (session, seq)) WITHOUT ROWID",
          "CREATE UNIQUE INDEX log_key ON log (session, key) WHERE key IS NOT NULL",
          "CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE session_list (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, "
          "opened INTEGER NOT NULL, last INTEGER NOT NULL, turns INTEGER NOT NULL, "
          "closed INTEGER NOT NULL, rated INTEGER NOT NULL) WITHOUT ROWID",
      },
      {
          "CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
      },
      {
          "ALTER TABLE session_list ADD COLUMN branch INTEGER NOT NULL DEFAULT 0",
      },
      {
          "ALTER TABLE session_list ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE session_list ADD COLUMN announced INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE session_list ADD COLUMN days INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE session_list ADD COLUMN shared INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE session_list ADD COLUMN training INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE session_list ADD COLUMN research INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE session_list ADD COLUMN erased INTEGER NOT NULL DEFAULT 0",
      },
      {
          "CREATE TABLE journal (name TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, "
          "entry TEXT NOT NULL, PRIMARY KEY (name, seq)) WITHOUT ROWID",
          "CREATE TABLE draft (journal TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, "
          "PRIMARY KEY (journal, key))",
      },
      {
          "CREATE TABLE account (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, "
          "password TEXT NOT NULL, role TEXT NOT NULL, rates_as TEXT NOT NULL, "
          "active INTEGER NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE TABLE sign_in (digest TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account "
          "(id), expires INTEGER NOT NULL) WITHOUT ROWID",
          "CREATE INDEX sign_in_account ON sign_in (account)",
          "CREATE TABLE invite (digest TEXT PRIMARY KEY, role TEXT NOT NULL, "
          "rates_as TEXT NOT NULL, made_by TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID",
      },
      {
          "ALTER TABLE preference RENAME TO preference_of_one",
          "CREATE TABLE preference (owner TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, "
          "PRIMARY KEY (owner, name)) WITHOUT ROWID",
          "INSERT INTO preference (owner, name, value) SELECT '', name, value "
          "FROM preference_of_one",
          "DROP TABLE preference_of_one",
      },
  };
  return all;
}

base::Result<void> check_owner(soci::session& sql, long long version) {
  const long long tables = number(sql, "SELECT count(*) FROM sqlite_master");
  const long long application = number(sql, "PRAGMA application_id");
  if (tables > 0 && application != kApplication) {
    return base::fail(base::Code::unavailable,
                      "the file belongs to another program; choose another directory");
  }
  if (version > static_cast<long long>(steps().size())) {
    return base::fail(base::Code::unavailable,
                      "the file was written by a newer version of Attune; start that one");
  }
  return {};
}

void take(soci::session& sql, std::size_t step) {
  soci::transaction all_or_none(sql);
  for (const char* statement : steps()[step]) sql << statement;
  sql << "PRAGMA application_id = " + std::to_string(kApplication);
  sql << "PRAGMA user_version = " + std::to_string(step + 1);
  all_or_none.commit();
}

}  // namespace

base::Result<void> migrate(soci::session& sql) {
  const long long version = number(sql, "PRAGMA user_version");
  if (auto owned = check_owner(sql, version); !owned) return owned;
  for (auto step = static_cast<std::size_t>(version); step < steps().size(); ++step)
    take(sql, step);
  return {};
}

}  // namespace attune::store
