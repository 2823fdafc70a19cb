#include "voice/render.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/draw.h"
#include "base/utf8.h"

namespace attune::voice {
namespace {

constexpr std::size_t kBubbles = 3;
// Typing: our choice, within what chat users bear and what the state would do.
constexpr double kFirstMs = 1300, kMsPerLetter = 42, kShortestMs = 1500, kLongestMs = 8000;
constexpr double kTense = 0.75, kLow = 1.35;

void replace(std::string& text, std::string_view placeholder, const std::string& words) {
  for (std::size_t at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder))
    text.replace(at, placeholder.size(), words);
}

bool ends_sentence(const std::string& text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
         text.ends_with('"');
}

void capitalize(std::string& text) {
  for (char& c : text) {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      return;
    }
    if (c != '"' && c != '\'') return;
  }
}

std::string fill(std::string bubble, const Script& script, const TurnActs& heard) {
  const bool begins = bubble.starts_with('{') || bubble.starts_with("\"{");
  replace(bubble, "{feeling}", heard.feeling);
  replace(bubble, "{echo}", heard.echo);
  if (begins && !script.is_lower_case()) capitalize(bubble);
  return bubble;
}

std::string join(const std::string& a, const std::string& b) {
  return a + (ends_sentence(a) ? " " : ". ") + b;
}

int typing_ms(const std::string& bubble, const Brief& brief, std::size_t at) {
  const client::Band mood = band(brief.state);
  const double pace = mood == client::Band::tense ? kTense : mood == client::Band::low ? kLow : 1.0;
  const double chance =
      0.85 + 0.3 * base::draw(brief.seed, static_cast<std::uint64_t>(brief.intended.turn),
                              "typing " + std::to_string(at));
  const double letters = static_cast<double>(base::length(bubble));
  const double ms = (kFirstMs + kMsPerLetter * letters) * pace * chance;
  return static_cast<int>(std::lround(std::clamp(ms, kShortestMs, kLongestMs)));
}

}  // namespace

void limit(std::vector<std::string>& bubbles) {
  while (bubbles.size() > kBubbles) {
    std::size_t shortest = 0;
    for (std::size_t i = 1; i + 1 < bubbles.size(); ++i)
      if (bubbles[i].size() + bubbles[i + 1].size() <
          bubbles[shortest].size() + bubbles[shortest + 1].size())
        shortest = i;
    bubbles[shortest] = join(bubbles[shortest], bubbles[shortest + 1]);
    bubbles.erase(bubbles.begin() + static_cast<std::ptrdiff_t>(shortest) + 1);
  }
}

std::vector<int> typing_times(const std::vector<std::string>& bubbles, const Brief& brief) {
  std::vector<int> times;
  for (const std::string& bubble : bubbles) times.push_back(typing_ms(bubble, brief, times.size()));
  return times;
}

Utterance render(const Composed& composed, const Script& script, const Brief& brief,
                 const TurnActs& heard) {
  Utterance utterance;
  utterance.exhausted = composed.exhausted;
  std::vector<const Part*> parts = composed.body;
  if (composed.reaction) parts.insert(parts.begin(), composed.reaction);
  for (const Part* part : parts) {
    utterance.lines.push_back(part->line->id);
    for (const std::string& bubble : part->line->bubbles)
      utterance.bubbles.push_back(fill(bubble, script, heard));
  }
  const bool bursts = script.is_lower_case() || band(brief.state) == client::Band::tense;
  if (composed.reaction && composed.reaction->line->bubbles.size() == 1 &&
      utterance.bubbles.size() > 1 && !bursts &&
      base::draw(brief.seed, static_cast<std::uint64_t>(brief.intended.turn), "join") < 0.6) {
    utterance.bubbles[1] = join(utterance.bubbles[0], utterance.bubbles[1]);
    utterance.bubbles.erase(utterance.bubbles.begin());
  }
  if (utterance.bubbles.empty()) utterance.bubbles.emplace_back("…");
  limit(utterance.bubbles);
  utterance.typing_ms = typing_times(utterance.bubbles, brief);
  return utterance;
}

}  // namespace attune::voice
