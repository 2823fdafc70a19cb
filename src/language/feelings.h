#pragma once

#include <cstdint>

#include "language/pattern.h"

namespace attune::language {

/// Families of feelings that a text names, one bit each: sad, afraid, angry, ashamed, lonely,
/// tired, overwhelmed, hurt, stuck, torn, hopeful, glad.
using Feelings = std::uint32_t;

/// Of one word, by its hash.
[[nodiscard]] Feelings feelings_of(std::uint64_t word);

[[nodiscard]] Feelings feelings(const Wording& text);

/// The feelings that the text puts to the other: "you feel", "that sounds", "it must be".
[[nodiscard]] Feelings feelings_named(const Wording& text);

/// Asks after a feeling: "how did that feel", "what was it like".
[[nodiscard]] bool asks_after_feeling(const Wording& text);

}  // namespace attune::language
