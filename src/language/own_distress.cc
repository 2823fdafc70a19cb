#include "language/own_distress.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/draw.h"
#include "base/utf8.h"
#include "language/own_distress_phrases.h"
#include "language/spelling.h"

namespace attune::language {
namespace {

using Sentence = Wording::Sentence;
using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Adverbs that stand anywhere and change nothing here.
bool adds_nothing(std::string_view word) {
  return is_one_of(
      word, {"really",     "actually", "honestly", "also",  "literally", "so",         "kinda",
             "very",       "truly",    "fucking",  "even",  "genuinely", "seriously",  "fuckin",
             "quite",      "pretty",   "already",  "still", "bloody",    "absolutely", "totally",
             "completely", "simply",   "sorta",    "um",    "uh",        "basically",  "lately"});
}

/// Brings in what somebody says, thinks or feels.
bool is_speech(std::string_view word) {
  return is_one_of(
      word, {"said",     "say",       "says",       "saying",   "told",     "tell",     "tells",
             "telling",  "mean",      "means",      "meant",    "feel",     "feels",    "felt",
             "feeling",  "think",     "thinks",     "thinking", "thought",  "thoughts", "wrote",
             "write",    "writes",    "writing",    "typed",    "type",     "typing",   "like",
             "voice",    "words",     "word",       "sentence", "goes",     "going",    "belief",
             "believe",  "believes",  "believing",  "sense",    "idea",     "message",  "text",
             "whisper",  "whispers",  "whispering", "scream",   "screams",  "shout",    "shouts",
             "ask",      "asks",      "asked",      "asking",   "admit",    "admitted", "called",
             "titled",   "song",      "line",       "lyric",    "lyrics",   "poem",     "repeat",
             "practice", "shouted",   "yelled",     "yells",    "screamed", "texted",   "texts",
             "cried",    "whispered", "practise",   "try",      "trying",   "hear",     "heard",
             "hearing",  "read",      "reads",      "quote",    "quoting",  "reply",    "replied",
             "answer"});
}

/// Of these not even one's own is of now.
bool is_told(std::string_view word) {
  return is_one_of(word, {"said", "told", "felt", "thought", "wrote", "meant", "typed", "asked",
                          "admitted", "replied", "heard", "hear", "read", "hearing", "reads"});
}

bool is_subject(std::string_view word) {
  return is_one_of(word,
                   {"i",      "you",     "he",       "she",    "they",     "it",       "we",
                    "people", "someone", "somebody", "nobody", "everyone", "who",      "that",
                    "this",   "your",    "his",      "her",    "their",    "him",      "them",
                    "mum",    "mom",     "dad",      "mother", "father",   "brother",  "sister",
                    "friend", "friends", "client",   "caller", "son",      "daughter", "me",
                    "my",     "anyone",  "person",   "one",    "part",     "there",    "us"});
}

/// Begins a sentence of its own inside another.
bool joins(std::string_view word) {
  return is_one_of(word, {"and", "but",  "because", "cos",   "cause",   "now",    "then", "sorry",
                          "or",  "yet",  "plus",    "ok",    "okay",    "no",     "yes",  "yeah",
                          "god", "fuck", "shit",    "today", "tonight", "please", "n"});
}

/// What is quoted is overwritten with blanks, code point by code point, so that everything else
/// stays in its place.
std::string without_quotes(std::string_view text) {
  static constexpr auto kPairs = std::to_array<std::pair<char32_t, char32_t>>(
      {{U'"', U'"'}, {U'“', U'”'}, {U'„', U'“'}, {U'«', U'»'}, {U'‘', U'’'}, {U'\'', U'\''}});
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points.push_back(base::next(text, at));
  const auto is_letter = [&](std::size_t at) {
    if (at >= points.size()) return false;
    const char32_t c = points[at];
    if (c < 0x80) return std::isalnum(static_cast<int>(c)) != 0;
    return c >= 0xC0 && (c < 0x2000 || c >= 0x3040);
  };
  for (std::size_t open = 0; open < points.size(); ++open) {
    const auto pair =
        std::ranges::find(kPairs, points[open], &std::pair<char32_t, char32_t>::first);
    if (pair == kPairs.end() || (open > 0 && is_letter(open - 1))) continue;
    std::size_t close = open + 1;
    while (close < points.size() && (points[close] != pair->second || is_letter(close + 1)))
      ++close;
    if (close == points.size()) continue;
    std::fill(points.begin() + static_cast<std::ptrdiff_t>(open),
              points.begin() + static_cast<std::ptrdiff_t>(close + 1), U' ');
    open = close;
  }
  std::string out;
  for (const char32_t point : points) base::append(out, point);
  return out;
}

/// A turn without what it quotes and without idle words; each word knows whether a comma or the
/// like, or a colon, stands before it.
class Turn {
 public:
  explicit Turn(std::string_view text) {
    const Wording full = language::wording(without_quotes(text), Spelling());
    for (const Sentence& sentence : full.sentences) {
      const std::size_t first = words_.words.size();
      if (lacks_its_subject(full, sentence)) push("i", full, sentence.first);
      for (std::size_t at = sentence.first; at < sentence.last; ++at) take(full, sentence, at);
      const std::size_t last = words_.words.size();
      if (first < last)
        words_.sentences.push_back(
            {first, last, sentence.asks, false, past_fillers(words_.words, first)});
    }
    note_marks(text);
  }

  [[nodiscard]] const Wording& words() const { return words_; }
  [[nodiscard]] bool is_parted(std::size_t at) const { return parted_[at]; }
  [[nodiscard]] bool has_colon(std::size_t at) const { return colon_[at]; }

 private:
  /// "cant do this right now": the supporter's own, where without the "now" it may well be an echo.
  static bool lacks_its_subject(const Wording& full, const Sentence& sentence) {
    const auto begin = full.words.begin() + static_cast<std::ptrdiff_t>(sentence.opens),
               end = full.words.begin() + static_cast<std::ptrdiff_t>(sentence.last);
    return end - begin > 2 && begin[0] == "can" && begin[1] == "not" &&
           std::find(begin, end, "now") != end;
  }

  void take(const Wording& full, const Sentence& sentence, std::size_t at) {
    const std::string& word = full.words[at];
    const auto next = [&](std::size_t by) -> std::string_view {
      return at + by < sentence.last ? std::string_view(full.words[at + by]) : "";
    };
    if (adds_nothing(word)) return;
    // "I just hurt myself" is today.
    if (word == "just" && !is_one_of(next(1), {"took", "swallowed", "tried", "cut", "hurt",
                                               "harmed", "burned", "burnt"}))
      return;
    if (is_one_of(word, {"kind", "sort"}) && next(1) == "of") return;
    if (word == "of" && at > sentence.first && is_one_of(full.words[at - 1], {"kind", "sort"}))
      return;
    if (word == "ah" || (word == "a" && is_one_of(next(1), {"can", "am", "do"}))) {
      push("i", full, at);
    } else if (word == "m" && at > sentence.first && full.words[at - 1] == "i") {
      push("am", full, at);
    } else {
      push(is_one_of(word, {"anymair", "onymair"}) ? "anymore" : word, full, at);
    }
  }

  void push(std::string_view word, const Wording& full, std::size_t at) {
    words_.words.emplace_back(word);
    words_.keys.push_back(base::hash(word));
    words_.spans.push_back(full.spans[at]);
  }

  void note_marks(std::string_view text) {
    parted_.resize(words_.words.size());
    colon_.resize(words_.words.size());
    std::size_t word = 0, at = 0;
    for (int point = 0; at < text.size(); ++point) {
      const char32_t c = base::next(text, at);
      while (word < parted_.size() && words_.spans[word].start <= point) ++word;
      if (word == parted_.size()) return;
      if (c == U',' || c == U'-' || c == U'–' || c == U'—' || c == U'(' || c == U'…')
        parted_[word] = true;
      if (c == U':') colon_[word] = true;
    }
  }

  Wording words_;
  std::vector<bool> parted_, colon_;
};

class Finder {
 public:
  explicit Finder(std::string_view text) : turn_(text) {}

  std::optional<conversation::Span> run() const {
    const auto& all = turn_.words().sentences;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (is_in_fun(all[i])) continue;
      if (i + 1 < all.size() && finds(gives_back(), all[i + 1])) continue;
      if (const auto span = find(all[i])) return span;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<conversation::Span> find(const Sentence& sentence) const {
    bool echoes = false;  // "I can't, I can't": the second is whose the first was
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      const std::size_t to = matched(sentence, at);
      if (to == at) continue;
      echoes = is_framed(sentence, at) || (echoes && !joins(word(at - 1)));
      if (echoes || begins(disowned_after(), sentence, to)) continue;
      const auto& spans = turn_.words().spans;
      return conversation::Span{spans[at].start, spans[to - 1].end};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string_view word(std::size_t at) const { return turn_.words().words[at]; }

  [[nodiscard]] bool begins(const Patterns& patterns, const Sentence& sentence,
                            std::size_t at) const {
    return at < sentence.last && patterns.begins(turn_.words(), sentence, at);
  }

  [[nodiscard]] bool finds(const Patterns& patterns, const Sentence& sentence) const {
    for (std::size_t at = sentence.first; at < sentence.last; ++at)
      if (begins(patterns, sentence, at)) return true;
    return false;
  }

  [[nodiscard]] bool is_in_fun(const Sentence& sentence) const {
    for (std::size_t at = sentence.first; at < sentence.last; ++at)
      if (is_one_of(word(at), {"lol", "lmao", "lmfao", "haha", "hahaha", "rofl"})) return true;
    return false;
  }

  /// Where own distress that begins at `at` ends; `at` when none begins there.
  [[nodiscard]] std::size_t matched(const Sentence& sentence, std::size_t at) const {
    const Wording& words = turn_.words();
    const std::size_t to = std::max(own_danger().furthest(words, sentence, at),
                                    own_overwhelm().furthest(words, sentence, at));
    const bool whole = own_at_the_end().furthest(words, sentence, at) == sentence.last;
    if (begins(not_own(), sentence, at)) return at;
    return whole ? sentence.last : to;
  }

  /// Whether the words before `at` give it to somebody else, to the past, or to a mere if.
  [[nodiscard]] bool is_framed(const Sentence& sentence, std::size_t at) const {
    if (at == sentence.first) return false;
    const std::string_view before = word(at - 1);
    if (turn_.is_parted(at) && is_one_of(word(sentence.first), {"reading", "hearing", "listening"}))
      return false;
    if (is_one_of(before, {"if", "whether", "unless", "when", "whenever", "until", "though",
                           "where", "why", "how", "imagine", "suppose", "pretend", "once"}))
      return true;
    if (is_one_of(before, {"with", "of", "from", "about", "than", "by", "as", "the", "between"}))
      return true;
    if (is_one_of(before, {"is", "was"}) && at - sentence.first > 1 &&
        is_one_of(word(at - 2), {"it", "that", "this"}))
      return true;
    for (std::size_t from = sentence.first + 1; from <= at; ++from)
      if (turn_.has_colon(from) && is_speech_of_others(sentence, from)) return true;
    if (joins(before)) return false;
    if (is_speech_of_others(sentence, at)) return true;
    return !turn_.is_parted(at) && tells_of_past(sentence, at);
  }

  /// "You said that ...", "a voice that says ...", "I thought ...", "not that ...".
  [[nodiscard]] bool is_speech_of_others(const Sentence& sentence, std::size_t at) const {
    constexpr std::size_t kReach = 4;         // words from the verb to what was said
    constexpr std::size_t kSubjectReach = 5;  // and from the subject to the verb
    const std::size_t low = at - std::min(kReach, at - sentence.first);
    for (std::size_t verb = at; verb-- > low;) {
      if (is_one_of(word(verb), {"and", "but", "because"})) return false;
      if (turn_.is_parted(verb + 1) && verb + 1 < at) return false;
      if (!is_speech(word(verb))) continue;
      if (turn_.is_parted(at) && verb + 1 < at) return false;
      std::size_t who = verb;
      const std::size_t bottom = verb - std::min(kSubjectReach, verb - sentence.first);
      while (who > bottom && !is_subject(word(who - 1))) --who;
      const std::string_view subject = who > bottom ? word(who - 1) : "";
      return !is_own_voice(sentence, subject, who, verb);
    }
    return false;
  }

  /// Whether the one who speaks there is the supporter, now: "I think", "it feels like".
  [[nodiscard]] bool is_own_voice(const Sentence& sentence, std::string_view subject,
                                  std::size_t who, std::size_t verb) const {
    for (std::size_t at = verb - std::min<std::size_t>(3, verb - sentence.first); at < verb; ++at)
      if (is_one_of(word(at), {"not", "never", "was", "were", "had", "would", "used"}))
        return false;
    const bool feels = is_one_of(word(verb), {"like", "feels", "feel", "feeling"});
    const bool felt = is_one_of(word(verb), {"feels", "feel", "feeling"}) ||
                      (verb > who && is_one_of(word(verb - 1), {"feels", "feel", "feeling"}));
    if (subject.empty() || is_one_of(subject, {"it", "this"})) return feels && felt;
    if (subject == "me" && word(verb - 1) == "to") return false;  // "he taught me to say"
    return is_one_of(subject, {"i", "me", "my"}) && !is_told(word(verb));
  }

  [[nodiscard]] bool tells_of_past(const Sentence& sentence, std::size_t to) const {
    const Sentence part{sentence.first, to, false, false, sentence.opens};
    return finds(told_of_past(), part);
  }

  Turn turn_;
};

}  // namespace

std::optional<conversation::Span> own_distress(std::string_view supporter_text) {
  return Finder(supporter_text).run();
}

}  // namespace attune::language
