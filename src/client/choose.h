#pragma once

#include <cstdint>

#include "client/ledger.h"
#include "client/weigh.h"
#include "language/meaning.h"

namespace attune::client {

/// Everything that bears on what the client does next.
struct Moment {
  const Case& person;
  const Dynamics& dynamics;
  const Standing& before;  ///< as the client stood when hearing the turn
  const Heard& heard;
  const Weighed& weighed;
  const Ledger& ledger;
  const conversation::State& state;  ///< after the turn
  std::string asked_layer;           ///< a hidden layer that the turn asks about, or ""
  std::string trap_met, trap_fed;    ///< the open trap when the turn handles it well, or falls in
  bool risk_out = false;             ///< what they think of dying has been told
  std::uint64_t seed = 0;
};

/// Decides what the client means to do, and notes in `memory` what must be remembered of it.
[[nodiscard]] conversation::Intended choose(const Moment& moment,
                                            std::map<std::string, double>& memory);

}  // namespace attune::client
