#include "store/sqlite_journal.h"

namespace attune::store {
namespace {

using base::Result;
using soci::into;
using soci::use;

long long last_of(soci::session& sql, const std::string& journal) {
  long long last = 0;
  soci::indicator any = soci::i_null;
  sql << "SELECT max(seq) FROM journal WHERE name = :name", use(journal, "name"), into(last, any);
  return any == soci::i_ok ? last : 0;
}

void remove_draft(soci::session& sql, const std::string& journal, const std::string& key) {
  sql << "DELETE FROM draft WHERE journal = :journal AND key = :key", use(journal, "journal"),
      use(key, "key");
}

}  // namespace

Result<long long> SqliteJournal::append(const std::string& journal,
                                        const std::vector<std::string>& texts, base::Instant at,
                                        const std::string& done_draft) {
  long long seq = 0;
  const auto done = writer_.carry_out([&](soci::session& sql) -> Result<void> {
    const long long when = at.time_since_epoch().count();
    seq = last_of(sql, journal);
    for (const std::string& text : texts) {
      ++seq;
      sql << "INSERT INTO journal (name, seq, at, entry) VALUES (:name, :seq, :at, :entry)",
          use(journal, "name"), use(seq, "seq"), use(when, "at"), use(text, "entry");
    }
    if (!done_draft.empty()) remove_draft(sql, journal, done_draft);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return seq;
}

Result<std::vector<conversation::JournalEntry>> SqliteJournal::entries(const std::string& journal,
                                                                       long long after) {
  return readers_.read("reading a journal", [&](soci::session& sql) {
    std::vector<conversation::JournalEntry> entries;
    conversation::JournalEntry entry;
    long long at = 0;
    soci::statement rows =
        (sql.prepare << "SELECT seq, at, entry FROM journal WHERE name = :name AND seq > :after "
                        "ORDER BY seq",
         use(journal, "name"), use(after, "after"), into(entry.seq), into(at), into(entry.text));
    rows.execute();
    while (rows.fetch()) {
      entry.at = base::Instant(std::chrono::milliseconds(at));
      entries.push_back(entry);
    }
    return Result<std::vector<conversation::JournalEntry>>(std::move(entries));
  });
}

Result<void> SqliteJournal::rewrite(const std::string& journal, long long seq,
                                    const std::string& text) {
  return writer_.carry_out(
      [&](soci::session& sql) -> Result<void> {
        soci::statement change =
            (sql.prepare << "UPDATE journal SET entry = :entry WHERE name = :name AND seq = :seq",
             use(text, "entry"), use(journal, "name"), use(seq, "seq"));
        change.execute(true);
        if (change.get_affected_rows() == 1) return {};
        return base::fail(base::Code::not_found, "the journal has no entry " + std::to_string(seq));
      },
      true);
}

Result<void> SqliteJournal::put_draft(const std::string& journal, const std::string& key,
                                      const std::string& text) {
  return writer_.carry_out([&](soci::session& sql) -> Result<void> {
    if (text.empty()) {
      remove_draft(sql, journal, key);
      return {};
    }
    sql << "INSERT INTO draft (journal, key, text) VALUES (:journal, :key, :text) "
           "ON CONFLICT (journal, key) DO UPDATE SET text = excluded.text",
        use(journal, "journal"), use(key, "key"), use(text, "text");
    return {};
  });
}

Result<std::map<std::string, std::string>> SqliteJournal::drafts(const std::string& journal) {
  return readers_.read("reading drafts", [&](soci::session& sql) {
    std::map<std::string, std::string> drafts;
    std::string key, text;
    soci::statement rows = (sql.prepare << "SELECT key, text FROM draft WHERE journal = :journal",
                            use(journal, "journal"), into(key), into(text));
    rows.execute();
    while (rows.fetch()) drafts[key] = text;
    return Result<std::map<std::string, std::string>>(std::move(drafts));
  });
}

}  // namespace attune::store
