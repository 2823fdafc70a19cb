#pragma once

#include <optional>
#include <string_view>

#include "conversation/reading.h"

namespace attune::language {

/// The words of a supporter's turn that show present distress of the supporter's own: in the first
/// person, now, outside the exercise's frame; nothing when there are none.
///
/// Found by phrase grammar and meant to be sure rather than complete, since it interrupts. Asking
/// about suicide, saying back or quoting what the client said, a past that is told as past, feeling
/// with the client, manners of speaking and what others said are none. It is no judgment on the
/// supporter's state; all that it may do is ask. Pure; thread-safe.
[[nodiscard]] std::optional<conversation::Span> own_distress(std::string_view supporter_text);

}  // namespace attune::language
