#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "debrief/talk.h"

namespace attune::debrief {

/// False when the reply plainly speaks of something else: it has telling words of its own, and none
/// of them stands in the client's words that planted the cue, nor in what the case says about it.
///
/// A check before praise alone: a short reply ("What is that like?") may be about anything.
[[nodiscard]] bool may_touch(std::string_view reply, const CueStory& story);

/// True when one of the phrases, in lower case, stands somewhere in the text.
[[nodiscard]] bool says(const std::string& text, const std::vector<std::string>& phrases);

}  // namespace attune::debrief
