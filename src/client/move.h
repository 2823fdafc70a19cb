#pragma once

#include <map>
#include <string>

#include "client/weigh.h"

namespace attune::client {

/// The number under `name`, 0 when there is none.
[[nodiscard]] double recall(const std::map<std::string, double>& memory, const std::string& name);

/// To four decimals, as events store it: a state read back equals the state that was written.
[[nodiscard]] double rounded(double value);

/// The state and the memory after a turn that weighed so. `relief` in [0, 1] says how readily this
/// client's distress yields in this session: drawn from the seed, since sound talks often bring
/// little.
[[nodiscard]] conversation::Moved move(const Case& person, const Dynamics& dynamics,
                                       const Standing& standing, const Heard& heard,
                                       const Weighed& weighed, double relief);

}  // namespace attune::client
