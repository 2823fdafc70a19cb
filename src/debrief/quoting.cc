#include "debrief/quoting.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"

namespace attune::debrief {
namespace {

constexpr std::size_t kShortest = 12;  // code points; our choice

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1));
}

/// The sentences with the spaces around them, end to end.
std::vector<std::string_view> stretches(std::string_view words) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    const bool stop = words[i] == '.' || words[i] == '!' || words[i] == '?';
    const bool end = last || words[i + 1] == ' ' || words[i + 1] == '\n';
    if (words[i] != '\n' && !(stop && end) && !last) continue;
    out.push_back(words.substr(begin, i + 1 - begin));
    begin = i + 1;
  }
  return out;
}

/// " i dont know ": lower case, apostrophes left out, one space for all else that is no letter.
std::string spoken(std::string_view text) {
  std::string out = " ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool curly = text.substr(i, 3) == "’";
    if (curly) i += 2;
    if (curly || byte == '\'') continue;
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      out += static_cast<char>(std::tolower(byte));
    else if (out.back() != ' ')
      out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

/// The word that ends before the space at `at` takes back what comes.
bool denied(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 11> kDenials{"not",    "dont", "didnt",  "never",
                                                             "no",     "isnt", "wasnt",  "wouldnt",
                                                             "doesnt", "wont", "without"};
  const std::size_t begin = at == 0 ? 0 : text.rfind(' ', at - 1) + 1;
  const std::string_view word = text.substr(begin, at - begin);
  return std::find(kDenials.begin(), kDenials.end(), word) != kDenials.end();
}

}  // namespace

std::vector<std::string> sentences(std::string_view words) {
  std::vector<std::string> out;
  for (const std::string_view one : stretches(words)) out.push_back(trimmed(one));
  std::erase(out, "");
  return out;
}

std::string sentence_at(std::string_view words, int code_point) {
  std::size_t byte = 0;
  for (int i = 0; i < code_point && byte < words.size(); ++i)
    static_cast<void>(base::next(words, byte));
  for (const std::string_view one : stretches(words))
    if (byte < static_cast<std::size_t>(one.data() + one.size() - words.data()))
      return trimmed(one);
  return "";
}

bool mentions(std::string_view text, const std::vector<std::string>& phrases) {
  const std::string whole = spoken(text);
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const std::string sought = spoken(phrase);
    for (std::size_t at = whole.find(sought); at != std::string::npos;
         at = whole.find(sought, at + 1))
      if (!denied(whole, at)) return true;
    return false;
  });
}

std::string sentence_with(std::string_view words, const std::vector<std::string>& phrases) {
  for (const std::string& one : sentences(words))
    if (mentions(one, phrases)) return one;
  return "";
}

std::string fit_to_quote(const std::string& sentence, std::size_t longest) {
  const std::size_t size = base::length(sentence);
  const bool quotes =
      sentence.find_first_of("\"") != std::string::npos || sentence.find("“") != std::string::npos;
  if (quotes || sentence.ends_with('?') || size < kShortest || size > longest) return "";
  return sentence.substr(0, sentence.find_last_not_of(".,! ") + 1);
}

}  // namespace attune::debrief
