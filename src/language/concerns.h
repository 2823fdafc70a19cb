#pragma once

#include <span>
#include <vector>

#include "conversation/reading.h"
#include "conversation/turn.h"
#include "language/spoken.h"

namespace attune::language {

/// A supporter's turn and what it answers.
struct Exchange {
  const Spoken& reply;
  const Tokens* client = nullptr;                ///< the client's last turn; null: there is none
  std::span<const conversation::Turn> before{};  /// the talk so far, oldest first
};

/// Where an expert would find fault, and the words for areas that more than `share_faulted` speaks
/// for: heads "concerns:suggestions" and so on, the weight being the probability.
struct ConcernsFound {
  conversation::Concerns concerns;
  std::vector<conversation::Evidence> why;
};

/// By hand, with a few coefficients each of our own choice; none was fitted. Pure.
/// docs/models/reading.md, "Concerns", says what each area weighs and why.
///
/// `reading` is the reply's, with emotion, fine, skills, empathy and asks.
[[nodiscard]] ConcernsFound find_concerns(const conversation::Reading& reading,
                                          const Exchange& exchange);

/// The share of a peer counselor's messages in which experts faulted this area (1,072 messages of
/// the data by Chaszczewicz et al., ACL 2024).
[[nodiscard]] double share_faulted(conversation::Area area);

}  // namespace attune::language
