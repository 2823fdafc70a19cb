#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conversation/turn.h"
#include "review/rating.h"

/// What a form must be before it counts.
namespace attune::review {

using Instruments = std::map<std::string, Instrument>;

inline constexpr std::size_t kLongestComment = 8000;  ///< code points
inline constexpr std::size_t kLongestText = 2000;     ///< code points, of a mark or a reason
inline constexpr double kMostSeconds = 1e6;

/// What a form is held against.
struct Asked {
  const std::vector<conversation::Turn>& turns;
  const Instruments& instruments;
  std::vector<std::string> ids = {};  ///< of the instruments that were asked for; empty: any
  /// Items that the rater names as left out. Nothing: the form need not be whole.
  std::optional<std::vector<std::string>> left_out = {};
};

/// `invalid` says what is wrong: an instrument that was not asked for or is filled in twice, a
/// value outside its scale, a code that there is not, a span outside the reply, a severity that is
/// not the instrument's, no words where the code needs them; of a whole form also an item about the
/// whole talk that is neither answered nor named as left out.
[[nodiscard]] base::Result<void> check(const Form& form, const Asked& asked);

/// `invalid` when a choice is none of -2 to 2, or its reason too long.
[[nodiscard]] base::Result<void> check(const Choice& choice);

/// `invalid` when it is no such item or code, the turn has no reply, or the value is not of its
/// scale; what stays open needs no value.
[[nodiscard]] base::Result<void> check(const Settled& settled, const Asked& asked);

}  // namespace attune::review
