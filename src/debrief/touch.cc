#include "debrief/touch.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "language/stem.h"
#include "language/tokens.h"

namespace attune::debrief {
namespace {

constexpr std::size_t kTelling = 5;     // letters; shorter words are mostly function words
constexpr std::size_t kOwnSubject = 2;  // telling words that make a reply's own subject

bool is_everyday(std::string_view word) {
  static const std::set<std::string_view> kEveryday = {
      "about",     "after",  "again",   "always", "because", "before", "being",  "could",
      "doing",     "every",  "feeling", "feels",  "going",   "maybe",  "might",  "never",
      "other",     "people", "quite",   "really", "right",   "saying", "should", "since",
      "something", "sound",  "sounds",  "still",  "sorry",   "thank",  "thanks", "their",
      "there",     "these",  "thing",   "things", "think",   "those",  "though", "today",
      "tonight",   "which",  "while",   "where",  "would",   "wonder"};
  return kEveryday.contains(word);
}

std::set<std::string> telling(std::string_view text) {
  std::set<std::string> out;
  const language::Tokens tokens = language::tokenize(text);
  for (const language::Token& token : tokens.list) {
    const std::string_view form = tokens.form(token);
    if (token.kind == language::Token::Kind::word && form.size() >= kTelling && !is_everyday(form))
      out.insert(language::stem(form));
  }
  return out;
}

}  // namespace

bool says(const std::string& text, const std::vector<std::string>& phrases) {
  std::string lower = text;
  for (std::size_t at = lower.find("’"); at != std::string::npos; at = lower.find("’"))
    lower.replace(at, std::string("’").size(), "'");
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return lower.find(phrase) != std::string::npos;
  });
}

bool may_touch(std::string_view reply, const CueStory& story) {
  const std::set<std::string> own = telling(reply);
  if (own.size() < kOwnSubject) return true;
  std::string about = story.words + "\n" + story.cue->beneath + "\n" + story.cue->another_way;
  for (const auto* examples : {&story.cue->named, &story.cue->explored})
    for (const std::string& example : *examples) about += "\n" + example;
  const std::set<std::string> theirs = telling(about);
  return std::any_of(own.begin(), own.end(),
                     [&](const std::string& word) { return theirs.contains(word); });
}

}  // namespace attune::debrief
