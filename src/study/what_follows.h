#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "study/estimate.h"
#include "study/exchange.h"

/// What follows what in real talks. Association, not cause: supporters choose what they say by what
/// the client has said.
namespace attune::study {

using Column = std::function<double(const Exchange&)>;

/// Least squares within talks: every column and the outcome less their mean in the talk, so that
/// what sets one client or supporter apart from another drops out. The slopes, or what `derive`
/// makes of them. `exchanges` must stand in order of talks, and not be empty.
[[nodiscard]] std::vector<Estimate> within_talks(
    std::span<const Exchange> exchanges, const std::vector<Column>& columns, const Column& outcome,
    const std::function<std::vector<double>(const std::vector<double>&)>& derive = {});

/// How many turns hold each behavior, of those that at least `fewest` hold.
[[nodiscard]] std::map<std::string, std::size_t> behaviors(std::span<const Exchange> exchanges,
                                                           std::size_t fewest = 15);

/// The client's last answer, to be held equal: its lean, length and openness.
[[nodiscard]] std::vector<Column> last_answer();

/// The client's next turn after a behavior.
struct Follow {
  std::string code;
  std::size_t turns = 0;
  Estimate change, sustain;  ///< shares, of answers that were coded
  Estimate length;           ///< mean of `Answer::length`
  Estimate opens, closes;    ///< shares
  /// How much more than without it, within talks, the other behaviors and the client's last answer
  /// equal: of lean, length and openness.
  Estimate lean_more, length_more, openness_more;
};

/// Of every one of `behaviors`, by its name.
[[nodiscard]] std::vector<Follow> what_follows(std::span<const Exchange> exchanges);

}  // namespace attune::study
