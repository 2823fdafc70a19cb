#pragma once

#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "client/case.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "llm/chat_model.h"
#include "voice/prompts.h"
#include "voice/voice.h"

namespace attune::voice {

/// What is wrong with a model's words for one turn. `why` is told to the model, once, and kept in
/// the log; no words of the talk stand in it.
struct Fault {
  std::string what;  ///< a key of `faults` in content/prompts/words.yaml: "leak", "intent", ...
  std::string why;   ///< one plain sentence
};

/// A first try that was refused.
struct Refused {
  std::string words;
  std::vector<Fault> faults;
};

/// Has a language model say what the mind means. Holds no thread and no connection: it makes
/// prompts and judges answers. Thread-safe; the first use takes longer, as the case's lines are
/// read then.
class ModeledVoice {
 public:
  /// All must outlive the voice.
  ModeledVoice(const client::Case& person, const language::Reader& reader,
               const language::Meaning& meaning, const Prompts& prompts);
  ~ModeledVoice();

  /// What the model is asked. Nothing of a layer that is not out stands in it. `refused`: the words
  /// of a first try and what was wrong with them, or null.
  [[nodiscard]] llm::Prompt prompt(const Brief& brief, const Refused* refused) const;

  /// The turn in bubbles with typing times, or everything that is wrong with it.
  [[nodiscard]] tl::expected<Utterance, std::vector<Fault>> take(const Brief& brief,
                                                                 const std::string& answer) const;

  /// Changes with the prompts and with the code's way of judging.
  [[nodiscard]] std::string version() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace attune::voice
