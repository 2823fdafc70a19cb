#include "base/draw.h"

#include "base/result.h"

namespace attune::base {
namespace {

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace

std::uint64_t hash(std::string_view bytes, std::uint64_t before) {
  for (const char c : bytes) {
    before ^= static_cast<unsigned char>(c);
    before *= 0x100000001b3ULL;
  }
  return before;
}

double draw(std::uint64_t seed, std::uint64_t turn, std::string_view purpose) {
  const std::uint64_t bits = mix(mix(mix(seed) ^ turn) ^ hash(purpose));
  return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

std::size_t draw_index(std::uint64_t seed, std::uint64_t turn, std::string_view purpose,
                       std::size_t size) {
  expects(size > 0);
  return static_cast<std::size_t>(draw(seed, turn, purpose) * static_cast<double>(size));
}

}  // namespace attune::base
