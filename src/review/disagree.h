#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/book.h"
#include "review/intake.h"

/// Where raters of one kind differ, to be talked over. Their forms stay as they are, and so do all
/// figures made of them.
namespace attune::review {

/// Answers to one item differ when they are at least so far apart. Our choice: one step on a scale
/// is within what two careful readers do.
inline constexpr int kApart = 2;

struct Voice {
  std::string rater;  ///< "Rater 1": the same person within one talk, and nobody outside it
  RaterKind kind = RaterKind::peer;
  int value = 0;     ///< an answer; of a code its severity, 1 where it has none, 0 for "not there"
  std::string text;  ///< the rater's words: about the mark, or about the talk
};

struct Disagreement {
  std::string talk, instrument, what, title;
  std::optional<conversation::TurnNumber> turn;
  std::vector<Voice> voices;         ///< of people, all kinds
  const Settled* settled = nullptr;  ///< the last word on it, or null; lives in the book
};

/// Those not yet settled first, then by talk and turn. `book` must outlive the result.
[[nodiscard]] std::vector<Disagreement> disagreements(const Book& book,
                                                      const Instruments& instruments);

}  // namespace attune::review
