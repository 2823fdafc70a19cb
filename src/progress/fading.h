#pragma once

#include <optional>
#include <vector>

#include "progress/record.h"

namespace attune::progress {

/// How many suggestions a supporter gets who asked that they fade as skill grows.
struct Fading {
  /// Why the level is what it is.
  enum class Reason {
    first,     ///< too little is known of their own words yet
    learning,  ///< most of what is looked at is not steady yet: always
    growing,   ///< half of it is: on request
    steady     ///< all of it is: off
  };
  conversation::Help level = conversation::Help::always;
  Reason reason = Reason::first;
  std::optional<Ability> least;    ///< the furthest from steady, if one is
  bool scheduled = false;          ///< the next talk is the one in four without suggestions
  bool without_help_next = false;  ///< for that, or because the level is off

  /// What the next talk gets.
  [[nodiscard]] conversation::Help next() const {
    return without_help_next ? conversation::Help::off : level;
  }
};

/// Reads the level off the supporter's own words in the last four talks that count, so it comes
/// back when skill goes. Every fourth talk is without suggestions, so that skill can be seen alone.
/// `records`: oldest first.
[[nodiscard]] Fading fading(const std::vector<Record>& records);

}  // namespace attune::progress
