#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/voice.h"

namespace attune::voice {

/// What a case gives a model for one turn. Only what is out, what this turn brings out, and what
/// was never hidden.
struct Offer {
  std::vector<const client::Line*> examples;  ///< of the intent, nearest to what was said first
  std::vector<const client::Line*> cue;       ///< hints of the cue to plant
  std::vector<const client::Layer*> known;    ///< layers that are out, oldest first
};

/// Finds what fits a turn among a case's lines. Immutable, so thread-safe.
class Material {
 public:
  /// Both must outlive the material.
  Material(const client::Case& person, const language::Meaning& meaning);

  /// Equal briefs give equal offers.
  [[nodiscard]] Offer offer(const Brief& brief) const;

  /// A few short lines that belong to no layer, cue, trap or question of risk, the same all through
  /// a talk: how the person sounds.
  [[nodiscard]] const std::vector<const client::Line*>& samples() const { return samples_; }

 private:
  struct Ready {
    const client::Line* line;
    language::Sense sense;
  };
  struct Kind;
  void pick_samples();
  [[nodiscard]] std::vector<const client::Line*> best(const Brief& brief, const Kind& kind,
                                                      std::size_t most) const;

  const client::Case& person_;
  const language::Meaning& meaning_;
  std::vector<Ready> lines_;
  std::vector<const client::Line*> samples_;
};

/// The variant of an intent as the prompts name it: "react_met", "answer_risk_true", "close_well".
[[nodiscard]] std::string variant(const conversation::Intended& intended);

/// Whether what belongs to this layer may be said: it is out, comes out now, or "" for none.
[[nodiscard]] bool is_out(const Brief& brief, const std::string& layer);

}  // namespace attune::voice
