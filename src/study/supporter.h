#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/observed.h"

namespace attune::coach {
class Coach;
}

/// Supporters by script, each with one habit: for bulk runs, realism reports and tests.
namespace attune::study {

/// How a scripted supporter answers. None is a model of a real person.
enum class Habit {
  good,          ///< what the coach would offer, its three kinds in turn
  mends,         ///< good, but once brushes the client off, and owns it at the next turn
  unmended,      ///< the same miss, and on as if nothing had been
  asks,          ///< good, and asks about suicide once, directly and warmly
  sympathizer,   ///< a formula of sympathy each time
  parrot,        ///< gives the client's words back, led by "It sounds like"
  interrogator,  ///< one closed question after another
  lecturer,      ///< advice nobody asked for, at length
  silent         ///< next to nothing
};
inline constexpr std::array kHabits{Habit::good,         Habit::mends,       Habit::unmended,
                                    Habit::asks,         Habit::sympathizer, Habit::parrot,
                                    Habit::interrogator, Habit::lecturer,    Habit::silent};
[[nodiscard]] std::string_view name(Habit habit);

/// What a supporter sees of a talk, and what they say next. Pure in `observed` and the seed that it
/// was made with.
class Supporter {
 public:
  virtual ~Supporter() = default;

  /// The `turn`-th thing said, from 1: well-formed, never empty.
  [[nodiscard]] virtual std::string say(const conversation::Observed& observed,
                                        conversation::TurnNumber turn) = 0;
};

/// Says what a supporter said in a real talk, whatever the client says; "Go on." after its end.
[[nodiscard]] std::unique_ptr<Supporter> replay(const std::vector<conversation::Turn>& talk);

/// Says one of the ideas last suggested, drawn with the seed: never one with a blank to fill in,
/// nor one twice. For talks held with `Setting::ideas`.
[[nodiscard]] std::unique_ptr<Supporter> take_ideas(std::uint64_t seed);

/// `coach` must outlive the supporter.
[[nodiscard]] std::unique_ptr<Supporter> make_supporter(Habit habit, const coach::Coach& coach,
                                                        std::uint64_t seed);

}  // namespace attune::study
