#pragma once

#include <functional>
#include <string>
#include <vector>

#include "conversation/event_log.h"

namespace attune::trial {

/// Whether a session may be counted: it is there, has ended, and its owner still lets it be used
/// for research. Without accounts there is nobody to ask, and every ended one may. A talk whose
/// words were erased as agreed still counts: ratings and figures stay.
[[nodiscard]] std::function<bool(const std::string& session)> usable(
    const std::vector<conversation::SessionSummary>& sessions);

}  // namespace attune::trial
