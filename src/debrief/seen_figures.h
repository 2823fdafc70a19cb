#pragma once

#include <array>
#include <optional>
#include <string>

#include "debrief/figures.h"
#include "debrief/mi.h"
#include "debrief/risk_story.h"
#include "debrief/seen.h"
#include "debrief/seen_talk.h"

namespace attune::debrief {

struct SeenFigures {
  Figures counts;
  MiFigures mi;
  /// Replies that showed a mechanism of empathy at level 0, 1 and 2.
  std::array<std::array<int, 3>, conversation::kMechanisms> empathy{};
  /// How heavy the client's words read, the mean of -valence in [-1, 1], in the first and the last
  /// third of their messages; nothing with fewer than six.
  std::optional<double> first, last;
  std::vector<CoursePoint> course;
};

[[nodiscard]] SeenFigures seen_figures(const SeenSource& source, const SeenTalk& seen,
                                       const RiskStory& risk);

/// Every turn of a talk that was read.
[[nodiscard]] std::vector<CoursePoint> course_of(const conversation::Observed& observed);

/// The figures in words.
[[nodiscard]] std::vector<Table> tables_of(const SeenSource& source, const SeenFigures& figures);

/// How far each reading can be trusted, a row a head.
[[nodiscard]] Table trust_table(const std::vector<language::Card>& cards, const Texts& texts);

/// What a plot of the course says below its title, with the trust of what it shows.
[[nodiscard]] std::string course_note(const std::vector<language::Card>& cards, const Texts& texts);

/// A number in two decimals, with a true minus sign.
[[nodiscard]] std::string decimals(double value);

}  // namespace attune::debrief
