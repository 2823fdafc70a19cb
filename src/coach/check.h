#pragma once

#include <string_view>
#include <vector>

#include "conversation/event.h"
#include "language/reader.h"

namespace attune::coach {

/// Reads a card before it is shown, as if the supporter had said it.
class Check {
 public:
  /// `reader` must outlive the check. `welcomes_advice`: the client asked for it or permitted it.
  Check(const language::Reader& reader, std::vector<conversation::Turn> before,
        bool welcomes_advice)
      : reader_(reader), before_(std::move(before)), welcomes_advice_(welcomes_advice) {}

  /// False for advice that nobody wanted, words that no card may hold, and more than two sentences.
  [[nodiscard]] bool passes(std::string_view card) const;

  /// The same of a card that a language model wrote. Its reason is read too, and it may tell
  /// nothing of a life of its own.
  [[nodiscard]] bool passes_from_outside(const conversation::Suggestion& card) const;

 private:
  const language::Reader& reader_;
  std::vector<conversation::Turn> before_;
  bool welcomes_advice_;
};

/// Full stops, question and exclamation marks; several in a row count once.
[[nodiscard]] int count_sentences(std::string_view card);

/// Whether a text turns to goals, steps or a change, which has no place in grief or acute risk.
[[nodiscard]] bool wants_change(std::string_view card);

/// Whether a text holds what no card may: commands, false comfort, claims to know how it feels,
/// diagnoses, an experience of the supporter's.
[[nodiscard]] bool holds_banned(std::string_view card);

}  // namespace attune::coach
