#include "coach/reply.h"

#include <algorithm>

#include "base/utf8.h"
#include "coach/faults.h"
#include "coach/plain_words.h"
#include "coach/situation.h"
#include "language/ask_phrases.h"
#include "language/asks.h"
#include "language/risk_moves.h"

namespace attune::coach {
namespace {

using conversation::Speaker;

constexpr std::size_t kLongestQuote = 120;  // characters
constexpr std::string_view kMarks = " \t\r\n.,;:!-";
constexpr std::string_view kMore = "…";

std::string spelled_out(std::string_view text) {
  std::string plain;
  for (const PlainWord& word : plain_words(text)) {
    if (!plain.empty()) plain += ' ';
    plain += word.form;
  }
  if (text.find('?') != text.npos) plain += '?';
  return plain;
}

}  // namespace

bool Sentence::has(const language::Patterns& phrases) const {
  return phrases.find(words).any();
}

bool Sentence::asks() const {
  return std::ranges::any_of(words.sentences, &language::Wording::Sentence::asks);
}

bool Sentence::opens_as_question() const {
  const auto& sentence = words.sentences.front();
  return sentence.opens < sentence.last &&  // else it is an opening word alone: "right?"
         language::question_openings().begins(words, sentence, sentence.opens);
}

std::vector<Sentence> sentences_of(std::string_view turn) {
  std::vector<Sentence> all;
  for (const std::string_view piece : language::sentences(turn)) {
    std::string plain = spelled_out(piece);
    language::Wording words = language::wording(plain);
    if (!words.words.empty()) all.push_back({piece, std::move(plain), std::move(words)});
  }
  return all;
}

std::optional<Reply> Reply::last_of(const conversation::Observed& observed,
                                    const Recognizer& recognizer, const language::Reader& reader,
                                    const language::Meaning& meaning) {
  if (observed.lines.empty()) return std::nullopt;
  const auto& last = observed.lines.back();
  if (last.said.speaker != Speaker::supporter || !last.reading || !last.reading->skills ||
      !last.reading->asks)
    return std::nullopt;
  Reply reply{observed, recognizer, reader, meaning, {}, {}, {}, sentences_of(last.said.text),
              {},       false};
  for (std::size_t i = observed.lines.size() - 1; i-- > 0;) {
    const auto& line = observed.lines[i];
    (line.said.speaker == Speaker::client ? reply.clients : reply.supporters).push_back(&line);
  }
  if (reply.clients.empty() || reply.said.empty()) return std::nullopt;
  for (std::size_t i = 0; i + 1 < observed.lines.size(); ++i)
    reply.before.push_back(observed.lines[i].said);
  reply.fit = language::fit(last.said, reply.before, meaning);
  const auto client = static_cast<std::size_t>(reply.clients.front() - observed.lines.data());
  reply.welcomes_advice = recognizer.welcomes_advice({observed, client});
  return reply;
}

bool asks_plainly(const std::vector<Sentence>& turn) {
  std::string plain;
  bool in_own_words = false;
  for (const Sentence& sentence : turn) {
    if (leans(sentence) || asks_promise(sentence)) continue;
    plain += sentence.plain + (sentence.asks() ? " " : ". ");
    in_own_words = in_own_words || (sentence.asks() && sentence.has(language::death_words()) &&
                                    !sentence.has(language::not_suicide()));
  }
  const auto asks = language::find_asks(language::tokenize(plain)).asks;
  return in_own_words || (asks.about_suicide && !asks.leading);
}

std::string quote(std::string_view text) {
  const std::size_t from = text.find_first_not_of(kMarks);
  if (from == text.npos) return "";
  text.remove_prefix(from);
  text.remove_suffix(text.size() - 1 - text.find_last_not_of(kMarks));
  std::string quoted(text);
  std::ranges::replace(quoted, '\n', ' ');
  if (base::length(quoted) <= kLongestQuote) return quoted;
  std::size_t at = 0;
  std::size_t whole = 0;  // where the last whole word ends
  for (std::size_t points = 0; points < kLongestQuote; ++points) {
    if (quoted[at] == ' ') whole = at;
    static_cast<void>(base::next(quoted, at));
  }
  if (whole == 0) return "";
  quoted.resize(quoted.find_last_not_of(kMarks, whole) + 1);
  return quoted + std::string(kMore);
}

std::string quote_around(std::string_view text, const conversation::Span& span) {
  std::size_t at = 0;
  for (int point = 0; point < span.start && at < text.size(); ++point)
    static_cast<void>(base::next(text, at));
  for (const std::string_view piece : language::sentences(text)) {
    const auto end = static_cast<std::size_t>(piece.data() - text.data()) + piece.size();
    if (at < end) return quote(piece);
  }
  return "";
}

}  // namespace attune::coach
