#pragma once

namespace attune::review {

/// What every file and field of a research export is, for whoever opens it.
extern const char* const kResearchCodebook;

}  // namespace attune::review
