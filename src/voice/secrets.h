#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "voice/voice.h"

namespace attune::voice {

/// How words compare with one layer and with everything that may be said.
struct Traces {
  double own = 0;   ///< nearness to the nearest sentence of the layer, [0, 1]
  double open = 0;  ///< the same to the nearest of what may be said
  double odds = 0;  ///< how much rather its words are the layer's: a sum of log odds

  /// Log odds that the words tell of the layer, by a logistic regression on lines left out of their
  /// case, of every second client (`bench/modeled --lines`).
  [[nodiscard]] double score() const;
};

/// Knows which words of a case belong to which layer, from all of its lines. Immutable, so
/// thread-safe.
class Secrets {
 public:
  /// Both must outlive the secrets.
  Secrets(const client::Case& person, const language::Meaning& meaning);

  /// Of the words with each layer of the case, in its order. What was said in the talk by the
  /// client is open.
  [[nodiscard]] std::vector<Traces> traces(std::string_view words, const Brief& brief) const;

 private:
  struct Sentence {
    int layer = -1;  ///< position in the case, or -1
    language::Sense sense;
  };
  struct Counts {
    std::vector<float> in;  ///< lines with the stem: of no layer, then of each
  };
  void add(int layer, const std::string& text);
  [[nodiscard]] int place(const std::string& layer) const;

  const client::Case& person_;
  const language::Meaning& meaning_;
  std::vector<Sentence> sentences_;
  std::unordered_map<std::uint32_t, Counts> counts_;
  std::vector<float> lines_;  ///< of no layer, then of each
};

}  // namespace attune::voice
