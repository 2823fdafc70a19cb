#include "language/phrases.h"

#include <algorithm>
#include <string_view>

#include "base/draw.h"

namespace attune::language {
namespace {

// The first element that takes a word, or "" when a pattern may begin with any.
std::string_view first_element(std::string_view source) {
  if (source.starts_with("^ ")) source.remove_prefix(2);
  const std::string_view element = source.substr(0, source.find(' '));
  const bool open =
      element.starts_with('!') || element == "_" || element == "*" || element.ends_with('?');
  return open ? std::string_view() : element;
}

}  // namespace

Phrases::Phrases(std::initializer_list<const char*> sources) {
  for (const char* source : sources) {
    std::string_view words = first_element(source);
    if (words.empty()) always_.push_back(patterns_.size());
    while (!words.empty()) {
      const std::size_t bar = words.find('|');
      by_first_.emplace_back(base::hash(words.substr(0, bar)), patterns_.size());
      words = bar == words.npos ? std::string_view() : words.substr(bar + 1);
    }
    patterns_.emplace_back(source);
  }
  std::sort(by_first_.begin(), by_first_.end());
}

std::size_t Phrases::furthest(const Wording& wording, const Wording::Sentence& sentence,
                              std::size_t at) const {
  std::size_t end = at;
  const auto attempt = [&](std::size_t i) {
    end = std::max(end, patterns_[i].match(wording, sentence, at));
  };
  for (const std::size_t i : always_) attempt(i);
  const std::uint64_t key = wording.keys[at];
  const auto first =
      std::lower_bound(by_first_.begin(), by_first_.end(), std::pair{key, std::size_t{0}});
  for (auto it = first; it != by_first_.end() && it->first == key; ++it) attempt(it->second);
  return end;
}

}  // namespace attune::language
