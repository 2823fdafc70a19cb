#pragma once

#include <array>
#include <cstddef>

#include "conversation/reading.h"

/// The outputs of the skills model, in their order. Whether a turn asks, reflects or informs is
/// told apart from which kind of question, reflection or input it is; kinds are learned from those
/// turns alone.
namespace attune::language::skill_output {

inline constexpr std::size_t kMain = 0;  ///< question, reflection, input, other: the main behavior
inline constexpr std::size_t kMains = 4;
inline constexpr std::size_t kAsks = 4;  ///< holds a question at all
inline constexpr std::size_t kReflects = 5;
inline constexpr std::size_t kInforms = 6;     ///< holds information or advice
inline constexpr std::size_t kOpen = 7;        ///< of questions: open rather than closed
inline constexpr std::size_t kComplex = 8;     ///< of reflections: complex rather than simple
inline constexpr std::size_t kAdvises = 9;     ///< of input: advice rather than information
inline constexpr std::size_t kPermitted = 10;  ///< of advice: leaves it to the client
inline constexpr std::size_t kCodes = 11;      ///< then each of these

using conversation::Skill;
/// Codes that no public data marks; each has an output of its own.
inline constexpr auto kOwnCodes = std::to_array<Skill>(
    {Skill::reframe, Skill::affirm, Skill::emphasize_autonomy, Skill::seek_collaboration,
     Skill::support, Skill::confront, Skill::direct, Skill::warn, Skill::raise_concern,
     Skill::self_disclosure, Skill::grounding, Skill::structure, Skill::introduction,
     Skill::chit_chat, Skill::inappropriate, Skill::closing});
inline constexpr std::size_t kCount = kCodes + kOwnCodes.size();

}  // namespace attune::language::skill_output
