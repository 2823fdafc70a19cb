#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "conversation/event_log.h"
#include "review/book.h"

namespace attune::review {

/// Whether whose talk it is must have agreed before others review it: in team mode they must.
enum class Consent { asked, not_asked };

/// A talk that may be reviewed, without its words.
struct Shelved {
  Origin origin = Origin::session;
  int replies = 0;        ///< of the supporter
  std::string supporter;  ///< raters never see it; nobody reviews a talk of their own
  std::string case_id;
  base::Instant opened{};  ///< of sessions
  bool training = true;    ///< anybody's batch may hold it; else only a study's
};

/// The talks that may be reviewed, as of one look at the book and the log: of sessions those that
/// are closed, still have their words and whose owner agreed to training, or to research, which
/// lends them to studies alone.
class Shelf {
 public:
  /// `log` must outlive it.
  [[nodiscard]] static base::Result<Shelf> look(std::shared_ptr<const Book> book,
                                                conversation::EventLog& log, Consent consent);

  [[nodiscard]] const Book& book() const { return *book_; }
  [[nodiscard]] const std::map<std::string, Shelved>& talks() const { return talks_; }

  /// Null when the talk may not be reviewed in such a batch.
  [[nodiscard]] const Shelved* find(const std::string& talk, const Batch& batch) const;

  /// The words of a talk on the shelf; `not_found` for any other. Reads the log of a session.
  [[nodiscard]] base::Result<std::vector<conversation::Turn>> turns(const std::string& talk) const;

 private:
  Shelf(std::shared_ptr<const Book> book, conversation::EventLog& log)
      : book_(std::move(book)), log_(&log) {}

  // Shared with all who read the same book.
  std::shared_ptr<const Book> book_;
  conversation::EventLog* log_;
  std::map<std::string, Shelved> talks_;
};

/// The number of the exchange that each turn belongs to: the n-th supporter reply and the client's
/// answer to it are n, the client's opening is 0.
[[nodiscard]] std::vector<conversation::TurnNumber> numbers(
    const std::vector<conversation::Turn>& turns);

/// The n-th reply of the supporter, or null.
[[nodiscard]] const std::string* reply(const std::vector<conversation::Turn>& turns,
                                       conversation::TurnNumber n);

}  // namespace attune::review
