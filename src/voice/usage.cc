#include "voice/usage.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/draw.h"
#include "base/utf8.h"
#include "language/pattern.h"

namespace attune::voice {
namespace {

// Our choice: what a client says who is not known here stays above them in 98 of 100 lines
// (bench/refusals --babble); the longer a text, the surer its share of known pairs.
constexpr double kPairs = 0.16, kPairsAWord = 0.008, kMostPairs = 0.4, kWords = 0.5;
constexpr std::size_t kEnoughPairs = 4;

/// What a broken answer holds: signs that control, that could not be read, that mean nothing.
bool is_sign_of_nothing(char32_t sign) {
  return (sign < 0x20 && sign != '\n' && sign != '\r' && sign != '\t') ||
         (sign >= 0x7f && sign < 0xa0) || sign == 0xfffd || (sign >= 0xe000 && sign < 0xf900);
}

std::uint64_t pair(const std::string& one, const std::string& next) {
  return base::hash(one + " " + next);
}

}  // namespace

void Usage::add(std::string_view text) {
  const std::vector<std::string> words = language::wording(text).words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words_.insert(base::hash(words[i]));
    if (i > 0) pairs_.insert(pair(words[i - 1], words[i]));
  }
}

bool Usage::is_babble(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();)
    if (is_sign_of_nothing(base::next(text, at))) return true;
  const std::vector<std::string> words = language::wording(text).words;
  if (words_.empty() || words.empty()) return false;
  double known = 0, paired = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    known += words_.contains(base::hash(words[i])) ? 1 : 0;
    if (i > 0) paired += pairs_.contains(pair(words[i - 1], words[i])) ? 1 : 0;
  }
  const auto all = static_cast<double>(words.size());
  const double least = std::min(kMostPairs, kPairs + kPairsAWord * all);
  return known < kWords * all || (words.size() > kEnoughPairs && paired < least * (all - 1));
}

}  // namespace attune::voice
