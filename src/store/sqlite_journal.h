#pragma once

#include "conversation/journal.h"
#include "store/readers.h"
#include "store/writer.h"

namespace attune::store {

/// The journals and their drafts. Both arguments must outlive it.
class SqliteJournal : public conversation::Journal {
 public:
  SqliteJournal(Readers& readers, Writer& writer) : readers_(readers), writer_(writer) {}

  [[nodiscard]] base::Result<long long> append(const std::string& journal,
                                               const std::vector<std::string>& texts,
                                               base::Instant at,
                                               const std::string& done_draft) override;
  [[nodiscard]] base::Result<std::vector<conversation::JournalEntry>> entries(
      const std::string& journal, long long after) override;
  [[nodiscard]] base::Result<void> rewrite(const std::string& journal, long long seq,
                                           const std::string& text) override;
  [[nodiscard]] base::Result<void> put_draft(const std::string& journal, const std::string& key,
                                             const std::string& text) override;
  [[nodiscard]] base::Result<std::map<std::string, std::string>> drafts(
      const std::string& journal) override;

 private:
  Readers& readers_;
  Writer& writer_;
};

}  // namespace attune::store
