#pragma once

#include <vector>

#include "conversation/observed.h"
#include "debrief/talk.h"
#include "debrief/texts.h"
#include "language/fit.h"

namespace attune::debrief {

/// One reply of a talk from outside, between the client's words before and after it.
struct SeenReply {
  const Exchange* said = nullptr;
  const conversation::Reading* before = nullptr;  ///< of the client's words before it, or null
  const conversation::Reading* after = nullptr;   ///< of those after it, or null
  language::Fit fit;

  [[nodiscard]] bool asks() const;
  [[nodiscard]] bool reflects() const;  ///< in some part
  [[nodiscard]] bool mainly_reflects() const;
  /// Offers an idea without leave and unasked.
  [[nodiscard]] bool advises_unasked() const;
  /// Is about coming or going: a greeting, a goodbye.
  [[nodiscard]] bool is_frame() const;
};

/// A talk from outside, folded once. `talk` has words and readings and nothing hidden.
struct SeenTalk {
  Talk talk;
  std::vector<SeenReply> replies;     ///< beside `talk.exchanges`
  std::vector<std::string> messages;  ///< the client's, in order
};

/// `fits` are of the supporter's turns, in order. `observed` must outlive the talk.
///
/// A question counts as one about suicide only where it has a word for it as well: outside our own
/// talks "ending things" is mostly about a job or a love.
[[nodiscard]] SeenTalk fold_seen(const conversation::Observed& observed,
                                 const std::vector<language::Fit>& fits, const Texts& texts);

/// The client's words speak of danger to themselves: outright, or by a hint that reads as risk as
/// well. The reader alone marks too many plain words of real talks to be trusted with that.
[[nodiscard]] bool speaks_of_risk(const std::string& words, const conversation::Reading* reading,
                                  const Texts& texts);

}  // namespace attune::debrief
