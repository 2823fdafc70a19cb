#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace attune::conversation {

/// One line of a journal.
struct JournalEntry {
  long long seq = 0;  ///< from 1, without order between journals
  base::Instant at{};
  std::string text;  ///< JSON; what it means is its journal's own affair
};

/// Append-only lists of what happens around talks rather than in them: "review" (who rated what),
/// "trial" (studies with people). Views are folds over a journal, as they are over a talk. Beside
/// each, drafts: texts by key that are replaced while somebody types. A store fulfils it; every
/// implementation is thread-safe.
///
/// What writes is durable when it returns, and fails with `busy` when too much waits, with
/// `unavailable` when the disk refuses: nothing has changed then.
class Journal {
 public:
  virtual ~Journal() = default;

  /// Appends `texts` in order, all or none, as of now; gives the last one's number. With
  /// `done_draft`, the draft of that key goes in the same step.
  [[nodiscard]] virtual base::Result<long long> append(const std::string& journal,
                                                       const std::vector<std::string>& texts,
                                                       base::Instant at,
                                                       const std::string& done_draft = "") = 0;

  /// All with a number above `after`, in order.
  [[nodiscard]] virtual base::Result<std::vector<JournalEntry>> entries(const std::string& journal,
                                                                        long long after) = 0;

  /// Erasure, the one exception: puts `text` in place of an entry's; `not_found` if there is none.
  [[nodiscard]] virtual base::Result<void> rewrite(const std::string& journal, long long seq,
                                                   const std::string& text) = 0;

  /// Keeps `text` as the draft `key`, in place of what was there; "" removes it.
  [[nodiscard]] virtual base::Result<void> put_draft(const std::string& journal,
                                                     const std::string& key,
                                                     const std::string& text) = 0;
  [[nodiscard]] virtual base::Result<std::map<std::string, std::string>> drafts(
      const std::string& journal) = 0;
};

}  // namespace attune::conversation
