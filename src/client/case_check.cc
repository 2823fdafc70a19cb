#include "client/case_check.h"

#include <algorithm>

namespace attune::client {
namespace {

constexpr double kSure = 0.5;

}  // namespace

std::string words(const Line& line) {
  std::string text;
  for (const std::string& bubble : line.bubbles) text += (text.empty() ? "" : "\n") + bubble;
  return text;
}

bool is_readable(const Line& line) {
  const std::string text = words(line);
  return std::ranges::count_if(text, [](char c) { return c == ' ' || c == '\n'; }) >= 3 &&
         text.find('{') == std::string::npos;
}

std::vector<Warning> check_emotions(const Case& person, const language::Reader& reader) {
  std::vector<Warning> warnings;
  for (const Line& line : person.lines) {
    if (!is_readable(line)) continue;
    const conversation::Reading reading =
        reader.read({conversation::Speaker::client, words(line)}, {});
    const bool abstains = std::ranges::find(reading.abstains, "emotion") != reading.abstains.end();
    const double probability =
        reading.emotion.scores[static_cast<std::size_t>(reading.emotion.label)];
    if (abstains || probability < kSure || reading.emotion.label == line.emotion) continue;
    if (std::ranges::find(reading.emotion.labels, line.emotion) != reading.emotion.labels.end())
      continue;
    warnings.push_back({line.line, line.emotion, reading.emotion.label, probability});
  }
  return warnings;
}

}  // namespace attune::client
