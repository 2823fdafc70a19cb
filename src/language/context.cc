#include "language/context.h"

#include <algorithm>
#include <array>

#include "language/asks.h"
#include "language/pattern.h"
#include "language/stock_phrases.h"

namespace attune::language {
namespace {

using conversation::Speaker;
using conversation::Turn;

constexpr int kTurnsBack = 3;  // of the supporter; our choice

const Patterns& refusals() {
  static constexpr auto kList = std::to_array<const char*>(
      {"^ no|nah|nope|never|not|nothing|none", "^ yeah|yes no",
       "^ i am|would|do|did|have|could not", "^ i would|have|could never", "^ of course not",
       "^ god|oh|lol no"});
  static const Patterns kPatterns(kList);
  return kPatterns;
}

const Patterns& assents() {
  static constexpr auto kList = std::to_array<const char*>(
      {"^ "
       "yes|yeah|yea|yep|yup|ya|aye|yh|ye|mhm|sure|ok|okay|k|please|alright|definitely|absolutely",
       "^ go on|ahead|for", "^ i am|do|have|did|guess|suppose|would", "^ i think so",
       "^ sometimes|often|maybe|kinda|sorta|constantly|always|lately", "^ kind|sort of",
       "^ a bit|little|lot", "^ every|most|all", "^ it has|does|did", "^ once|twice", "^ if you",
       "^ that would", "^ why not", "^ what is it", "^ tell me", "^ like what",
       "^ suppose|guess so", "^ honestly|tbh yes|yeah|sometimes|i"});
  static const Patterns kPatterns(kList);
  return kPatterns;
}

bool begins(const Patterns& patterns, const Wording& said) {
  return !said.sentences.empty() && patterns.begins(said, said.sentences.front(), 0);
}

bool asks_leave(const Turn& turn, const Spelling& spelling) {
  return find_asks(spelling.tokens(turn.text)).asks.permission;
}

}  // namespace

Reply reply_of(std::string_view client) {
  const Wording said = wording(client);
  if (begins(refusals(), said)) return Reply::no;
  return begins(assents(), said) ? Reply::yes : Reply::other;
}

bool has_leave(std::span<const Turn> before, const Spelling& spelling) {
  const Turn* client = nullptr;  // what was said after the supporter's turn that is looked at
  int supporters = 0;
  for (auto turn = before.rbegin(); turn != before.rend() && supporters < kTurnsBack; ++turn) {
    if (turn->speaker == Speaker::client) {
      if (client == nullptr && wishes().find(wording(turn->text)).any()) return true;
      client = &*turn;
      continue;
    }
    ++supporters;
    if (client != nullptr && asks_leave(*turn, spelling))
      return reply_of(client->text) != Reply::no;
  }
  return false;
}

bool asks_plainly_about_suicide(const Tokens& supporter) {
  const auto asks = find_asks(supporter).asks;
  return asks.about_suicide && !asks.leading;
}

}  // namespace attune::language
