#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "language/meaning.h"
#include "language/reader.h"
#include "voice/typing.h"
#include "voice/voice.h"

namespace attune::voice {

/// A model's answer as this person would have typed it: without reasoning, quotation marks or the
/// own name around it, in lower case where they type so. One bubble a line.
[[nodiscard]] std::vector<std::string> mend(std::string_view answer, const client::Case& person,
                                            const Typing& typing);

/// Judges a model's words for a client's turn. Immutable, so thread-safe.
class Judge {
 public:
  /// All but `typing` must outlive the judge.
  Judge(const client::Case& person, const language::Reader& reader,
        const language::Meaning& meaning, const Typing& typing);

  /// Words that the turn may have at most.
  [[nodiscard]] std::size_t limit(const Brief& brief) const;

  /// Whether the words tell of a layer that is not out.
  [[nodiscard]] bool tells_hidden(const std::string& words, const Brief& brief) const;

  /// Names of the faults of docs/formats/prompts.md, none twice; empty when the words may be sent.
  /// `bubbles`: the answer, mended.
  [[nodiscard]] std::vector<std::string> faults(const Brief& brief, const std::string& answer,
                                                const std::vector<std::string>& bubbles) const;

 private:
  const client::Case& person_;
  const language::Reader& reader_;
  const language::Meaning& meaning_;
  Typing typing_;
};

}  // namespace attune::voice
