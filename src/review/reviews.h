#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "conversation/journal.h"
#include "review/book.h"

namespace attune::review {

/// The review journal, folded once and kept up to date, and the drafts beside it. Waits for the
/// disk. Thread-safe.
class Reviews {
 public:
  /// `journal` must outlive it; nothing is read before it is asked for.
  explicit Reviews(conversation::Journal& journal) : journal_(journal) {}

  /// As of now. Shared, so that whoever reads it keeps it while others write the next one.
  using Shared = std::shared_ptr<const Book>;
  [[nodiscard]] base::Result<Shared> book();

  /// Durable when it returns, all or none, and `done_draft` goes in the same step.
  [[nodiscard]] base::Result<void> append(const std::vector<Entry>& entries, base::Instant at,
                                          const std::string& done_draft = "");

  /// Texts by task.
  [[nodiscard]] base::Result<std::map<std::string, std::string>> drafts();
  [[nodiscard]] base::Result<void> keep_draft(const std::string& task, const std::string& text);

  /// Erasure: what raters wrote about these talks goes, drafts too; what they answered stays.
  /// `tasks`: those about the talks.
  [[nodiscard]] base::Result<void> forget(const std::set<std::string>& talks,
                                          const std::set<std::string>& tasks);

 private:
  [[nodiscard]] base::Result<Shared> caught_up();  ///< with the lock held

  conversation::Journal& journal_;
  std::mutex mutex_;  ///< guards all below
  Shared book_ = std::make_shared<Book>();
};

}  // namespace attune::review
