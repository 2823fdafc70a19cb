#pragma once

#include <memory>
#include <string>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/voice.h"

namespace attune::voice {

/// Speaks with a case's authored lines: works out what the supporter's turn asks or does, then picks and
/// joins lines by intent, topic and affect. Immutable once made and pure in its brief, so one serves many
/// sessions at once (thread-safe).
class AuthoredVoice : public Voice {
 public:
  /// `person` and `meaning` must outlive the voice.
  AuthoredVoice(const client::Case& person, const language::Meaning& meaning);
  ~AuthoredVoice() override;

  [[nodiscard]] base::Result<Utterance> word(const Brief& brief) override;
  [[nodiscard]] std::string version() const override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::voice
