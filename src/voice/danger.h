#pragma once

#include <map>
#include <string>

#include "client/case.h"
#include "language/reader.h"
#include "voice/phrasebook.h"
#include "voice/voice.h"

namespace attune::voice {

/// How far words speak of dying or of self-harm.
struct Peril {
  int grade = 0;  ///< 0 not, 1 wishing to be gone, 2 dying or hurting oneself, 3 meaning to do it
  conversation::RiskLevel level = conversation::RiskLevel::none;  ///< as the reader reads it
  bool means = false;                                             ///< and name a means of it

  void raise(const Peril& other);
};

/// Knows how far a person's own lines go, so that a model goes no further. Immutable, so
/// thread-safe.
class Danger {
 public:
  /// All must outlive this.
  Danger(const client::Case& person, const language::Reader& reader, const Phrasebook& phrases);

  [[nodiscard]] Peril of(const std::string& words) const;

  /// What this turn may say at most: as far as the lines of what is out, of the intent and of the
  /// cue go, and what the client has said in the talk.
  [[nodiscard]] Peril allowed(const Brief& brief) const;

  /// Whether the person's own answers of this kind ("risk_true") speak of it.
  [[nodiscard]] bool speaks_of_it(const std::string& intent) const;

  /// Whether the layer itself is about it, so that a true answer to the question may touch it.
  [[nodiscard]] bool is_about_it(const std::string& layer) const;

 private:
  const client::Case& person_;
  const language::Reader& reader_;
  const Phrasebook& phrases_;
  std::map<std::string, Peril> by_layer_, by_intent_, by_cue_;
};

}  // namespace attune::voice
