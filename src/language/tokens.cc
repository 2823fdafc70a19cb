#include "language/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "language/word_table.h"

namespace attune::language {
namespace {

enum class Sort { letter, digit, apostrophe, mark, space, symbol };

bool in(char32_t c, char32_t low, char32_t high) {
  return c >= low && c <= high;
}

Sort sort_of_ascii(char32_t c) {
  if (in(c, 'a', 'z') || in(c, 'A', 'Z')) return Sort::letter;
  if (in(c, '0', '9')) return Sort::digit;
  if (c == '\'') return Sort::apostrophe;
  if (c <= ' ' || c == 0x7F) return Sort::space;
  return Sort::mark;
}

Sort sort_of(char32_t c) {
  if (c < 0x80) return sort_of_ascii(c);
  if (c == 0x2019 || c == 0x2018) return Sort::apostrophe;
  if (c == 0xA0 || in(c, 0x80, 0x9F) || in(c, 0x2000, 0x200F) || in(c, 0x2028, 0x202F)) {
    return Sort::space;
  }
  if (in(c, 0xA1, 0xBF) && c != 0xAA && c != 0xB5 && c != 0xBA) return Sort::mark;
  if (c == 0xD7 || c == 0xF7 || in(c, 0x2010, 0x206F) || in(c, 0x3000, 0x303F)) return Sort::mark;
  const bool pictures = in(c, 0x20A0, 0x2BFF) || in(c, 0xFE00, 0xFE0F) || c >= 0x1F000;
  if (pictures || in(c, 0xE000, 0xF8FF) || c == 0xFFFD) return Sort::symbol;
  return Sort::letter;
}

bool is_latin(char32_t c) {
  return c < 0x250 || in(c, 0x1E00, 0x1EFF);
}

char32_t lower(char32_t c) {
  if (c < 0x80) return in(c, 'A', 'Z') ? c + 0x20 : c;
  if (in(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  if (c == 0x178) return 0xFF;
  const bool even_upper = in(c, 0x100, 0x137) || in(c, 0x14A, 0x177) || in(c, 0x1E00, 0x1EFF);
  if (even_upper && c != 0x130 && c != 0x131) return c | 1U;
  const bool odd_upper = in(c, 0x139, 0x148) || in(c, 0x179, 0x17E);
  if (odd_upper) return c + (c & 1U);
  if (in(c, 0x391, 0x3A9) || in(c, 0x410, 0x42F)) return c + 0x20;
  return c;
}

constexpr auto kSpellings = std::to_array<WordTable::Entry>({
    {"aint", "ain't"},
    {"arent", "aren't"},
    {"bc", "because"},
    {"cant", "can't"},
    {"couldnt", "couldn't"},
    {"couldve", "could've"},
    {"cuz", "because"},
    {"didnt", "didn't"},
    {"doesnt", "doesn't"},
    {"dont", "don't"},
    {"hadnt", "hadn't"},
    {"hasnt", "hasn't"},
    {"havent", "haven't"},
    {"heres", "here's"},
    {"hes", "he's"},
    {"hows", "how's"},
    {"im", "i'm"},
    {"isnt", "isn't"},
    {"itll", "it'll"},
    {"ive", "i've"},
    {"mustve", "must've"},
    {"ppl", "people"},
    {"shes", "she's"},
    {"shouldnt", "shouldn't"},
    {"shouldve", "should've"},
    {"thats", "that's"},
    {"theres", "there's"},
    {"theyd", "they'd"},
    {"theyll", "they'll"},
    {"theyre", "they're"},
    {"theyve", "they've"},
    {"u", "you"},
    {"ur", "your"},
    {"wasnt", "wasn't"},
    {"werent", "weren't"},
    {"weve", "we've"},
    {"whats", "what's"},
    {"whos", "who's"},
    {"wont", "won't"},
    {"wouldnt", "wouldn't"},
    {"wouldve", "would've"},
    {"youd", "you'd"},
    {"youll", "you'll"},
    {"youre", "you're"},
    {"youve", "you've"},
});

constexpr auto kNegations = std::to_array<std::string_view>(
    {"barely", "cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not",
     "nothing", "nowhere", "without"});

std::string_view respelled(std::string_view form) {
  static const WordTable kForms(kSpellings);
  const std::string_view* spelled = kForms.find(form);
  return spelled == nullptr ? form : *spelled;
}

class Cutter {
 public:
  Cutter(std::string_view text, Tokens& out) : text_(text), out_(out) {}

  void run() {
    out_.lowered.clear();
    out_.list.clear();
    out_.letters = out_.latin = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const char32_t c = base::next(text_, at);
      take(c, at);
      ++point_;
    }
    finish();
    out_.code_points = point_;
  }

 private:
  void take(char32_t c, std::size_t after) {
    const Sort sort = sort_of(c);
    if (sort == Sort::letter || sort == Sort::digit) return add(c, sort);
    if (sort == Sort::apostrophe && open_ && letter_follows(after)) return put('\'');
    finish();
    if (sort == Sort::space) {
      if (c == '\n') reach_ = 0;
      return;
    }
    single(c, sort);
  }

  bool letter_follows(std::size_t after) const {
    if (after >= text_.size()) return false;
    return sort_of(base::next(text_, after)) == Sort::letter;
  }

  void add(char32_t c, Sort sort) {
    if (!open_) begin(sort == Sort::digit ? Token::Kind::number : Token::Kind::word);
    if (sort == Sort::letter) {
      ++out_.letters;
      out_.latin += is_latin(c) ? 1 : 0;
      const char32_t small = lower(c);
      const bool capital = small != c;
      if (token_letters_ == 0) token_.capital = capital;
      capitals_ += capital ? 1 : 0;
      ++token_letters_;
      token_.kind = Token::Kind::word;
      return put(small);
    }
    put(c);
  }

  void begin(Token::Kind kind) {
    open_ = true;
    last_ = 0;
    run_ = 0;
    capitals_ = token_letters_ = 0;
    token_ = Token{};
    token_.kind = kind;
    token_.at = static_cast<std::uint32_t>(out_.lowered.size());
    token_.start = point_;
  }

  void put(char32_t c) {
    run_ = c == last_ ? run_ + 1 : 1;
    last_ = c;
    token_.end = point_ + 1;
    if (run_ > 2 && token_.kind != Token::Kind::number) return;
    if (c < 0x80 && held_ < letters_.size()) {
      letters_[held_++] = static_cast<char>(c);
    } else {
      flush();
      base::append(out_.lowered, c);
    }
  }

  void flush() {
    out_.lowered.append(letters_.data(), held_);
    held_ = 0;
  }

  void single(char32_t c, Sort sort) {
    begin(sort == Sort::mark ? Token::Kind::mark : Token::Kind::symbol);
    put(c);
    if (sort == Sort::mark) reach_ = 0;
    close();
  }

  void finish() {
    if (!open_) return;
    flush();
    respell();
    token_.shouted = token_letters_ >= 2 && capitals_ == token_letters_;
    token_.negated = reach_ > 0;
    if (reach_ > 0) --reach_;
    if (negates(std::string_view(out_.lowered).substr(token_.at))) reach_ = kNegationReach;
    close();
  }

  void respell() {
    const auto form = std::string_view(out_.lowered).substr(token_.at);
    if (form.size() > 8) return;
    const std::string_view spelled = respelled(form);
    if (spelled.data() != form.data()) out_.lowered.replace(token_.at, form.size(), spelled);
  }

  void close() {
    flush();
    token_.size = static_cast<std::uint32_t>(out_.lowered.size()) - token_.at;
    out_.list.push_back(token_);
    open_ = false;
  }

  std::string_view text_;
  Tokens& out_;
  Token token_;
  std::array<char, 32> letters_{};  ///< of the token that is open, not yet put down
  std::size_t held_ = 0;
  std::int32_t point_ = 0;
  char32_t last_ = 0;
  int run_ = 0;
  int reach_ = 0;
  int capitals_ = 0;
  int token_letters_ = 0;
  bool open_ = false;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

bool negates(std::string_view form) {
  static const WordTable kWords(kNegations);
  return form.ends_with("n't") || kWords.contains(form);
}

Tokens tokenize(std::string_view text) {
  Tokens tokens;
  tokenize(text, tokens);
  return tokens;
}

void tokenize(std::string_view text, Tokens& tokens) {
  Cutter(text, tokens).run();
}

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t end = text.find_first_of(".!?;\n");
    end = end == text.npos ? text.size()
                           : std::min(text.find_first_not_of(".!?;\n", end), text.size());
    if (!is_blank(text.substr(0, end))) pieces.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pieces;
}

}  // namespace attune::language
