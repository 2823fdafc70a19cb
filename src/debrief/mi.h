#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "debrief/talk.h"

namespace attune::debrief {

/// Counts of motivational interviewing, once a reply, and their ratios; nothing where a ratio would
/// divide by nothing.
struct MiFigures {
  int open = 0, closed = 0, simple = 0, complex = 0;
  int adherent = 0;      ///< replies that seek collaboration, affirm or emphasize autonomy
  int non_adherent = 0;  ///< that confront or advise without leave
  std::optional<double> reflections_to_questions, complex_share, open_share, adherent_share;
  std::string hidden;  ///< why the ratios are not shown: "grief" "risk" "few"; "" when they are
};

/// A ratio's bounds in the MITI 3.1.1 (Moyers et al., 2010): beginning proficiency, competency.
/// Version 4.2.1 keeps the first two as fair and good. Experts' opinion.
struct MiBounds {
  double beginning, competent;
};
inline constexpr MiBounds kReflectionsToQuestions{1.0, 2.0};
inline constexpr MiBounds kComplexShare{0.4, 0.5};
inline constexpr MiBounds kOpenShare{0.5, 0.7};
inline constexpr MiBounds kAdherentShare{0.9, 1.0};

/// One code of each pair a reply: the better of two when both are read in it. `why_hidden` as in
/// MiFigures, "" for none yet: too few are then found here.
[[nodiscard]] MiFigures count_mi(const std::vector<const Exchange*>& replies,
                                 std::string_view why_hidden);

/// As JSON (docs/formats/debrief.md).
[[nodiscard]] std::string mi_json(const MiFigures& mi);

/// Why the ratios of a talk with this person are not shown: they are made for work on a behavior
/// that somebody may change.
[[nodiscard]] std::string_view why_mi_is_hidden(const client::Case& person);

}  // namespace attune::debrief
