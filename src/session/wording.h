#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "llm/chat_model.h"
#include "session/session.h"

namespace attune::session {

/// How one turn of the client that is owed comes by words from a language model, whatever that
/// does: the model is given what the authored voice would say, and asked to say it; when its words
/// do not pass, once more with the reasons; when they do not pass again, or no answer comes, the
/// authored voice speaks. It keeps no connection and no thread: a driver asks `prompt()` and brings
/// what came of it.
class Wording {
 public:
  /// `desk` has a modeled voice and outlives this; `progress` owes words. `endpoint`: the model's
  /// name in the settings.
  Wording(Desk& desk, const Progress& progress, std::string endpoint);

  /// What is to be put into words.
  [[nodiscard]] const voice::Brief& brief() const { return brief_; }

  /// What to ask the model now.
  [[nodiscard]] llm::Prompt prompt() const;

  /// The turn, or nothing: then `prompt()` is to be asked once more.
  [[nodiscard]] std::optional<conversation::Said> take(const llm::Answer& answer);

  /// The turn when no answer came. `trouble`: its kind (docs/formats/llm.md).
  [[nodiscard]] conversation::Said give_up(std::string_view trouble);

 private:
  [[nodiscard]] conversation::Said spoken(const voice::Brief& asked);
  [[nodiscard]] conversation::Said authored();

  Desk& desk_;
  const conversation::TurnNumber turn_;
  voice::Brief brief_;
  std::vector<std::string> drafted_;  ///< lines of its draft
  conversation::Worded worded_;
  std::optional<voice::Refused> refused_;
};

}  // namespace attune::session
