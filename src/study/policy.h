#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/supporter.h"

/// Supporters by formula, who hear nothing: what a search tries so as to earn trust by form alone.
namespace attune::study {

/// A sentence out of a list, one after the other. None needs more of the client than their last
/// words, and most not even these.
enum class Formula {
  sympathy,    ///< "I'm so sorry to hear that."
  parrot,      ///< the client's last message, whole
  reflection,  ///< a stem, and the client's last words with "I" turned to "you"
  word,        ///< a stem, and the longest word of theirs
  more,        ///< "Tell me more."
  feeling,     ///< asks how that feels
  guess,       ///< names a feeling that would fit anyone
  permission,  ///< asks leave for the next question
  freedom,     ///< "It's up to you."
  together,    ///< offers to look for a next step
  praise,      ///< names a strength that would fit anyone
  owning,      ///< apologizes for something, whatever it was
  presence,    ///< "I'm listening."
  suicide,     ///< asks about suicide, directly
  silence      ///< "..."
};
inline constexpr std::size_t kFormulas = 15;
[[nodiscard]] std::string_view name(Formula formula);

/// One turn: 1 to kLongestMove formulas, said one after the other.
using Move = std::vector<Formula>;
inline constexpr std::size_t kLongestMove = 3;
inline constexpr std::size_t kLongestOpening = 4;
inline constexpr std::size_t kLongestCycle = 6;

/// When to say what. The opening once, then the cycle over and over; where the client's last words
/// ask something, or are fewer than six, the move for that takes the turn instead, if there is one.
struct Policy {
  std::vector<Move> opening;  ///< at most kLongestOpening
  std::vector<Move> cycle;    ///< 1 to kLongestCycle
  std::optional<Move> to_question, to_little;

  bool operator==(const Policy&) const = default;
};

/// "reflection + feeling, more; to a question: freedom", its opening before a colon.
[[nodiscard]] std::string describe(const Policy& policy);

/// One small change that the seed draws: a formula or a move added, taken away, or put in place of
/// another. Never equal to `policy`, and always within the limits above.
[[nodiscard]] Policy mutate(const Policy& policy, std::uint64_t seed);

/// Follows the policy; the seed draws where each list of sentences begins.
[[nodiscard]] std::unique_ptr<Supporter> make_supporter(const Policy& policy, std::uint64_t seed);

}  // namespace attune::study
