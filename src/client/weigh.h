#pragma once

#include <vector>

#include "client/mind.h"

namespace attune::client {

/// What a supporter's turn did, before it moves the state: how far it met the client, how far it
/// hurt, and why. docs/models/mind.md gives the equations.
struct Weighed {
  double met = 0;          ///< [0, 1] the client felt heard
  double reflects = 0;     ///< [0, 1] said back what was heard, with something of theirs in it
  double hurt = 0;         ///< [0, 1] the client felt talked at, judged or passed by
  double stock = 0;        ///< [0, 1] words that would fit anyone
  double trust = 0;        ///< change of trust
  double guard = 0;        ///< change of guard
  bool silence = false;    ///< nothing was said
  bool asks_risk = false;  ///< asked about suicide or safety, not so as to hear "no"
  bool mends = false;      ///< owned an earlier miss
  bool advises = false;    ///< advice or persuading that nobody asked for
  bool quizzes = false;    ///< asked on, with no sign of having heard
  bool offers = false;     ///< advice, asked for or not
  bool wounds = false;     ///< minimized, judged, lectured
  bool opens = false;      ///< asked or reflected so well that more may be said
  std::vector<conversation::Cause> causes;
};

/// What the turn did to what was laid before it. Weights of cues, 0 when there is none.
struct Cues {
  double caught = 0;     ///< of the heaviest that it took up
  double passed_by = 0;  ///< of the one just hinted that it left lying
  bool trap_met = false, trap_fed = false;
};

/// Weighs a turn by fit, not by form.
[[nodiscard]] Weighed weigh(const Case& person, const Dynamics& dynamics, const Standing& standing,
                            const Heard& heard, const Cues& cues);

}  // namespace attune::client
