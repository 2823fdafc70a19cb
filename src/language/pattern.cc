#include "language/pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/draw.h"
#include "language/spelling.h"
#include "language/tokens.h"

namespace attune::language {
namespace {

constexpr std::array<std::string_view, 7> kAskers = {"what", "how",   "why",  "who",
                                                     "when", "where", "which"};

constexpr std::array<std::string_view, 16> kAuxiliaries = {
    "are", "is",    "do",    "does", "did",  "have", "has",    "had",
    "can", "could", "would", "will", "were", "was",  "should", "may"};

constexpr std::array<std::string_view, 18> kSubjects = {
    "you", "u", "your", "ur",     "he",      "she",     "they", "it",  "there",
    "we",  "i", "any",  "anyone", "anybody", "someone", "her",  "his", "the"};

constexpr std::array<std::string_view, 26> kFillers = {
    "lol", "haha", "omg",  "hey",  "hi",    "hello", "like",  "wow",   "well",
    "so",  "and",  "but",  "okay", "ok",    "oh",    "um",    "uh",    "yeah",
    "yes", "now",  "then", "hmm",  "right", "just",  "maybe", "please"};

bool is_filler(std::string_view word) {
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

using Endings = std::array<std::pair<std::string_view, std::string_view>, 6>;
constexpr Endings kEndings = {{{"'m", "am"},
                               {"'re", "are"},
                               {"'ve", "have"},
                               {"'ll", "will"},
                               {"'d", "would"},
                               {"'s", "is"}}};

void push(Wording& out, std::string_view word) {
  out.words.emplace_back(word);
  out.keys.push_back(base::hash(word));
}

void place(Wording& out, conversation::Span span) {
  out.spans.resize(out.words.size(), span);
}

void open_contraction(Wording& out, std::string_view word) {
  if (word == "can't" || word == "cannot") return push(out, "can"), push(out, "not");
  if (word == "won't") return push(out, "will"), push(out, "not");
  if (word == "gonna") return push(out, "going"), push(out, "to");
  if (word == "gotta") return push(out, "got"), push(out, "to");
  if (word == "wanna") return push(out, "want"), push(out, "to");
  if (word == "let's" || word == "lets") return push(out, "let"), push(out, "us");
  if (word.size() > 3 && word.ends_with("n't")) {
    push(out, word.substr(0, word.size() - 3));
    return push(out, "not");
  }
  if (word.find('\'') == word.npos) return push(out, word);
  for (const auto& [ending, opened] : kEndings) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    push(out, word.substr(0, word.size() - ending.size()));
    return push(out, opened);
  }
  push(out, word);
}

void close_sentence(Wording& out, std::size_t& first, bool question_mark) {
  if (out.words.size() == first) return;
  const std::size_t opens = past_fillers(out.words, first);
  const std::size_t begin = std::min(opens, out.words.size() - 1);
  const auto is = [&](const auto& list, std::size_t at) {
    return at < out.words.size() &&
           std::find(list.begin(), list.end(), out.words[at]) != list.end();
  };
  const bool asker = is(kAskers, begin) || (is(kAuxiliaries, begin) && is(kSubjects, begin + 1));
  const bool asks = question_mark || (asker && out.words.size() - begin > 2);
  out.sentences.push_back({first, out.words.size(), asks, false, opens});
  first = out.words.size();
}

Wording wording_of(std::string_view text, const Spelling* spelling) {
  constexpr std::size_t kLettersPerWord = 5;  // and the space
  Wording out;
  const std::size_t likely = text.size() / kLettersPerWord + 1;
  out.words.reserve(likely);
  out.keys.reserve(likely);
  out.spans.reserve(likely);
  std::size_t first = 0;
  int before = 0;  // code points of the text before the piece
  const char* seen = text.data();
  Tokens tokens;
  for (const std::string_view piece : sentences(text)) {
    // Pieces leave out nothing but blank lines, in which each byte is a code point.
    before += static_cast<int>(piece.data() - seen);
    tokenize(piece, tokens);
    if (spelling != nullptr) spelling->mend(tokens);
    for (const Token& token : tokens.list) {
      if (token.kind != Token::Kind::word && token.kind != Token::Kind::number) continue;
      open_contraction(out, tokens.form(token));
      place(out, {before + token.start, before + token.end});
    }
    close_sentence(out, first, piece.find('?') != std::string_view::npos);
    before += tokens.code_points;
    seen = piece.data() + piece.size();
  }
  return out;
}

}  // namespace

std::size_t past_fillers(const std::vector<std::string>& words, std::size_t first) {
  while (first < words.size() && is_filler(words[first])) ++first;
  return first;
}

Wording wording(std::string_view text) {
  return wording_of(text, nullptr);
}

Wording wording(std::string_view text, const Spelling& spelling) {
  return wording_of(text, &spelling);
}

Pattern::Pattern(std::string_view source) {
  while (!source.empty()) {
    const std::size_t space = source.find(' ');
    std::string_view part = source.substr(0, space);
    source = space == std::string_view::npos ? "" : source.substr(space + 1);
    if (part == "^") {
      at_start_ = true;
      continue;
    }
    if (part == "$") {
      at_end_ = true;
      continue;
    }
    const bool before = part.front() == '!';
    if (before) part.remove_prefix(1);
    Element element;
    element.gap = part == "*";
    element.optional = part.size() > 1 && part.back() == '?';
    if (element.optional) part.remove_suffix(1);
    while (part != "_" && part != "*" && !part.empty()) {
      const std::size_t bar = part.find('|');
      element.any.push_back(base::hash(part.substr(0, bar)));
      part = bar == std::string_view::npos ? "" : part.substr(bar + 1);
    }
    if (before)
      not_before_ = std::move(element.any);
    else
      elements_.push_back(std::move(element));
  }
}

std::size_t Pattern::rest(const Wording& wording, std::size_t end, std::size_t at,
                          std::size_t element) const {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  constexpr std::size_t kWidestGap = 3;
  if (element == elements_.size()) return at_end_ && at < end ? kNone : at;
  const Element& here = elements_[element];
  if (here.gap) {
    for (std::size_t skip = 0; skip <= kWidestGap && at + skip <= end; ++skip)
      if (const auto to = rest(wording, end, at + skip, element + 1); to != kNone) return to;
    return kNone;
  }
  const bool fits = at < end && (here.any.empty() || std::find(here.any.begin(), here.any.end(),
                                                               wording.keys[at]) != here.any.end());
  if (fits)
    if (const auto to = rest(wording, end, at + 1, element + 1); to != kNone) return to;
  return here.optional ? rest(wording, end, at, element + 1) : kNone;
}

std::size_t Pattern::match(const Wording& wording, const Wording::Sentence& sentence,
                           std::size_t at) const {
  if (at_start_ && at > sentence.opens) return at;
  if (at > sentence.first &&
      std::find(not_before_.begin(), not_before_.end(), wording.keys[at - 1]) != not_before_.end())
    return at;
  const std::size_t to = rest(wording, sentence.last, at, 0);
  return to == static_cast<std::size_t>(-1) ? at : to;
}

std::vector<std::uint64_t> Pattern::openings() const {
  std::vector<std::uint64_t> keys;
  for (const Element& element : elements_) {
    if (element.gap || element.any.empty()) return {};
    keys.insert(keys.end(), element.any.begin(), element.any.end());
    if (!element.optional) return keys;
  }
  return {};
}

Patterns::Patterns(std::span<const char* const> sources) {
  for (const char* source : sources) {
    const std::size_t index = patterns_.size();
    const auto openings = patterns_.emplace_back(source).openings();
    if (openings.empty()) open_.push_back(index);
    for (const std::uint64_t key : openings) {
      by_opening_[key].push_back(index);
      may_open_.set(key % kBits);
    }
  }
}

std::size_t Patterns::furthest(const Wording& wording, const Wording::Sentence& sentence,
                               std::size_t at) const {
  std::size_t to = at;
  const auto tried = [&](const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices)
      to = std::max(to, patterns_[index].match(wording, sentence, at));
  };
  tried(open_);
  if (!may_open_[wording.keys[at] % kBits]) return to;
  if (const auto found = by_opening_.find(wording.keys[at]); found != by_opening_.end())
    tried(found->second);
  return to;
}

std::optional<conversation::Span> Patterns::first(const Wording& wording) const {
  for (const auto& sentence : wording.sentences) {
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      const std::size_t to = furthest(wording, sentence, at);
      if (to > at) return conversation::Span{wording.spans[at].start, wording.spans[to - 1].end};
    }
  }
  return std::nullopt;
}

Found Patterns::find(const Wording& wording, Where where) const {
  Found found;
  for (const auto& sentence : wording.sentences) {
    if (where != Where::anywhere && sentence.asks != (where == Where::questions)) continue;
    if (where == Where::assertions && sentence.reflects) continue;
    for (std::size_t at = sentence.first; at < sentence.last;) {
      const std::size_t to = furthest(wording, sentence, at);
      if (to > at) {
        ++found.count;
        found.words += to - at;
      }
      at = std::max(to, at + 1);
    }
  }
  return found;
}

}  // namespace attune::language
