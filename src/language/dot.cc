#include "language/dot.h"

#include <algorithm>
#include <array>

namespace attune::language {

float dot(std::span<const float> a, std::span<const float> b) {
  // Eight sums side by side, so that the compiler may use vector instructions.
  std::array<float, 8> lanes{};
  const std::size_t n = std::min(a.size(), b.size());
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    for (std::size_t k = 0; k < 8; ++k) lanes[k] += a[i + k] * b[i + k];
  }
  float sum = 0;
  for (; i < n; ++i) sum += a[i] * b[i];
  for (const float lane : lanes) sum += lane;
  return sum;
}

}  // namespace attune::language
