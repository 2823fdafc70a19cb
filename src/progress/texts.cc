#include "progress/texts.h"

#include <optional>

#include "base/draw.h"

namespace attune::progress {
namespace {

/// The sentence with its slots filled in, or nothing when one of them is empty.
std::optional<std::string> filled(std::string sentence, const Texts::Slots& slots) {
  for (std::size_t open = sentence.find('{'); open != std::string::npos;
       open = sentence.find('{', open)) {
    const std::size_t close = sentence.find('}', open);
    const auto slot = slots.find(sentence.substr(open + 1, close - open - 1));
    if (slot == slots.end() || slot->second.empty()) return std::nullopt;
    sentence.replace(open, close + 1 - open, slot->second);
    open += slot->second.size();
  }
  return sentence;
}

}  // namespace

std::string Texts::say(const std::string& key, std::uint64_t seed, const Slots& slots) const {
  const auto found = phrases.find(key);
  base::expects(found != phrases.end());
  std::vector<std::string> sayable;
  for (const std::string& sentence : found->second)
    if (auto whole = filled(sentence, slots)) sayable.push_back(*std::move(whole));
  base::expects(!sayable.empty());
  return sayable[base::draw_index(seed, 0, key, sayable.size())];
}

}  // namespace attune::progress
