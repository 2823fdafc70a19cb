#include "signs.h"

#include <array>
#include <cctype>

#include "language/tokens.h"

namespace attune::bench {

std::set<std::string> signs(const std::string& text) {
  std::set<std::string> found;
  const language::Tokens tokens = language::tokenize(text);
  std::string last = "^";
  std::size_t words = 0;
  for (const language::Token& token : tokens.list) {
    const std::string form(tokens.form(token));
    const bool word = token.kind == language::Token::Kind::word;
    found.insert(word ? form : "mark " + form);
    if (word) found.insert(last + " " + form);
    last = word ? form : "^";
    words += word ? 1 : 0;
  }
  constexpr std::array<std::size_t, 5> kLengths{3, 8, 15, 25, 40};
  std::size_t longer = 0;
  for (const std::size_t length : kLengths) longer = words > length ? length : longer;
  found.insert("(more than " + std::to_string(longer) + " words)");
  if (!tokens.list.empty() && tokens.list.front().capital) found.insert("(begins with a capital)");
  if (!text.empty() && text.back() == '.') found.insert("(ends with a full stop)");
  if (!text.empty() && std::isalnum(static_cast<unsigned char>(text.back())) != 0)
    found.insert("(ends without a mark)");
  return found;
}

}  // namespace attune::bench
