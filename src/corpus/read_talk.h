#pragma once

#include <vector>

#include "conversation/observed.h"
#include "corpus/transcript.h"
#include "language/fit.h"
#include "language/reader.h"

namespace attune::corpus {

/// A talk with how its turns read. As in a log, turn n is the n-th of the supporter's and the
/// client's next; what the client says before the first is turn 0.
struct ReadTalk {
  conversation::Observed observed;  ///< every line has its reading
  std::vector<language::Fit> fits;  ///< of the supporter's turns, in order
};

[[nodiscard]] ReadTalk read_talk(const std::vector<conversation::Turn>& turns,
                                 const language::Reader& reader, const language::Meaning& meaning);

}  // namespace attune::corpus
