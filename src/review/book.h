#pragma once

#include <map>

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "conversation/journal.h"
#include "review/rating.h"
#include "review/recalibration.h"

namespace attune::review {

/// A set of talks given to some raters with the instruments to fill in.
struct Batch {
  std::string id, title;
  std::vector<std::string> instruments;  ///< ids
  std::vector<std::string> talks;
  std::vector<std::pair<std::string, std::string>> pairs;  ///< talks to be compared; may be empty
  std::vector<std::string> raters;                         ///< account ids
  std::uint64_t seed = 0;                                  ///< of each rater's order, and of sides
  std::string trial;                                       ///< whose outcome it serves; or ""
};

/// A known answer: what a batch's maker holds right for a talk. Raters meet it like any other;
/// their agreement with it is shown to whoever reads agreement.
struct Gold {
  std::string talk;
  Form form;
  std::string by;
};

/// All that the review journal says: a fold over it.
struct Book {
  std::map<std::string, Talk> talks;  ///< imported and simulated; sessions stay in their own log
  std::map<std::string, Batch> batches;
  std::vector<Rating> ratings;  ///< in the order they came, second ones included
  std::vector<Choice> choices;
  std::vector<Settled> settled;
  std::map<std::string, Gold> gold;  ///< by talk
  TrustSettings trust;
  long long last = 0;  ///< number of the last entry taken in

  /// The rating that counts of each rater for each talk, in order of talk and rater.
  [[nodiscard]] std::vector<const Rating*> counting() const;
  /// The last word on each disagreement.
  [[nodiscard]] std::vector<const Settled*> settlements() const;
};

/// One entry's meaning and its text (docs/formats/review.md); `invalid` for what this version does
/// not know. Talks of a session carry no turns in the journal.
using Entry =
    std::variant<Talk, Batch, Rating, Choice, Settled, Gold, FloorSet, Recalibrated, Reverted>;
[[nodiscard]] std::string to_json(const Entry& entry);
[[nodiscard]] base::Result<Entry> entry_from_json(std::string_view text);

/// A form alone, as pages send and drafts keep it.
[[nodiscard]] std::string to_json(const Form& form);
[[nodiscard]] base::Result<Form> form_from_json(std::string_view text);

void fold(Book& book, Entry entry);

/// Takes in what is new; `invalid` names the entry's number and leaves the book before it.
[[nodiscard]] base::Result<void> fold(Book& book,
                                      const std::vector<conversation::JournalEntry>& entries);

}  // namespace attune::review
