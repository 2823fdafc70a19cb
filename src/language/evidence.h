#pragma once

#include <string>
#include <vector>

#include "conversation/reading.h"
#include "language/linear.h"
#include "language/tokens.h"

namespace attune::language {

/// Which output of a head is to be explained, and from what it was computed.
struct Explained {
  std::string head;  ///< as it stands in `Evidence`
  const Linear& linear;
  const Features& features;
  const Linear::Hits& hits;
  std::size_t output = 0;
};

/// Adds the few words that spoke loudest for or against the output.
void explain(const Tokens& tokens, const Explained& explained,
             std::vector<conversation::Evidence>& why);

}  // namespace attune::language
