#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conversation/event.h"
#include "review/instrument.h"

namespace attune::review {

/// A cue that the client planted, and what became of it by the ledger.
struct Planted {
  std::string cue, kind;                ///< ids of the case
  conversation::TurnNumber opened = 0;  ///< the supporter's next reply may take it up
  conversation::CueChange end =
      conversation::CueChange::opened;  ///< `opened`: still open at the end
  conversation::TurnNumber ended = 0;
};

/// What the program, and the supporter themself, say of a talk: the two columns beside peers and
/// experts. Scores by name: "concern.suggestions" (docs/formats/reading.md), "nudge.advice"
/// (probability; absent: none), "empathy.explorations" (level 0 to 2), "skill.open_question" (1
/// where the reader hears it).
struct Beneath {
  std::string talk;
  std::map<std::string, Answers> self;  ///< by instrument; none when skipped
  std::optional<conversation::TurnNumber> redo;
  std::map<conversation::TurnNumber, std::map<std::string, double>> scores;  ///< by reply
  std::vector<Planted> cues;
  bool remarks = true;  ///< nudges could come: not in talks without help
};

/// A fold over a talk's log. `cue_kinds`: kind by cue id, of its case.
[[nodiscard]] Beneath beneath(const std::string& talk,
                              const std::vector<conversation::Event>& events,
                              const std::map<std::string, std::string>& cue_kinds);

}  // namespace attune::review
