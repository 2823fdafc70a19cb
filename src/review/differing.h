#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/evidence.h"

namespace attune::review {

/// A reply, or the whole talk, that experts judged differently, with what each side says of it, for
/// the supporter to read: nobody's name stands in it.
struct Differing {
  std::optional<conversation::TurnNumber> turn;
  std::string title;
  std::vector<std::string> reasons;
};
[[nodiscard]] std::vector<Differing> differing(const Evidence& evidence, const RatedTalk& talk);

}  // namespace attune::review
