#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coach/plain_words.h"

/// Whom and what a client names in passing: particulars that a listener may ask about.
namespace attune::coach {

/// "your daughter", "your friend Sal", "Lurdes": people of the client's, latest first, addressed to
/// them. A name counts when someone of that name says, thinks or does something; never `own_name`.
[[nodiscard]] std::vector<Given> people_mentioned(std::span<const PlainWord> said,
                                                  std::string_view own_name);

/// "the gate", "your kitchen", "the store room", "the present" for "a present", "the notes on the
/// fridge": things, one or several, latest first. Vague ones ("the rest", "my way") and harsh ones
/// are left out.
[[nodiscard]] std::vector<Given> things_mentioned(std::span<const PlainWord> said);

}  // namespace attune::coach
