#include "language/mender.h"

#include <algorithm>

namespace attune::language {

Mender::Mender(Tokens& tokens, std::size_t kept) : tokens_(tokens) {
  list_.reserve(tokens.list.size() + 8);
  list_.assign(tokens.list.begin(), tokens.list.begin() + static_cast<std::ptrdiff_t>(kept));
}

void Mender::keep(const Token& token) {
  Token kept = token;
  kept.negated = kept.negated || negated();
  if (token.kind == Token::Kind::mark) reach_ = 0;
  list_.push_back(kept);
}

void Mender::put(const Token& token, std::string_view words) {
  const bool was_negation = negates(tokens_.form(token));
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    Token one = token;
    one.at = static_cast<std::uint32_t>(tokens_.lowered.size());
    one.size = static_cast<std::uint32_t>(word.size());
    one.negated = token.negated || negated();
    tokens_.lowered += word;
    list_.push_back(one);
    if (!was_negation && negates(word)) reach_ = kNegationReach;
  }
}

}  // namespace attune::language
