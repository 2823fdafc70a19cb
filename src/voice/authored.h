#pragma once

#include <memory>
#include <string>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/acts.h"
#include "voice/voice.h"

namespace attune::voice {

/// Speaks with a case's authored lines: works out what the supporter's turn asks or does, then
/// picks and joins lines by intent, topic and affect. Pure in its brief, so one serves many
/// sessions at once (thread-safe). The first word takes longer than the others: the case's examples
/// are read then.
class AuthoredVoice : public Voice {
 public:
  /// `person` and `meaning` must outlive the voice. `acts` comes from content/acts.yaml
  /// (acts_yaml.h).
  AuthoredVoice(const client::Case& person, const language::Meaning& meaning, Acts acts);
  ~AuthoredVoice() override;

  /// Never fails: where lines run out the person grows terse, and `exhausted` says so.
  [[nodiscard]] base::Result<Utterance> word(const Brief& brief) override;

  /// Ids of the authored lines that stand in `text`, a client's turn that came from elsewhere.
  [[nodiscard]] std::vector<std::string> lines_in(const std::string& text) const;

  /// Changes with the code's way of choosing and with the acts file.
  [[nodiscard]] std::string version() const override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Out of role, after the end: "This exercise is over. Nothing happens to him after it."
[[nodiscard]] std::string exercise_over(const client::Case& person);

}  // namespace attune::voice
