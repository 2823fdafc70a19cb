#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/evidence.h"
#include "stats/agreement.h"

/// The misalignment map: where supporters, peers, experts, people with lived experience and the
/// program part, and how sure that is (docs/models/trust.md).
namespace attune::review {

/// Fewer talks than these give no figure; our choice.
inline constexpr std::size_t kFewestTalks = 5;

/// A figure with its interval over talks, or why there is none.
struct Figure {
  /// NaN where `missing` is not "". Bounds NaN where all talks say the same; of a code that is
  /// never or always marked, Wilson's (1927) with each talk as one try.
  stats::Estimate estimate;
  std::size_t n = 0;  ///< talks
  std::string missing;
};

struct Gap {
  Figure figure;       ///< the one column less the other, over talks that both have judged
  bool holds = false;  ///< after Holm's correction for the many gaps of the map
};

/// An item (mean on its scale) or a code (share of replies marked), a column for each who judges.
struct MapRow {
  const Measure* measure = nullptr;
  std::array<Figure, kColumns> columns;  ///< by Column
  Gap peer_expert, self_expert, program_expert;
  Figure peers_agree, experts_agree;  ///< Krippendorff's alpha inside the group
  std::size_t differ = 0;             ///< places where experts differ
};

/// Planted cues of a kind that the talk passed by: the share of them that each marked as missed, on
/// one of the three replies after it.
struct CueRow {
  std::string kind;
  std::size_t planted = 0, missed = 0;
  std::array<Figure, kColumns> columns;  ///< nothing of `self`
  Gap peer_expert;
};

struct Map {
  bool simulated = false;  ///< some of it is of simulated people and raters
  std::size_t talks = 0;
  std::array<std::size_t, kColumns> raters{};  ///< people, by Column
  std::vector<MapRow> rows;                    ///< items, then codes
  std::vector<CueRow> cues;
  std::size_t differ = 0;
};

/// Pure; equal evidence gives an equal map. `evidence` must outlive it.
[[nodiscard]] Map map(const Evidence& evidence);

/// What stands behind a figure: places that the column judged, those first that it judges furthest
/// from experts; of a code only where somebody marked it. `most` at most.
struct Behind {
  const RatedTalk* talk = nullptr;
  Place place;
};
[[nodiscard]] std::vector<Behind> behind(const Evidence& evidence, const Measure& measure,
                                         Column column, std::size_t most = 50);

/// docs/formats/api.md; with what a talk's turns say.
[[nodiscard]] std::string to_json(const Map& map);
using Words = std::map<std::string, std::vector<conversation::Turn>>;  ///< by talk
[[nodiscard]] std::string to_json(const std::vector<Behind>& behind, const Words& words);

}  // namespace attune::review
