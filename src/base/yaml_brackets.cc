#include "base/yaml_brackets.h"

namespace attune::base::yaml {
namespace {

constexpr int kDeepest = 4;       // our choice
constexpr int kLongestKey = 128;  // our choice; libyaml takes 1,024

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

class Brackets {
 public:
  Brackets(Memory& memory, std::string_view line, Mark mark)
      : memory_(memory), line_(line), at_(static_cast<std::size_t>(mark.column)), row_(mark.line) {}

  const Part* read() {
    const Part* whole = several(0);
    return at_ == line_.size() ? whole : nullptr;
  }

 private:
  [[nodiscard]] char now() const { return at_ < line_.size() ? line_[at_] : '\n'; }
  [[nodiscard]] Mark mark() const { return {row_, static_cast<int>(at_)}; }

  Part* several(int depth) {
    const bool map = now() == '{';
    Part* whole = make_part(memory_, map ? Part::Kind::map : Part::Kind::list, mark());
    const Part** link = &whole->first;
    const auto append = [&](Part* part) {
      if (part == nullptr) return false;
      *link = part;
      link = &part->next;
      ++whole->size;
      return true;
    };
    do {
      ++at_;
      while (now() == ' ') ++at_;
      if (map && !append(key())) return nullptr;
      if (!append(value(depth + 1))) return nullptr;
    } while (now() == ',');
    if (now() != (map ? '}' : ']')) return nullptr;
    ++at_;
    return whole;
  }

  Part* key() {
    Part* key = scalar();
    if (key == nullptr || mark().column - key->mark.column > kLongestKey) return nullptr;
    if (!line_.substr(at_).starts_with(": ")) return nullptr;
    at_ += 2;
    return key;
  }

  Part* value(int depth) {
    if (now() != '[' && now() != '{') return scalar();
    return depth < kDeepest ? several(depth) : nullptr;
  }

  Part* scalar() {
    const Mark start = mark();
    if (now() == '"') {
      const std::size_t first = ++at_;
      while (now() >= ' ' && now() <= '~' && now() != '"' && now() != '\\') ++at_;
      if (now() != '"') return nullptr;
      return make_scalar(memory_, line_.substr(first, at_++ - first), start, Style::marked);
    }
    const std::size_t first = at_;
    while (is_letter_or_digit(now()) || (at_ > first && (now() == '_' || now() == '-'))) ++at_;
    if (at_ == first) return nullptr;
    return make_scalar(memory_, line_.substr(first, at_ - first), start, Style::plain);
  }

  Memory& memory_;
  std::string_view line_;
  std::size_t at_;
  int row_;
};

}  // namespace

const Part* read_brackets(Memory& memory, std::string_view line, Mark mark) {
  return Brackets(memory, line, mark).read();
}

}  // namespace attune::base::yaml
