#include "review/hide_names.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"

namespace attune::review {
namespace {

constexpr std::size_t kShortest = 3;  ///< characters; shorter ones are too often other words

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalpha(byte) != 0;
}

std::string lowered(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

/// Calls `word` with each run of letters, and `rest` with what lies between.
template <class Word, class Rest>
void split(std::string_view text, Word word, Rest rest) {
  for (std::size_t at = 0; at < text.size();) {
    const bool letters = is_letter(text[at]);
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end]) == letters) ++end;
    letters ? word(text.substr(at, end - at)) : rest(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

HideNames::HideNames(const std::vector<std::string>& names) {
  const auto keep = [this](std::string_view word) {
    if (base::length(word) < kShortest) return;
    words_.emplace(word);
    lowered_.insert(lowered(word));
  };
  for (const std::string& name : names) split(name, keep, [](std::string_view) {});
}

bool HideNames::is_name(std::string_view word) const {
  if (words_.contains(word)) return true;
  const std::string lower = lowered(word);
  return lower != word && lowered_.contains(lower);
}

std::string HideNames::operator()(std::string_view text) const {
  std::string hidden;
  split(
      text, [&](std::string_view word) { hidden += is_name(word) ? "[name]" : word; },
      [&](std::string_view rest) { hidden += rest; });
  return hidden;
}

}  // namespace attune::review
