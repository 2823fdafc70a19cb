#include "voice/phrasebook.h"

#include <algorithm>
#include <array>

namespace attune::voice {

Phrasebook::Phrasebook(const std::map<std::string, std::vector<std::string>>& lists) {
  for (const auto& [name, phrases] : lists) {
    std::vector<const char*> sources;
    for (const std::string& phrase : phrases) sources.push_back(phrase.c_str());
    lists_.emplace(name, language::Patterns(sources));
  }
}

int Phrasebook::count(std::string_view list, const language::Wording& words) const {
  const auto found = lists_.find(list);
  return found == lists_.end() ? 0 : found->second.find(words).count;
}

bool Phrasebook::asserts(std::string_view list, const language::Wording& words) const {
  static constexpr std::array<std::string_view, 6> kDenials = {"not", "no",      "never",
                                                               "nor", "without", "nothing"};
  const auto found = lists_.find(list);
  if (found == lists_.end()) return false;
  for (const auto& sentence : words.sentences)
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      if (found->second.furthest(words, sentence, at) > at) return true;
      if (std::ranges::find(kDenials, words.words[at]) != kDenials.end()) break;
    }
  return false;
}

}  // namespace attune::voice
