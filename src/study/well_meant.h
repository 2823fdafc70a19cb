#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "study/supporter.h"

/// Simulated supporters who mean well and have one known habit, for the worked example
/// (docs/study-demo.md). None is a model of a real person.
namespace attune::study {

/// What a supporter slips into; `sound` into nothing.
enum class Leaning : std::uint8_t { advice, reassurance, passing_by, lecturing, sound };
inline constexpr std::array kLeanings{Leaning::advice, Leaning::reassurance, Leaning::passing_by,
                                      Leaning::lecturing, Leaning::sound};
[[nodiscard]] std::string_view name(Leaning leaning);
/// "gives advice early"
[[nodiscard]] std::string_view in_words(Leaning leaning);

/// Whether the `turn`-th reply of that supporter is one of the habit. Never the first, which
/// greets; of the others a share that the leaning fixes: our choice, so that a talk shows its habit
/// and yet is more than it.
[[nodiscard]] bool lapses(Leaning leaning, std::uint64_t seed, conversation::TurnNumber turn);

/// Answers as `Habit::good` does, but where it `lapses` with a sentence of the habit. `coach` must
/// outlive it.
[[nodiscard]] std::unique_ptr<Supporter> make_supporter(Leaning leaning, const coach::Coach& coach,
                                                        std::uint64_t seed);

}  // namespace attune::study
