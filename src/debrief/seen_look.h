#pragma once

#include <optional>

#include "debrief/page.h"
#include "debrief/seen.h"
#include "debrief/seen_talk.h"

namespace attune::debrief {

/// What is shown of a talk from outside, before it is JSON or a sheet.
struct SeenLook {
  std::vector<std::string> about;
  std::vector<SafetyPoint> safety;
  std::vector<Worked> worked;
  std::vector<Moment> moments;
  std::string unsaid, next;
};

/// A talk with the person who lends name and pronouns, the risk story and the pen.
struct SeenScene {
  const SeenTalk& seen;
  const RiskStory& risk;
  Pen& pen;

  [[nodiscard]] const SeenReply* at(conversation::TurnNumber turn) const;
};

/// How the talk met words of danger, from the words alone.
[[nodiscard]] RiskStory seen_risk(const SeenTalk& seen, const Texts& texts);

[[nodiscard]] std::vector<Moment> seen_moments(const SeenScene& scene, std::string& heaviest);
[[nodiscard]] std::vector<Worked> seen_worked(const SeenScene& scene,
                                              const std::vector<Moment>& moments);

[[nodiscard]] SeenLook look(const SeenSource& source, const SeenTalk& seen, const RiskStory& risk);

}  // namespace attune::debrief
