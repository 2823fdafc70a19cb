#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/observed.h"
#include "protocol/protocol.h"

namespace attune::protocol {

/// How a step stands.
enum class State {
  not_due,  ///< nothing has called for it, or no turn followed that could have met it
  due,      ///< called for and open; for a prohibition: kept so far
  done,
  late,   ///< done after its turns (`done_turn` is set), or not done and its turns are over
  missed  ///< the talk ended without it, or what must not happen has happened
};
[[nodiscard]] std::string_view name(State state);

/// Words of one turn.
struct Quote {
  conversation::TurnNumber turn = 0;
  conversation::Speaker speaker = conversation::Speaker::supporter;
  conversation::Span span;
};

/// Turns are supporter turns, from 1; 0 means never.
struct StepState {
  std::string step;  ///< its id
  State state = State::not_due;
  conversation::TurnNumber turn = 0;         ///< the first that could meet it
  conversation::TurnNumber done_turn = 0;    ///< that met it; or after which a supervisor was asked
  conversation::TurnNumber broken_turn = 0;  ///< that did what must not be done
  std::optional<Quote> words;  ///< that met it; else that broke it; else that made it due
};

/// Follows a talk through the steps that the service asks for, in their order; `closed` once the
/// talk has ended.
///
/// Rests on words and stored readings alone, so it works live after every turn, and for people and
/// models alike. Pure. A turn without a reading meets only by its words.
[[nodiscard]] std::vector<StepState> follow(const Protocol& protocol,
                                            const conversation::Observed& observed, bool closed);

/// The quoted words as they stand in the talk; "" when the turn is not there.
[[nodiscard]] std::string text_of(const Quote& quote, const conversation::Observed& observed);

}  // namespace attune::protocol
