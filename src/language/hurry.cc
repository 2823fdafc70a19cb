#include "language/hurry.h"

#include <algorithm>
#include <cctype>

#include "base/draw.h"

namespace attune::language {
namespace {

// Our choice: about every fifth word of four letters and more.
constexpr std::uint64_t kOneIn = 5;
constexpr std::size_t kShortest = 4;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// Only letters inside the word move: its first and last are what typing keeps best.
std::string slipped(std::string word, std::uint64_t chance) {
  const std::size_t at = 1 + (chance / 8) % (word.size() - 2);
  switch (chance % 4) {
    case 0:
      if (at + 2 < word.size()) std::swap(word[at], word[at + 1]);
      return word;
    case 1:
      if (const auto vowel = std::find_if(word.begin() + 1, word.end() - 1, is_vowel);
          vowel != word.end() - 1)
        word.erase(vowel);
      return word;
    default:
      return word.erase(at, 1);
  }
}

}  // namespace

std::string hurried(std::string_view text) {
  std::string out, word;
  std::uint64_t state = base::hash(text);
  const auto finish = [&] {
    state = base::hash(word) + state * 0x9E3779B97F4A7C15U;
    const std::uint64_t chance = state >> 20;
    out += word.size() >= kShortest && chance % kOneIn == 0 ? slipped(word, chance / kOneIn) : word;
    word.clear();
  };
  for (const char c : text) {
    if (is_letter(c)) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    finish();
    if (c != '\'') out += c;
  }
  finish();
  return out;
}

}  // namespace attune::language
