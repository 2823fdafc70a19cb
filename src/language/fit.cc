#include "language/fit.h"

#include <algorithm>

#include "language/meaning.h"

namespace attune::language {

Fit fit(const conversation::Turn& supporter, std::span<const conversation::Turn> before,
        const conversation::Reading&, const Meaning& meaning) {
  Fit out;
  const Sense said = meaning.sense(supporter.text);
  for (std::size_t i = before.size(); i > 0; --i) {
    if (before[i - 1].speaker != conversation::Speaker::client) continue;
    out.content = meaning.similarity(said, meaning.sense(before[i - 1].text));
    break;
  }
  out.follows = supporter.text.find('?') == std::string::npos ? 0 : out.content;
  return out;
}

}  // namespace attune::language
