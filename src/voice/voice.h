#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/case.h"
#include "conversation/event.h"
#include "language/fit.h"

namespace attune::voice {

/// What a voice is asked to put into words: the mind's intent, and the talk so far.
struct Brief {
  conversation::Intended intended;
  conversation::State state;
  std::set<std::string> disclosed;       ///< layers already out, this turn's included
  std::vector<conversation::Turn> talk;  ///< oldest first, the supporter's turn last
  conversation::Reading heard;           ///< how that turn read
  language::Fit fit;
  std::set<std::string> used;                   ///< ids of lines said before in this talk
  std::vector<std::vector<std::string>> lines;  ///< the same by the client's turns, oldest first
  std::string draft;  ///< for a model: what the authored voice would say, less the cue
  std::vector<std::string> answered;  ///< topics answered before, oldest first
  std::uint64_t seed = 0;
};

/// One client turn in words.
struct Utterance {
  std::vector<std::string> bubbles;  ///< 1 to 3
  std::vector<int> typing_ms;        ///< one a bubble, 1,500 to 8,000
  std::vector<std::string> lines;    ///< ids of the authored lines used, in order
  bool exhausted = false;            ///< the person has little left to say and would rather end
};

/// Turns an intent into words. Never decides what is meant.
class Voice {
 public:
  virtual ~Voice() = default;
  [[nodiscard]] virtual base::Result<Utterance> word(const Brief& brief) = 0;
  [[nodiscard]] virtual std::string version() const = 0;
};

}  // namespace attune::voice
