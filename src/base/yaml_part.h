#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>

#include "base/yaml.h"

namespace attune::base::yaml {

/// What a node stands for. Parts and their texts lie side by side in memory that goes in one piece.
struct Part {
  enum class Kind { nothing, scalar, list, map };
  Kind kind = Kind::nothing;
  Mark mark;
  std::string_view text;
  const Part* first = nullptr;  ///< of a list; of a map keys and values in turn
  const Part* next = nullptr;   ///< of the same list or map
  std::size_t size = 0;         ///< parts from `first` on
};

using Memory = std::pmr::monotonic_buffer_resource;

/// How a scalar stands in the document: in quotes or as a block, or without any sign.
enum class Style { marked, plain };

[[nodiscard]] Part* make_part(Memory& memory, Part::Kind kind, Mark mark);
[[nodiscard]] Part* make_scalar(Memory& memory, std::string_view text, Mark mark, Style style);

}  // namespace attune::base::yaml
