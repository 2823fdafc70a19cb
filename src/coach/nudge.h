#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/observed.h"

namespace attune::coach {

struct Reply;

/// What may be said of a supporter's turn, the weightiest first. docs/formats/nudges.md says what
/// each is.
enum class NudgeKind {
  risk_unasked,
  leading,
  secrecy,
  contract,
  leaves,
  repeats_risk,
  passed_by,
  advice,
  advice_early,
  reassurance,
  lecture,
  questions,
  subject,
  own_story
};
inline constexpr std::size_t kNudgeKinds = 14;
[[nodiscard]] std::string_view name(NudgeKind kind);

/// The first six: these may come on the first turn, and soon after another.
[[nodiscard]] constexpr bool is_of_safety(NudgeKind kind) {
  return kind <= NudgeKind::repeats_risk;
}

/// How a service stands to supporters telling of their own life. By default a story counts only
/// where it was not asked for, is long, and does not come back to the client.
enum class OwnStory { welcome, with_permission, no };

/// What may be said of one kind (content/nudges.yaml); `{words}` is a slot.
struct NudgeTexts {
  std::string why;                ///< what it may cost; one sentence, for the debrief
  std::vector<std::string> sure;  ///< where the reading is sure
  std::vector<std::string> asks;  ///< where it is not
};
using Nudges = std::array<NudgeTexts, kNudgeKinds>;  ///< by NudgeKind

/// What a nudge rests on.
struct Fault {
  double probability = 0;  ///< [0, 1], of the reading; 0: nothing there
  std::string words;       ///< quoted from the talk, at most 120 characters, whole words; or ""
};

struct ChosenNudge {
  NudgeKind kind = NudgeKind::risk_unasked;
  Fault fault;
  bool asks = false;  ///< the reading is unsure
};

/// The one thing worth saying of the last turn, or nothing, which is the usual case.
///
/// Sparing: nothing on the first turn, nor in the two after a nudge, but for safety; no kind twice
/// in a talk (of safety: not for the same words), none that was disputed in it; nothing on a plain
/// question about suicide, unless it was asked and answered before. Pure.
[[nodiscard]] std::optional<ChosenNudge> choose_nudge(const Reply& reply, OwnStory stance);

/// The text for it, drawn with `seed`; texts whose slot is empty are passed over.
[[nodiscard]] std::string nudge_text(const ChosenNudge& chosen, const NudgeTexts& texts,
                                     std::uint64_t seed, conversation::TurnNumber turn);

}  // namespace attune::coach
