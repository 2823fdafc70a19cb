#pragma once

#include <span>

namespace attune::language {

/// Sum of products over the shorter length.
[[nodiscard]] float dot(std::span<const float> a, std::span<const float> b);

}  // namespace attune::language
