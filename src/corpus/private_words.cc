#include "corpus/private_words.h"

#include "base/utf8.h"

namespace attune::corpus {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c < 0x2000) ||
         (c >= 0x2C00 && c < 0xD800);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c < 0x180 && c % 2 == 0);
}

char32_t lowered(char32_t c) {
  if (!is_capital(c)) return c;
  return c < 0x100 ? c + 0x20 : c + 1;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Word> cut() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t c = base::next(text_, at_);
      if (is_letter(c) || is_digit(c))
        take_word(begin);
      else if (c == '\n' || !(c <= ' ' || c == 0xA0))
        take_mark(begin, c);
    }
    return std::move(words_);
  }

 private:
  void take_mark(std::size_t begin, char32_t c) {
    words_.push_back(
        {.begin = begin, .end = at_, .lower = std::string(text_.substr(begin, at_ - begin))});
    const bool quotes = c == '"' || c == '\'' || c == '(' || (c >= 0x2018 && c <= 0x201F);
    if (!quotes)
      start_ = c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == 0x2026 || c == '*';
  }

  /// Whether the sign at `at_` is inside of a word: a letter stands behind it.
  bool goes_on(char32_t sign) const {
    if (!is_apostrophe(sign) && sign != '-') return false;
    std::size_t at = at_ + (sign < 0x80 ? 1 : 3);
    return at < text_.size() && is_letter(base::next(text_, at));
  }

  void take_word(std::size_t begin) {
    Word word{.begin = begin, .kind = Word::Kind::letters, .starts = start_};
    int letters = 0, capitals = 0;
    at_ = begin;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = base::next(text_, next);
      if (!is_letter(c) && !is_digit(c) && !goes_on(c)) break;
      if (is_digit(c)) word.kind = Word::Kind::digits;
      letters += is_letter(c) ? 1 : 0;
      capitals += is_capital(c) ? 1 : 0;
      if (at_ == begin) word.capital = is_capital(c);
      base::append(word.lower, is_apostrophe(c) ? U'\'' : lowered(c));
      at_ = next;
    }
    word.shouted = letters > 1 && capitals == letters;
    word.end = at_;
    start_ = false;
    words_.push_back(word);
    part_possessive();
  }

  void part_possessive() {
    Word& word = words_.back();
    const bool verb = word.lower == "it's" || word.lower == "that's" || word.lower == "what's" ||
                      word.lower == "he's" || word.lower == "she's" || word.lower == "who's" ||
                      word.lower == "name's" || word.lower == "let's" || word.lower == "there's" ||
                      word.lower == "here's";
    if (verb || word.lower.size() < 4 || !word.lower.ends_with("'s")) return;
    word.lower.resize(word.lower.size() - 2);
    const std::size_t end = word.end;
    word.end -= text_[end - 2] == '\'' ? 2 : 4;  // a curly one has three bytes
    const std::size_t begin = word.end;
    words_.push_back({.begin = begin, .end = end, .lower = "'s"});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool start_ = true;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> private_words(std::string_view text) {
  return Cutter(text).cut();
}

}  // namespace attune::corpus
