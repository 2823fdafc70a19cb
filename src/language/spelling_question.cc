#include <algorithm>
#include <array>
#include <string_view>

#include "language/mender.h"
#include "language/spelling.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

constexpr auto kAskers =
    std::to_array<std::string_view>({"how", "what", "when", "where", "which", "who", "why"});
constexpr auto kAskersWithVerb =
    std::to_array<std::string_view>({"how's", "what's", "where's", "who's", "why's"});
constexpr auto kAuxiliaries = std::to_array<std::string_view>(
    {"are",    "aren't", "can",     "can't",   "could", "couldn't", "did",
     "didn't", "do",     "does",    "doesn't", "don't", "had",      "has",
     "hasn't", "have",   "haven't", "is",      "isn't", "shall",    "was",
     "wasn't", "were",   "weren't", "will",    "won't", "would",    "wouldn't"});
constexpr auto kSubjects = std::to_array<std::string_view>(
    {"any", "anybody", "anyone", "he", "i", "it", "she", "somebody", "someone", "that", "there",
     "they", "this", "we", "you", "your"});
constexpr auto kThese = std::to_array<std::string_view>({"that", "this"});  // "what luck is this"
constexpr auto kOpeners = std::to_array<std::string_view>(
    {"and",  "anyway", "but",    "hang", "hey",  "hi",   "hmm", "like", "no",  "oh",   "ok",
     "okay", "on",     "really", "so",   "then", "wait", "way", "well", "wow", "yeah", "yes"});

/// One sentence, to see whether its words stand as those of a question.
class Order {
 public:
  explicit Order(const Tokens& tokens) : tokens_(tokens) {}

  /// Of the words [first, last): a verb before its subject, where the sentence or a part of it
  /// begins, or after a word that asks.
  [[nodiscard]] bool asks(std::size_t first, std::size_t last) const {
    bool opens = true;
    for (std::size_t at = first; at + 1 < last; ++at) {
      if (opens && (turned(at) || (is(at, askers_with_verb_) && at + 2 < last))) return true;
      if (is(at, askers_) && at + 2 < last &&
          (turned(at + 1) || (opens && turned(at + 2) && !is(at + 3, these_))))
        return true;
      opens = (opens && is(at, openers_)) || tokens_.form(tokens_.list[at]) == ",";
    }
    return false;
  }

 private:
  [[nodiscard]] bool is(std::size_t at, const WordTable& words) const {
    return at < tokens_.list.size() && words.contains(tokens_.form(tokens_.list[at]));
  }
  [[nodiscard]] bool turned(std::size_t at) const {
    return is(at, auxiliaries_) && is(at + 1, subjects_);
  }

  const Tokens& tokens_;
  inline static const WordTable askers_{kAskers}, askers_with_verb_{kAskersWithVerb},
      auxiliaries_{kAuxiliaries}, these_{kThese}, subjects_{kSubjects}, openers_{kOpeners};
};

bool ends(std::string_view form) {
  return form == "." || form == "!" || form == "?";
}

}  // namespace

void mark_question(Tokens& tokens) {
  std::size_t last = tokens.list.size();
  while (last > 0 && tokens.list[last - 1].kind == Token::Kind::symbol) --last;
  if (last == 0 || tokens.list[last - 1].kind == Token::Kind::mark) return;
  std::size_t first = last;
  while (first > 0 && !ends(tokens.form(tokens.list[first - 1]))) --first;
  if (!Order(tokens).asks(first, last)) return;
  Token mark = tokens.list[last - 1];
  mark.kind = Token::Kind::mark;
  mark.at = static_cast<std::uint32_t>(tokens.lowered.size());
  mark.size = 1;
  tokens.lowered += '?';
  tokens.list.insert(tokens.list.begin() + static_cast<std::ptrdiff_t>(last), mark);
}

}  // namespace attune::language
