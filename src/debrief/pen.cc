#include "debrief/pen.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include "base/draw.h"
#include "base/utf8.h"
#include "debrief/quoting.h"

namespace attune::debrief {
namespace {

constexpr std::size_t kShortest = 12;  // code points; less is no statement
constexpr std::size_t kLongest = 90;

std::string capital(std::string word) {
  if (!word.empty()) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

Slots slots_of(const client::Case& person) {
  Slots slots{{"name", person.name}};
  const auto add = [&](const char* slot, const char* form) {
    const auto found = person.pronouns.find(form);
    const std::string word = found == person.pronouns.end() ? slot : found->second;
    slots[slot] = word;
    slots[capital(slot)] = capital(word);
  };
  add("they", "subject");
  add("them", "object");
  add("their", "possessive");
  return slots;
}

/// Somebody without a name is "the client", and "The client" where a sentence begins.
bool begins_sentence(std::string_view before) {
  return before.empty() || before.ends_with(". ") || before.ends_with("? ") ||
         before.ends_with(": “");
}

/// The sentence with its slots filled in, or nothing when one of them is not there.
std::optional<std::string> filled(std::string_view sentence, const Slots& first,
                                  const Slots& second) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t open = sentence.find('{', at);
    out += sentence.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos) return {};
    const std::string slot(sentence.substr(open + 1, close - open - 1));
    const auto here = first.find(slot), there = second.find(slot);
    const std::string& word = here != first.end()     ? here->second
                              : there != second.end() ? there->second
                                                      : std::string();
    if (word.empty()) return {};
    out += slot == "name" && begins_sentence(out) ? capital(word) : word;
    at = close + 1;
  }
  return out;
}

}  // namespace

Pen::Pen(const Texts& texts, const client::Case& person, std::uint64_t seed)
    : texts_(texts), person_(slots_of(person)), seed_(seed) {}

std::string Pen::write(const std::string& key, conversation::TurnNumber turn, const Slots& slots) {
  const std::vector<std::string>& all = texts_.of(key);
  const std::size_t start =
      base::draw_index(seed_, static_cast<std::uint64_t>(turn), "debrief." + key, all.size());
  std::string said_before;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& sentence = all[(start + i) % all.size()];
    auto text = filled(sentence, slots, person_);
    if (!text) continue;
    if (used_.insert(sentence).second) return *std::move(text);
    if (said_before.empty()) said_before = *std::move(text);
  }
  return said_before;
}

std::string Pen::write_kind(const std::string& section, const std::string& kind,
                            conversation::TurnNumber turn, const Slots& slots) {
  const std::string key = section + "." + kind;
  return write(texts_.has(key) ? key : section + ".any", turn, slots);
}

std::string quotable(std::string_view words) {
  const auto all = sentences(words);
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    const std::size_t size = base::length(*one);
    const bool asks = one->back() == '?';
    const bool quotes = one->find('"') != std::string::npos;
    if (!asks && !quotes && size >= kShortest && size <= kLongest) {
      return one->substr(0, one->find_last_not_of(".,!") + 1);
    }
  }
  return "";
}

}  // namespace attune::debrief
