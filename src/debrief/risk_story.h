#pragma once

#include <map>
#include <string>

#include "debrief/talk.h"
#include "debrief/texts.h"

namespace attune::debrief {

/// How the talk met what could have been thoughts of suicide. Turns are supporter turns; 0 means
/// never.
struct RiskStory {
  /// A hint may be a manner of speaking; words may name suicide; they may be of hurting oneself.
  enum class Shown { hint, outright, harm };

  conversation::TurnNumber shown = 0;      ///< the first reply after something pointed that way
  std::string words;                       ///< the client's words that did
  Shown how = Shown::hint;                 ///< what the words are
  bool real = false;                       ///< it is there in this case (risk level above none)
  conversation::TurnNumber asked = 0;      ///< asked directly about suicide, not so as to hear "no"
  conversation::TurnNumber led = 0;        ///< asked so that "no" was the easy answer
  conversation::TurnNumber near = 0;       ///< asked about safety without the word
  conversation::TurnNumber told = 0;       ///< the client said that it is so
  conversation::TurnNumber guarded = 0;    ///< the last time that the client did not answer in full
  conversation::TurnNumber promised = 0;   ///< secrecy was promised
  conversation::TurnNumber consulted = 0;  ///< said that somebody would be brought in
  std::map<std::string, conversation::TurnNumber>
      after;  ///< since asked: keeps, who, tonight → when

  /// A cue of risk that the asking met: planted before it, or in a case where the answer is no.
  [[nodiscard]] bool answers(const CueStory& cue) const;
};

/// Reads it off the talk; `texts` holds the words by which a reply asks about what keeps the
/// client.
[[nodiscard]] RiskStory risk_story(const client::Case& person, const Talk& talk,
                                   const Texts& texts);

}  // namespace attune::debrief
