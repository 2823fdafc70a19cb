#pragma once

#include <span>
#include <vector>

#include "client/mind.h"
#include "conversation/turn.h"

namespace attune::language {
class Reader;
}

/// A mind that follows a talk between real people, as `attune follow` does.
namespace attune::study {

/// What a supporter's turn is read with; both outlive it.
struct Ear {
  const language::Reader& reader;
  const language::Meaning& meaning;
};

/// The supporter turn that stands at `at` of the talk, read in its context; `number` from 1.
[[nodiscard]] client::Heard hear(const Ear& ear, std::span<const conversation::Turn> talk,
                                 std::size_t at, conversation::TurnNumber number);

/// Every supporter turn of the talk, in order.
[[nodiscard]] std::vector<client::Heard> hear(const Ear& ear,
                                              std::span<const conversation::Turn> talk);

/// The state after each turn, by `Mind::follow`: no cues, no intents.
[[nodiscard]] std::vector<conversation::State> follow(const client::Mind& mind,
                                                      const client::Case& person,
                                                      std::span<const client::Heard> hearing);

}  // namespace attune::study
