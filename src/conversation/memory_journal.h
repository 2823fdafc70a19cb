#pragma once

#include <mutex>

#include "conversation/journal.h"

namespace attune::conversation {

/// A journal that lasts as long as the process: for tests, and for what is simulated. Thread-safe.
class MemoryJournal : public Journal {
 public:
  [[nodiscard]] base::Result<long long> append(const std::string& journal,
                                               const std::vector<std::string>& texts,
                                               base::Instant at,
                                               const std::string& done_draft) override;
  [[nodiscard]] base::Result<std::vector<JournalEntry>> entries(const std::string& journal,
                                                                long long after) override;
  [[nodiscard]] base::Result<void> rewrite(const std::string& journal, long long seq,
                                           const std::string& text) override;
  [[nodiscard]] base::Result<void> put_draft(const std::string& journal, const std::string& key,
                                             const std::string& text) override;
  [[nodiscard]] base::Result<std::map<std::string, std::string>> drafts(
      const std::string& journal) override;

 private:
  struct Kept {
    std::vector<JournalEntry> entries;
    std::map<std::string, std::string> drafts;
  };

  std::mutex mutex_;  ///< guards all below
  std::map<std::string, Kept> journals_;
  long long last_ = 0;
};

}  // namespace attune::conversation
