#include "voice/fill.h"

#include <algorithm>

namespace attune::voice {

std::string fill(std::string_view text, const Values& values) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    std::string paragraph;
    bool whole = true;
    for (std::size_t i = at; i < end;) {
      const std::size_t close = text[i] == '{' ? text.find('}', i) : text.npos;
      const auto value =
          close == text.npos ? values.end() : values.find(text.substr(i + 1, close - i - 1));
      if (value == values.end()) {
        paragraph += text[i++];
        continue;
      }
      whole = whole && !value->second.empty();
      paragraph += value->second;
      i = close + 1;
    }
    if (whole) filled += (filled.empty() ? "" : "\n\n") + paragraph;
    at = end + 2;
  }
  return filled;
}

}  // namespace attune::voice
