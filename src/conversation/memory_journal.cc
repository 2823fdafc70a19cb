#include "conversation/memory_journal.h"

#include <algorithm>

namespace attune::conversation {

base::Result<long long> MemoryJournal::append(const std::string& journal,
                                              const std::vector<std::string>& texts,
                                              base::Instant at, const std::string& done_draft) {
  const std::lock_guard lock(mutex_);
  Kept& kept = journals_[journal];
  for (const std::string& text : texts) kept.entries.push_back({++last_, at, text});
  kept.drafts.erase(done_draft);
  return last_;
}

base::Result<std::vector<JournalEntry>> MemoryJournal::entries(const std::string& journal,
                                                               long long after) {
  const std::lock_guard lock(mutex_);
  const auto& all = journals_[journal].entries;
  const auto first =
      std::ranges::find_if(all, [after](const JournalEntry& entry) { return entry.seq > after; });
  return std::vector<JournalEntry>(first, all.end());
}

base::Result<void> MemoryJournal::rewrite(const std::string& journal, long long seq,
                                          const std::string& text) {
  const std::lock_guard lock(mutex_);
  for (JournalEntry& entry : journals_[journal].entries) {
    if (entry.seq != seq) continue;
    entry.text = text;
    return {};
  }
  return base::fail(base::Code::not_found, "there is no entry of that number in the journal");
}

base::Result<void> MemoryJournal::put_draft(const std::string& journal, const std::string& key,
                                            const std::string& text) {
  const std::lock_guard lock(mutex_);
  auto& drafts = journals_[journal].drafts;
  if (text.empty())
    drafts.erase(key);
  else
    drafts[key] = text;
  return {};
}

base::Result<std::map<std::string, std::string>> MemoryJournal::drafts(const std::string& journal) {
  const std::lock_guard lock(mutex_);
  return journals_[journal].drafts;
}

}  // namespace attune::conversation
