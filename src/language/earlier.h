#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "conversation/turn.h"
#include "language/features.h"
#include "language/pattern.h"
#include "language/words.h"

/// What was said before a turn, as features of it. Earlier turns are looked over word by word as
/// they were typed, and not read again.
namespace attune::language {

/// So many of the client's last turns are looked at, the latest first. By cross-validation.
inline constexpr std::size_t kEarlier = 4;

/// Adds what a supporter's turn says that the client's `earlier` turns did not: how many telling
/// words, alike when their first five letters are, and how many families of feeling.
void added_features(const Wording& said, std::span<const std::string_view> earlier,
                    Features& features);

/// The turns before a client's turn whose words count for it. Points into the talk.
struct Past {
  std::vector<std::string_view> asked;    ///< the supporter's last, if any
  std::vector<std::string_view> theirs;   ///< the `kEarlier` of the supporter before that
  std::vector<std::string_view> own;      ///< the client's last `kEarlier`
  std::vector<std::string_view> opening;  ///< the supporter's first `kOpening`, whether last or not
};

/// What a talk is about shows where it opens. By cross-validation.
inline constexpr std::size_t kOpening = 4;

/// `before` is the whole talk so far, oldest first.
void take_past(std::span<const conversation::Turn> before, Past& past);

/// Adds the longer words that a client's turn comes after, each kind of `past` apart.
void answer_features(const Past& past, Features& features);

/// The direction of the longer words of the supporter's turns in `past`, but for the opening. `out`
/// has `words.dims()` entries.
void asked_direction(const Past& past, const Words& words, std::span<float> out);

/// How a talk has gone before a client's turn: how many turns it has, how long the client's are,
/// how many of the supporter's ask.
inline constexpr std::size_t kShapes = 3;

/// Each mostly between 0 and 2. A talk that has hardly begun counts for little beside a usual one.
void talk_shape(std::span<const conversation::Turn> before, std::span<float, kShapes> shape);

}  // namespace attune::language
