#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "conversation/turn.h"

namespace attune::language {
class Reader;
}

/// How a client talks, measured alike for ours and for real people, from the words alone.
namespace attune::study {

/// Of one talk's client turns; what a short talk cannot show is empty.
struct Manner {
  std::vector<double> words;       ///< a turn
  std::optional<double> variety;   ///< different words among the first 150: (0, 1]
  std::optional<double> repeated;  ///< share of turns that hold a run of six words said before
  std::optional<double> agreed;    ///< share of turns that open with a word of assent
  std::optional<double> recovery;  ///< how much less distress reads, by ten client turns
};
[[nodiscard]] Manner manner_of(std::span<const conversation::Turn> talk,
                               const language::Reader& reader);

/// Yes, true, right, good idea and the like at the beginning; our choice of words.
[[nodiscard]] bool opens_with_assent(std::string_view text);

/// Quartiles of one figure.
struct Quartiles {
  double low = 0, middle = 0, high = 0;
  std::size_t count = 0;  ///< of values
};
[[nodiscard]] Quartiles quartiles(std::vector<double> values);

/// Each figure's quartiles: of words over turns, of the others over talks.
struct Manners {
  std::size_t talks = 0;
  Quartiles words, variety, repeated, agreed, recovery;
};
[[nodiscard]] Manners manners_of(std::span<const Manner> talks);

}  // namespace attune::study
