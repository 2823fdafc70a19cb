#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/observed.h"
#include "language/fit.h"
#include "language/pattern.h"

namespace attune::language {
class Reader;
}  // namespace attune::language

namespace attune::coach {

class Recognizer;

/// One sentence of a turn: as it was typed, and with Scots and texting spelled out.
struct Sentence {
  std::string_view text;  ///< of the turn's
  std::string plain;
  language::Wording words;

  [[nodiscard]] bool has(const language::Patterns& phrases) const;
  [[nodiscard]] bool asks() const;
  [[nodiscard]] bool opens_as_question() const;  ///< not a statement with a question mark
};

[[nodiscard]] std::vector<Sentence> sentences_of(std::string_view turn);

/// The supporter's last turn, made ready for all that is asked of it.
struct Reply {
  /// Nothing unless the talk ends with a turn of the supporter's that was read, after one of the
  /// client's. All four must outlive the reply.
  [[nodiscard]] static std::optional<Reply> last_of(const conversation::Observed& observed,
                                                    const Recognizer& recognizer,
                                                    const language::Reader& reader,
                                                    const language::Meaning& meaning);

  [[nodiscard]] const conversation::Observed::Line& line() const { return observed.lines.back(); }
  [[nodiscard]] const conversation::Reading& reading() const { return *line().reading; }
  [[nodiscard]] const std::string& text() const { return line().said.text; }
  [[nodiscard]] const conversation::Observed::Line& client() const { return *clients.front(); }

  const conversation::Observed& observed;
  const Recognizer& recognizer;
  const language::Reader& reader;
  const language::Meaning& meaning;
  std::vector<conversation::Turn> before;                       ///< all turns but this
  std::vector<const conversation::Observed::Line*> clients;     ///< latest first
  std::vector<const conversation::Observed::Line*> supporters;  ///< earlier turns, latest first
  std::vector<Sentence> said;
  language::Fit fit;
  bool welcomes_advice = false;  ///< the client asked for it, or said yes to an offer
};

/// Whether a turn asks plainly about suicide: neither so that "no" is easy, nor for a promise.
[[nodiscard]] bool asks_plainly(const std::vector<Sentence>& turn);

/// At most 120 characters of `text`, whole words, without the mark at its end.
[[nodiscard]] std::string quote(std::string_view text);

/// What stands at code points `span` of `text`, with the sentence around it, as a quote.
[[nodiscard]] std::string quote_around(std::string_view text, const conversation::Span& span);

}  // namespace attune::coach
