#pragma once

#include <array>
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

/// Words of the client's that something rests on, as they stand there.
struct Source {
  std::string words;
  Range in = {};       ///< of the client's line
  bool heavy = false;  ///< they are, or stand in, what most wants taking up
  bool light = false;  ///< they weigh little beside that
};

/// A text with what it takes up; in a slot, or whole.
struct Filling {
  std::string text;
  Source from;
};

/// What there is to put into the slots.
struct Fillings {
  struct Clause {
    TurnedAround you;
    Source from;
  };
  std::vector<Clause> clauses;
  std::vector<Filling> quotes;    ///< the client's words, verbatim
  std::vector<Filling> feelings;  ///< words that the client used of themselves
  std::vector<Filling> seems;     ///< the same, or else how the words read
  std::vector<Filling> joys;      ///< glad words, said or read
  std::vector<Filling> people;    ///< "your daughter", "Lurdes"
  std::vector<Filling> things;    ///< "the gate", "your kitchen"
  std::string name;
  std::vector<std::string> asks;
};

/// Every text that a phrase can become; none when a slot has nothing to put in it.
[[nodiscard]] std::vector<Filling> fill(const std::string& phrase, const Fillings& fillings);

/// A situation that lends its phrases.
struct Lender {
  const Situation* situation = nullptr;
  Source from;  ///< the words that it was found in: what its plain phrases serve
  const Fillings* fillings = nullptr;
};

struct Draft {
  /// The most fitting first. Within a rank, all lenders' phrases are drawn from alike.
  std::vector<std::vector<Lender>> ranks;
  bool rank_by_rank = false;  ///< a rank lends only where those before it have nothing left
  /// Goes before all ranks, for the kinds marked in `goes_back`.
  std::optional<Lender> earlier;
  std::array<bool, kKinds> goes_back{};
  std::vector<std::string> offered;  ///< texts of cards offered before in this talk
  std::uint64_t seed = 0;
  std::uint64_t turn = 0;
  /// The check before showing, for a card of that kind.
  std::function<bool(std::size_t kind, std::string_view card)> passes;
};

struct Composed {
  std::vector<conversation::Suggestion> cards;  ///< three, in the order to show them
  int refused = 0;                              ///< texts that the check turned down on the way
};

/// Draws one card of each kind: those first that take up what is heavy, each in another way; none
/// offered before, wordings not offered before first, and no two that say the same. Only when
/// nothing new is left is something offered again.
[[nodiscard]] Composed compose(const Draft& draft);

}  // namespace attune::coach
