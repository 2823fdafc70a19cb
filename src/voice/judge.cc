#include "voice/judge.h"

#include <algorithm>
#include <cctype>

#include "voice/plain.h"

namespace attune::voice {
namespace {

using conversation::Intent;

constexpr std::size_t kBeside = 20;  // words that a reaction adds to a line

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace

std::vector<std::string> mend(std::string_view answer, const client::Case&, const Typing&) {
  std::vector<std::string> bubbles;
  for (std::size_t at = 0; at < answer.size();) {
    const std::size_t end = std::min(answer.find('\n', at), answer.size());
    if (std::string bubble = trimmed(answer.substr(at, end - at)); !bubble.empty())
      bubbles.push_back(std::move(bubble));
    at = end + 1;
  }
  return bubbles;
}

Judge::Judge(const client::Case& person, const language::Reader& reader,
             const language::Meaning& meaning, const Typing& typing)
    : person_(person), reader_(reader), meaning_(meaning), typing_(typing) {}

std::size_t Judge::limit(const Brief& brief) const {
  if (brief.intended.intent == Intent::silent) return 8;
  return typing_.longest + kBeside;
}

bool Judge::tells_hidden(const std::string&, const Brief&) const {
  return false;
}

std::vector<std::string> Judge::faults(const Brief& brief, const std::string& answer,
                                       const std::vector<std::string>& bubbles) const {
  if (bubbles.empty()) return {"empty"};
  std::vector<std::string> faults;
  std::size_t words = 0;
  for (const std::string& bubble : bubbles) words += count_words(bubble);
  if (words > limit(brief)) faults.emplace_back("length");
  if (answer.find("AI") != std::string::npos) faults.emplace_back("role");
  if (answer.find("**") != std::string::npos) faults.emplace_back("format");
  return faults;
}

}  // namespace attune::voice
