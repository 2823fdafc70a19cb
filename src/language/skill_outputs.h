#pragma once

#include <cstddef>

/// The outputs of the skills model, in their order. Whether a turn asks, reflects or informs is
/// told apart from which kind of question, reflection or input it is; kinds are learned from those
/// turns alone.
namespace attune::language::skill_output {

inline constexpr std::size_t kMain = 0;  ///< question, reflection, input, other: the main behavior
inline constexpr std::size_t kAsks = 4;  ///< holds a question at all
inline constexpr std::size_t kReflects = 5;
inline constexpr std::size_t kInforms = 6;  ///< holds information or advice
inline constexpr std::size_t kOpen = 7;     ///< of questions: open rather than closed
inline constexpr std::size_t kComplex = 8;  ///< of reflections: complex rather than simple
inline constexpr std::size_t kAdvises = 9;  ///< of input: advice rather than information
inline constexpr std::size_t kAffirms = 10;
inline constexpr std::size_t kCount = 11;

}  // namespace attune::language::skill_output
