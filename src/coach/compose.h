#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/phrases.h"
#include "coach/turn_around.h"
#include "conversation/event.h"

namespace attune::coach {

/// What there is to put into the slots.
struct Fillings {
  std::optional<TurnedAround> you;
  std::vector<std::string> feelings;  ///< words that the client used of themselves
  std::vector<std::string> seems;     ///< the same, or else how the words read
  std::vector<std::string> joys;      ///< glad words, said or read
  std::vector<std::string> people;    ///< "your daughter", "Lurdes"
  std::vector<std::string> things;    ///< "the gate", "your kitchen"
  std::string name;
  std::vector<std::string> asks;
};

/// Every text that a phrase can become; none when a slot has nothing to put in it.
[[nodiscard]] std::vector<std::string> fill(const std::string& phrase, const Fillings& fillings);

struct Draft {
  std::vector<const Situation*> situations;  ///< the first is the fitting one, the others lend
  Fillings fillings;
  std::vector<std::string> offered;  ///< texts of cards offered before in this talk
  std::uint64_t seed = 0;
  std::uint64_t turn = 0;
  std::function<bool(std::string_view)> passes;  ///< the check before showing
};

struct Composed {
  std::vector<conversation::Suggestion> cards;  ///< three, in the order to show them
  int refused = 0;                              ///< texts that the check turned down on the way
};

/// Draws one card of each kind: none offered before, wordings not offered before first, and no two
/// that say the same. Only when nothing new is left is something offered again.
[[nodiscard]] Composed compose(const Draft& draft);

}  // namespace attune::coach
