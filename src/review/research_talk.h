#pragma once

#include <string>
#include <vector>

#include "conversation/event.h"
#include "review/beneath.h"

namespace attune::review {

/// A talk as it goes to researchers. Only files of research exports include this.
struct ResearchTalk {
  struct Line {
    conversation::Turn said;
    conversation::TurnNumber turn = 0;
    double seconds = 0;   ///< since the talk began
    std::string adopted;  ///< kind of the suggestion that the words began as, or ""
    bool whole = true;    ///< nothing of the text was hidden, so marks on words still fit
  };

  std::string code, supporter;  ///< code names
  std::string case_id;
  int day = 0;  ///< since the first talk of the export
  std::string help, ending;
  std::vector<Line> lines;
  Beneath beneath;
};

/// One line of talks.jsonl.
[[nodiscard]] std::string to_json(const ResearchTalk& talk);

}  // namespace attune::review
