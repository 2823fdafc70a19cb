#pragma once

#include "coach/nudge.h"
#include "coach/reply.h"

/// What a supporter's turn does that may be worth a word: one detector for each kind.
namespace attune::coach {

/// How far the reply is of that kind, and the words that it rests on.
[[nodiscard]] Fault fault(NudgeKind kind, const Reply& reply, OwnStory stance = OwnStory::welcome);

/// Takes for known that it is not so: "you're not thinking of suicide, are you".
[[nodiscard]] bool leans(const Sentence& sentence);

/// Asks for a promise, whatever of.
[[nodiscard]] bool asks_promise(const Sentence& sentence);

/// What in a client's words is heavy (a loss, shame, violence, a feeling that surely hurts), and
/// how surely.
[[nodiscard]] Fault heavy(const conversation::Observed::Line& line);

/// The faults of safety, by kind.
[[nodiscard]] Fault risk_unasked(const Reply& reply);
[[nodiscard]] Fault leading(const Reply& reply);
[[nodiscard]] Fault secrecy(const Reply& reply);
[[nodiscard]] Fault contract(const Reply& reply);
[[nodiscard]] Fault leaves(const Reply& reply);
[[nodiscard]] Fault repeats_risk(const Reply& reply);

}  // namespace attune::coach
