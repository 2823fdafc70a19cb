#include "store/database.h"

#include <string>

#include <soci/sqlite3/soci-sqlite3.h>

namespace attune::store {
namespace {

using base::Code;
using base::Error;

Error from_sqlite(int result) {
  const std::string number = " (SQLite " + std::to_string(result) + ")";
  switch (result) {
    case SQLITE_FULL:
      return {Code::unavailable, "the disk is full; free some space and try again" + number};
    case SQLITE_IOERR:
      return {Code::unavailable,
              "the disk refused; free some space or check it and try again" + number};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {Code::unavailable,
              "the file cannot be opened or written; check who owns it" + number};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Code::unavailable, "the file is in use by another program" + number};
    case SQLITE_CORRUPT:
      return {Code::unavailable, "the file is damaged; put back a copy of it" + number};
    case SQLITE_NOTADB:
      return {Code::unavailable, "the file is not a database; move it away" + number};
    case SQLITE_CONSTRAINT:
      return {Code::conflict, "an event with this number or key is there already" + number};
    default:
      return {Code::internal, "the database refused" + number};
  }
}

}  // namespace

Error caught() {
  try {
    throw;
  } catch (const soci::sqlite3_soci_error& error) {
    return from_sqlite(error.result() & 0xff);
  } catch (const std::bad_alloc&) {
    return {Code::unavailable, "out of memory"};
  } catch (...) {
    return {Code::internal, "the database library refused"};
  }
}

base::Result<std::unique_ptr<soci::session>> connect(const std::filesystem::path& file) {
  const std::string name = file.string();
  if (name.find('"') != std::string::npos) {
    return base::fail(Code::invalid,
                      "opening " + name + ": a path with a quotation mark is not taken");
  }
  return guarded("opening " + name, [&]() -> base::Result<std::unique_ptr<soci::session>> {
    auto sql = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + name + "\" timeout=5");
    *sql << "PRAGMA synchronous = FULL";
    *sql << "PRAGMA secure_delete = ON";
    *sql << "PRAGMA trusted_schema = OFF";
    return sql;
  });
}

long long number(soci::session& sql, const char* query) {
  long long value = 0;
  soci::indicator indicator = soci::i_null;
  sql << query, soci::into(value, indicator);
  return sql.got_data() && indicator == soci::i_ok ? value : 0;
}

}  // namespace attune::store
