#pragma once

#include <string>
#include <vector>

#include "debrief/debrief.h"
#include "debrief/pen.h"
#include "debrief/risk_story.h"
#include "debrief/talk.h"

/// The debrief as plain data, part by part in the order in which it is read.
namespace attune::debrief {

struct SafetyPoint {
  conversation::TurnNumber turn = 0;
  std::string text;
};

/// A reply between the client's words before it and after it.
struct Quote {
  conversation::TurnNumber turn = 0;
  std::string client, reply, answer;
};
[[nodiscard]] Quote quote(const Exchange& exchange);

struct Worked {
  Quote quote;
  std::string why;
};

struct Moment {
  Quote quote;
  std::string title, beneath, another_way;
};

/// What every part is written from. The references must outlive it.
struct Scene {
  enum class Kind { exercise, outside };

  const client::Case& person;
  const Talk& talk;
  const RiskStory& risk;
  Pen& pen;
  Kind kind = Kind::exercise;  ///< outside: a transcript, which may be of a real talk

  [[nodiscard]] bool stopped() const { return talk.ending == conversation::Ending::stop; }
};

/// What must be said about safety, said plainly; empty when nothing is due or the supporter had to
/// stop.
[[nodiscard]] std::vector<SafetyPoint> safety(const Scene& scene);

/// At most three moments to look at again: what was passed by, heaviest first; a trap fed; the
/// reply that cost most. Never the same turn twice, and none when the supporter had to stop.
[[nodiscard]] std::vector<Moment> moments(const Scene& scene);

/// One to three replies that did something good, in the order of the talk, none of them among
/// `moments` unless there is no other.
[[nodiscard]] std::vector<Worked> worked(const Scene& scene, const std::vector<Moment>& moments);

/// The client's own note by how the talk went, or "" when it was too short for one.
[[nodiscard]] std::string note(const Scene& scene);

/// What the client did not say, in their voice: the next two layers.
[[nodiscard]] std::vector<std::string> unsaid(const Scene& scene);

/// One thing for next time, from what weighed most in this talk.
[[nodiscard]] std::string next(const Scene& scene);

/// How one reply moved the client, a sentence for each cause.
[[nodiscard]] std::vector<std::string> causes(const Scene& scene, const Exchange& exchange);

/// "This exercise is over. ...", and a warm word to someone who had to stop.
[[nodiscard]] std::string out_of_role(const Scene& scene);

}  // namespace attune::debrief
