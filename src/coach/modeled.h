#pragma once

#include <cstdint>
#include <string>

#include "coach/coach.h"
#include "llm/chat_model.h"

namespace attune::coach {

/// Has a language model write the cards, one of each kind, by structured output. Holds no thread
/// and no connection: it makes prompts and reads answers. Thread-safe.
class ModeledCoach {
 public:
  /// `instructions`: content/prompts/ideas.md. `coach` must outlive it.
  ModeledCoach(const Coach& coach, std::string instructions)
      : coach_(coach), instructions_(std::move(instructions)) {}

  /// Whether a model is to be asked; where risk is due the house's own cards stand.
  [[nodiscard]] bool asks(const conversation::Observed& observed) const {
    return coach_.takes_others(observed);
  }

  /// Only what was said in the talk stands in it.
  [[nodiscard]] llm::Prompt prompt(const conversation::Observed& observed) const;

  /// The answer's cards, each read before it is shown; the house's own in the place of those that
  /// did not pass, or of all when it is no answer to the prompt.
  [[nodiscard]] conversation::Suggested take(const conversation::Observed& observed,
                                             std::uint64_t seed, const llm::Answer& answer) const;

 private:
  const Coach& coach_;
  const std::string instructions_;
};

}  // namespace attune::coach
