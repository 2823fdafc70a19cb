#include "voice/typing.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "voice/plain.h"

namespace attune::voice {

bool is_emoji(char32_t code_point) {
  return (code_point >= 0x1F300 && code_point <= 0x1FAFF) ||
         (code_point >= 0x2600 && code_point <= 0x27BF) || code_point == 0x2B50;
}

std::string text_of(const client::Line& line) {
  std::string text;
  for (const std::string& bubble : line.bubbles) text += (text.empty() ? "" : "\n") + bubble;
  return text;
}

Typing typing_of(const client::Case& person) {
  std::size_t lower = 0, stops = 0, several = 0, exclaiming = 0;
  Typing typing;
  std::vector<std::size_t> lengths;
  for (const client::Line& line : person.lines) {
    const std::string text = text_of(line);
    if (text.empty()) continue;
    lengths.push_back(count_words(text));
    if (std::islower(static_cast<unsigned char>(text[0]))) ++lower;
    if (text.ends_with('.')) ++stops;
    if (line.bubbles.size() > 1) ++several;
    if (text.find('!') != std::string::npos) ++exclaiming;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t point = base::next(text, at);
      if (is_emoji(point)) typing.emoji = true;
      if (point == U'—' || point == U'–') typing.dashes = true;
    }
  }
  if (lengths.empty()) return typing;
  std::ranges::sort(lengths);
  const std::size_t n = lengths.size();
  typing.lower_case = lower * 2 > n;
  typing.full_stops = stops * 2 > n;
  typing.bursts = several * 5 > n;
  typing.exclaims = exclaiming * 20 > n;
  typing.least = lengths[n / 4];
  typing.most = lengths[n * 3 / 4];
  typing.longest = lengths.back();
  return typing;
}

}  // namespace attune::voice
