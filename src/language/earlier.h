#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "language/features.h"
#include "language/pattern.h"

/// What was said before a turn, as features of it. Earlier turns are looked over word by word as
/// they were typed, and not read again.
namespace attune::language {

/// So many of the client's last turns are looked at, the latest first. By cross-validation.
inline constexpr std::size_t kEarlier = 4;

/// Adds what a supporter's turn says that the client's `earlier` turns did not: how many telling
/// words, alike when their first five letters are, and how many families of feeling.
void added_features(const Wording& said, std::span<const std::string_view> earlier,
                    Features& features);

/// Adds the words that a client's turn comes after: those of the supporter's last turn, null when
/// there is none, and those of the client's own `earlier` turns.
void answer_features(const Tokens* asked, std::span<const std::string_view> earlier,
                     Features& features);

}  // namespace attune::language
