#pragma once

#include <map>
#include <string>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "voice/danger.h"
#include "voice/phrasebook.h"
#include "voice/prompts.h"
#include "voice/secrets.h"
#include "voice/typing.h"
#include "voice/voice.h"

namespace attune::voice {

/// How words compare with what a turn is to say; the numbers that thresholds are set on.
struct Delivery {
  double told = 0;   ///< Traces::score of the layer to disclose
  double cue = 0;    ///< nearness to the nearest hint of the cue, [0, 1]
  double kind = 0;   ///< nearness to the nearest line of the intent, [0, 1]
  double leak = -9;  ///< the highest Traces::score of a layer that is not out
  double draft = 1;  ///< nearness of any sentence to any of the draft, [0, 1]; 1 without a draft
};

/// Judges a model's words for a client's turn. Immutable, so thread-safe.
class Judge {
 public:
  /// All but `typing` must outlive the judge.
  Judge(const client::Case& person, const language::Reader& reader,
        const language::Meaning& meaning, const Prompts& prompts, const Typing& typing);
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  /// Words that the turn may have at most.
  [[nodiscard]] std::size_t limit(const Brief& brief) const;

  /// Whether the words tell of a layer that is not out.
  [[nodiscard]] bool tells_hidden(std::string_view words, const Brief& brief) const;

  [[nodiscard]] Delivery delivery(const Brief& brief, const std::string& words) const;

  /// Names of the faults of docs/formats/prompts.md, each once; empty when the words may be sent.
  /// `bubbles`: the answer, mended.
  [[nodiscard]] std::vector<std::string> faults(const Brief& brief, const std::string& answer,
                                                const std::vector<std::string>& bubbles) const;

 private:
  struct Words;
  [[nodiscard]] bool is_out_of_role(const Words& said) const;
  [[nodiscard]] bool is_formatted(const Words& said) const;
  [[nodiscard]] bool is_foreign(const Words& said) const;
  [[nodiscard]] bool is_polished(const Words& said) const;
  [[nodiscard]] bool is_repeated(const Brief& brief, const Words& said) const;
  [[nodiscard]] bool is_helping(const Brief& brief, const Words& said) const;
  /// Of the matter that there was to say, or of the cue's.
  [[nodiscard]] bool is_meant(const Brief& brief, std::string_view sentence) const;
  [[nodiscard]] bool is_pleased(const Brief& brief, const Words& said, const Delivery& near) const;
  [[nodiscard]] bool delivers(const Brief& brief, const Words& said, const Delivery& near) const;
  [[nodiscard]] bool answers_risk(const Brief& brief, const Words& said,
                                  const Delivery& near) const;
  /// The highest score of a layer that is not out.
  [[nodiscard]] double hidden(std::string_view words, const Brief& brief) const;
  [[nodiscard]] bool confirms_hidden(const Brief& brief, const Words& said) const;
  [[nodiscard]] std::size_t longest(std::string_view intent) const;

  const client::Case& person_;
  const language::Reader& reader_;
  const language::Meaning& meaning_;
  Typing typing_;
  const Usage& usage_;
  Phrasebook phrases_;
  Secrets secrets_;
  Danger danger_;
  struct Kind {
    std::vector<language::Sense> senses;
    std::size_t longest = 0;  ///< words
  };
  std::map<std::string, Kind, std::less<>> by_intent_, by_cue_, by_trap_;
};

}  // namespace attune::voice
