#include "language/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace attune::language {
namespace {

enum class Kind : std::uint32_t {
  word = 0x9E3779B1,
  pair = 0x85EBCA77,
  letters = 0xC2B2AE3D,
  negated = 0x27D4EB2F,
  mark = 0x165667B1,
  shape = 0xD3A2646C,
  begin = 0xFD7046C5,
  end = 0xB55A4F09,
  context = 0x7FEB352D,
  triple = 0x846CA68B,
  asked = 0x68E31DA4
};

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kShortestRun = 3;
constexpr std::size_t kLongestRun = 5;

std::uint32_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93U;
  x ^= x >> 32;
  const auto key = static_cast<std::uint32_t>(x);
  return key == 0 ? 1 : key;
}

std::uint32_t key_of(Kind kind, std::uint64_t content) {
  return mix(content * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(kind));
}

// Sorted, for binary search.
constexpr auto kFillers =
    std::to_array<std::string_view>({"ah", "and", "but", "hmm", "like", "now", "oh", "ok", "okay",
                                     "right", "so", "then", "uh", "um", "well", "yeah", "yes"});

constexpr auto kAuxiliaries = std::to_array<std::string_view>(
    {"any",    "are",     "aren't", "can",     "could", "couldn't", "did",
     "didn't", "do",      "does",   "doesn't", "don't", "had",      "has",
     "have",   "haven't", "is",     "isn't",   "may",   "might",    "shall",
     "should", "was",     "wasn't", "were",    "will",  "would",    "wouldn't"});
constexpr auto kNarrowAskers =
    std::to_array<std::string_view>({"when", "where", "which", "who", "who's"});
constexpr auto kTellers = std::to_array<std::string_view>({"describe", "say", "tell", "walk"});
constexpr auto kPersons =
    std::to_array<std::string_view>({"he", "i", "i'm", "it", "it's", "she", "that", "that's",
                                     "they", "you", "you're", "you've", "your"});
constexpr auto kMeasures = std::to_array<std::string_view>(
    {"age", "big", "close", "day", "far", "kind", "kinds", "long", "many", "much", "often", "old",
     "soon", "time", "type", "year"});

std::uint64_t hash_of(std::string_view form) {
  return hash_on(kNoLetters, form);
}

// Scales what was added from `from` on to the length `length`.
void scale_from(Features& features, std::size_t from, float length) {
  if (features.size() == from) return;
  const float value = length / std::sqrt(static_cast<float>(features.size() - from));
  for (std::size_t i = from; i < features.size(); ++i) features[i].value = value;
}

class Builder {
 public:
  Builder(const Tokens& tokens, Features& out) : tokens_(tokens), out_(out) {
    hashes_.reserve(tokens.list.size());
    for (const Token& token : tokens.list) hashes_.push_back(hash_of(tokens.form(token)));
  }

  void text() {
    words();
    pairs();
    letters();
    shapes();
  }

  void turn(const Tokens* client) {
    borders();
    forms();
    context(client);
    size(client);
  }

 private:
  void add(Kind kind, std::uint64_t content, std::size_t first, std::size_t last) {
    out_.push_back({key_of(kind, content), 1, static_cast<std::int32_t>(first),
                    static_cast<std::int32_t>(last)});
  }
  void add(Kind kind, std::string_view name, int number) {
    out_.push_back({key_of(kind, hash_of(name) + static_cast<std::uint64_t>(number)), 1, -1, -1});
  }

  static bool is_word(const Token& token) {
    return token.kind == Token::Kind::word || token.kind == Token::Kind::number;
  }

  void words() {
    const std::size_t from = out_.size();
    for (std::size_t i = 0; i < tokens_.list.size(); ++i) {
      const Token& token = tokens_.list[i];
      add(is_word(token) ? Kind::word : Kind::mark, hashes_[i], i, i);
      if (token.negated) add(Kind::negated, hashes_[i], i, i);
    }
    scale_from(out_, from, 1.0F);
  }

  void pairs() {
    const std::size_t from = out_.size();
    for (std::size_t i = 0; i + 1 < tokens_.list.size(); ++i) {
      const std::uint64_t two = hashes_[i] * 31 + hashes_[i + 1];
      add(Kind::pair, two, i, i + 1);
      if (i + 2 < tokens_.list.size()) add(Kind::triple, two * 31 + hashes_[i + 2], i, i + 2);
    }
    scale_from(out_, from, 1.0F);
  }

  void letters() {
    const std::size_t from = out_.size();
    for (std::size_t i = 0; i < tokens_.list.size(); ++i) {
      if (tokens_.list[i].kind == Token::Kind::word) letter_runs(i);
    }
    scale_from(out_, from, 1.0F);
  }

  void letter_runs(std::size_t i) {
    const auto form = tokens_.form(tokens_.list[i]).substr(0, kLongestWord);
    std::array<char, kLongestWord + 2> framed;
    framed[0] = '<';
    std::copy(form.begin(), form.end(), framed.begin() + 1);
    framed[form.size() + 1] = '>';
    const std::size_t size = form.size() + 2;
    for (std::size_t start = 0; start + kShortestRun <= size; ++start) {
      std::uint64_t state = kNoLetters;
      for (std::size_t n = 1; n <= kLongestRun && start + n <= size; ++n) {
        state = hash_on(state, framed[start + n - 1]);
        if (n >= kShortestRun) add(Kind::letters, state, i, i);
      }
    }
  }

  void shapes() {
    const std::size_t from = out_.size();
    const auto count = static_cast<int>(tokens_.list.size());
    int bucket = 0;
    while ((1 << bucket) <= count) ++bucket;
    add(Kind::shape, "length", bucket);
    int shouted = 0;
    for (const Token& token : tokens_.list) shouted += token.shouted ? 1 : 0;
    if (shouted > 1) add(Kind::shape, "shouted", std::min(shouted / 2, 3));
    scale_from(out_, from, 0.5F);
  }

  bool is_mark(std::size_t i, std::string_view mark) const {
    return tokens_.list[i].kind == Token::Kind::mark && tokens_.form(tokens_.list[i]) == mark;
  }

  bool ends_sentence(std::size_t i) const {
    return is_mark(i, ".") || is_mark(i, "?") || is_mark(i, "!");
  }

  void opening(std::size_t at, std::string_view where) {
    std::uint64_t state = hash_of(where);
    for (std::size_t n = 0; n < 3 && at + n < tokens_.list.size(); ++n) {
      state = state * 31 + hashes_[at + n];
      add(Kind::begin, state, at, at + n);
    }
  }

  // Where a sentence really begins: after "so", "well", "and" and the like.
  std::size_t past_fillers(std::size_t at) const {
    while (at + 2 < tokens_.list.size() && is_filler(at)) ++at;
    return at;
  }

  bool is_filler(std::size_t i) const {
    return is_mark(i, ",") ||
           std::binary_search(kFillers.begin(), kFillers.end(), tokens_.form(tokens_.list[i]));
  }

  // How the turn, each sentence and the last sentence begin, and how the turn ends.
  void borders() {
    const std::size_t from = out_.size();
    const std::size_t size = tokens_.list.size();
    if (size == 0) return;
    opening(past_fillers(0), "turn");
    std::size_t start = 0;
    std::size_t last_start = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const bool ends = i + 1 == size || (ends_sentence(i) && !ends_sentence(i + 1));
      if (!ends) continue;
      if (start > 0) opening(past_fillers(start), "sentence");
      if (is_mark(i, "?")) question(start, i);
      last_start = start;
      start = i + 1;
    }
    opening(past_fillers(last_start), "last");
    add(Kind::end, hashes_[size - 1], size - 1, size - 1);
    scale_from(out_, from, 1.3F);
  }

  bool is_form(std::size_t i, std::span<const std::string_view> words) const {
    return i < tokens_.list.size() &&
           std::binary_search(words.begin(), words.end(), tokens_.form(tokens_.list[i]));
  }

  // The grammatical form of a sentence that begins at `at`.
  int form_at(std::size_t at) const {
    at = past_fillers(at);
    if (is_form(at, kAuxiliaries)) return 1;
    if (is_form(at, kNarrowAskers)) return 2;
    if (is_form(at, kTellers)) return 3;
    if (is_form(at, kPersons)) return 4;
    const std::string_view first = at < tokens_.list.size() ? tokens_.form(tokens_.list[at]) : "";
    if (first == "how") return is_form(at + 1, kMeasures) ? 5 : 6;
    if (first == "what" || first == "what's") return is_form(at + 1, kMeasures) ? 7 : 8;
    return first == "why" ? 9 : 0;
  }

  // Forms of the turn, of its last sentence, and of its last question.
  void forms() {
    const std::size_t from = out_.size();
    std::size_t start = 0;
    int last = 0;
    int asked = -1;
    for (std::size_t i = 0; i < tokens_.list.size(); ++i) {
      const bool ends = i + 1 == tokens_.list.size() || ends_sentence(i);
      if (!ends) continue;
      if (i > start) last = form_at(start);
      if (i > start && is_mark(i, "?")) asked = last;
      start = i + 1;
    }
    add(Kind::shape, "first form", form_at(0));
    add(Kind::shape, "last form", last);
    add(Kind::shape, "asked form", asked + 1);
    scale_from(out_, from, 1.2F);
  }

  // The words of a sentence that bears a question mark, and how it begins.
  void question(std::size_t first, std::size_t last) {
    opening(past_fillers(first), "asked");
    for (std::size_t i = first; i < last; ++i) add(Kind::asked, hashes_[i], i, i);
  }

  // The first letters of the words that say something.
  static std::vector<std::uint64_t> roots(const Tokens& tokens) {
    std::vector<std::uint64_t> keys;
    for (const Token& token : tokens.list) {
      if (token.kind != Token::Kind::word || token.size < 4) continue;
      keys.push_back(hash_of(tokens.form(token).substr(0, 5)));
    }
    return keys;
  }

  void context(const Tokens* client) {
    const std::size_t from = out_.size();
    if (client == nullptr) {
      add(Kind::context, "no client", 0);
    } else {
      auto theirs = roots(*client);
      std::sort(theirs.begin(), theirs.end());
      const auto ours = roots(tokens_);
      int shared = 0;
      for (const auto key : ours) {
        shared += std::binary_search(theirs.begin(), theirs.end(), key) ? 1 : 0;
      }
      const int total = std::max(1, static_cast<int>(ours.size()));
      add(Kind::context, "shared", std::min(shared, 6));
      add(Kind::context, "new", std::min((total - shared + 1) / 2, 8));
      add(Kind::context, "share", 5 * shared / total);
      add(Kind::context, "client says", std::min(static_cast<int>(client->list.size()) / 8, 5));
      const bool asked = std::any_of(client->list.begin(), client->list.end(), [&](const Token& t) {
        return t.kind == Token::Kind::mark && client->form(t) == "?";
      });
      add(Kind::context, "client asks", asked ? 1 : 0);
    }
    scale_from(out_, from, 0.7F);
  }

  static int words_in(const Tokens& tokens) {
    return static_cast<int>(std::count_if(tokens.list.begin(), tokens.list.end(), is_word));
  }

  // How long the turn is, by itself and beside the other's, and whom it names how often.
  void size(const Tokens* other) {
    const std::size_t from = out_.size();
    const int words = words_in(tokens_);
    const auto square = std::int64_t{words} * words;
    int bucket = 0;
    while ((std::int64_t{3} << bucket) <= 2 * square) ++bucket;  // two to each doubling
    add(Kind::shape, "words", bucket);
    int sentences = 0, you = 0, i = 0, questions = 0;
    for (std::size_t at = 0; at < tokens_.list.size(); ++at) {
      sentences += ends_sentence(at) ? 1 : 0;
      questions += is_mark(at, "?") ? 1 : 0;
      const auto form = tokens_.form(tokens_.list[at]);
      you += form.starts_with("you") ? 1 : 0;
      i += form == "i" || form.starts_with("i'") || form == "my" || form == "me" ? 1 : 0;
    }
    add(Kind::shape, "sentences", std::min(sentences, 4));
    add(Kind::shape, "questions", std::min(questions, 3));
    add(Kind::shape, "you", std::min(you, 4));
    add(Kind::shape, "i", std::min(i, 3));
    if (other != nullptr) {
      const int theirs = std::max(1, words_in(*other));
      int ratio = 0;
      while (ratio < 5 && (words << 1) > theirs * (1 << ratio)) ++ratio;
      add(Kind::context, "beside theirs", ratio);
    }
    scale_from(out_, from, 1.0F);
  }

  const Tokens& tokens_;
  Features& out_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace

void text_features(const Tokens& tokens, Features& features) {
  features.clear();
  Builder(tokens, features).text();
}

std::uint32_t word_key(std::uint64_t hash) {
  return key_of(Kind::word, hash);
}

Tokens without_marks(const Tokens& tokens) {
  Tokens bare = tokens;
  std::erase_if(bare.list, [](const Token& token) { return token.kind == Token::Kind::mark; });
  return bare;
}

void turn_features(const Tokens& tokens, const Tokens* client, Features& features) {
  Builder(tokens, features).turn(client);
}

}  // namespace attune::language
