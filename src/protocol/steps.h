#pragma once

#include <string>

#include "protocol/follow.h"

namespace attune::protocol {

/// The protocol that a talk is looked at by: the first for risk that has begun, else the first
/// other; null when there is none.
[[nodiscard]] const Protocol* fitting(const std::vector<Protocol>& protocols,
                                      const conversation::Observed& observed);

/// `{"id","title","about","steps":[{"id","title","why","state","turn","due","words","optional"}]}`:
/// `turn` met it, `due` is the first that could; null for none.
[[nodiscard]] std::string steps_json(const Protocol& protocol,
                                     const conversation::Observed& observed, bool closed);

}  // namespace attune::protocol
