#pragma once

#include <string>
#include <vector>

#include "conversation/turn.h"

namespace attune::corpus {

/// One thing that was replaced, so that a person can look over all of them.
struct Replaced {
  std::size_t turn = 0;  ///< place among the turns, from 0
  std::size_t at = 0;    ///< byte of the turn's own text
  std::string was, as;   ///< "Sarah" "[name 1]"
};

struct Deidentified {
  std::vector<conversation::Turn> turns;
  std::vector<Replaced> replaced;  ///< in order
};

/// Puts brackets in place of what tells who somebody is: [name 1], the same person the same number
/// all through the talk, [email], [link], [handle], [phone], [address], [date of birth], [number].
///
/// By rules and a list of names, in English: some names are missed, above all rare ones that
/// nothing announces, and places, employers and what happened are left as they are. So a person
/// must look over what comes out before others read it. bench/RESULTS.md has figures.
[[nodiscard]] Deidentified deidentify(const std::vector<conversation::Turn>& turns);

}  // namespace attune::corpus
