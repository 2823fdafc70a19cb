#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/case.h"
#include "conversation/event.h"
#include "conversation/uptake.h"

namespace attune::debrief {

/// One supporter turn with all that the log says about it.
struct Exchange {
  conversation::TurnNumber turn = 0;
  std::string client;  ///< the client's words before it
  std::string reply;   ///< the supporter's words
  std::string answer;  ///< the client's words after it, or ""
  std::string card;    ///< kind of the suggestion that the reply began as, or ""
  bool own = true;     ///< not a suggestion sent as it stood
  std::optional<conversation::Reading> reading;
  std::optional<conversation::Reading> answer_reading;
  conversation::State before, after;
  std::vector<conversation::Cause> causes;
  std::vector<conversation::CueMoved> cues;  ///< what this turn did to open cues
  std::vector<std::string> disclosed;        ///< layers that came out in answer
  std::string trap;  ///< kind of the trap that the client's words sprang, or ""
  bool trap_met = false, trap_fed = false;
  std::optional<conversation::Intended> meant;  ///< what the client did in answer

  [[nodiscard]] double trust() const { return after.trust - before.trust; }
  [[nodiscard]] double guard() const { return after.guard - before.guard; }
  [[nodiscard]] bool has_cause(std::string_view what) const;
  [[nodiscard]] bool has_skill(conversation::Skill skill) const;

  /// Asks directly about suicide, not so as to hear "no".
  [[nodiscard]] bool asks_plainly() const;

  /// How far it set the client back, 0 or more.
  [[nodiscard]] double cost() const;

  /// How far it brought the client closer, 0 or more.
  [[nodiscard]] double gain() const;
};

/// A cue that was planted and what became of it.
struct CueStory {
  const client::Cue* cue = nullptr;
  conversation::TurnNumber opened = 0;
  std::string words;  ///< the client's, as it was planted
  std::vector<conversation::TurnNumber>
      hinted;  ///< every turn in which it showed, the first included
  conversation::CueChange outcome = conversation::CueChange::missed;
  conversation::TurnNumber turn = 0;  ///< caught or withdrawn at; 0 when missed
  std::string how;                    ///< named explored held, or ""
  bool late = false;
  double probability = 0;  ///< how sure it is that it was caught
};

/// A whole talk, folded out of its log once; everything in a debrief is read from here.
struct Talk {
  conversation::Opened opened;
  conversation::State start;
  std::string opening;  ///< the client's first words
  std::optional<conversation::Reading> opening_reading;
  std::vector<Exchange> exchanges;
  std::vector<CueStory> cues;                                 ///< in the order they were planted
  std::map<std::string, conversation::TurnNumber> disclosed;  ///< layer → turn
  std::vector<conversation::Round> rounds;                    ///< what became of suggestions
  std::vector<conversation::Nudged> nudged;
  std::vector<conversation::Disputed> disputed;
  std::vector<conversation::TurnNumber> consulted;  ///< after which turns
  std::optional<conversation::Ending> ending;
  std::string
      went;  ///< well half badly, as the client left; "" when the client did not say goodbye
  std::optional<conversation::Rated> rated;
  conversation::TurnNumber from = 1;  ///< the first turn that is this talk's own: later in a branch

  [[nodiscard]] const Exchange* at(conversation::TurnNumber turn) const;
  [[nodiscard]] const conversation::State& last() const;
};

/// Folds the log. `person` must outlive the talk.
[[nodiscard]] Talk fold_talk(const client::Case& person,
                             const std::vector<conversation::Event>& events);

}  // namespace attune::debrief
