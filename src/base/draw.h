#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune::base {

/// A number in [0, 1) that depends on the three arguments alone.
///
/// This is the only source of chance in a session: no generator state to keep, so resume, retry and
/// branch give the same result on any processor. `purpose` separates draws of one turn ("line",
/// "typing", ...).
[[nodiscard]] double draw(std::uint64_t seed, std::uint64_t turn, std::string_view purpose);

/// An index in [0, size). `size` must be positive.
[[nodiscard]] std::size_t draw_index(std::uint64_t seed, std::uint64_t turn,
                                     std::string_view purpose, std::size_t size);

/// 64-bit FNV-1a of the bytes; stable across versions, so it may be stored. The hash of bytes
/// before them may be given, to hash several pieces as one.
[[nodiscard]] std::uint64_t hash(std::string_view bytes,
                                 std::uint64_t before = 0xcbf29ce484222325ULL);

}  // namespace attune::base
