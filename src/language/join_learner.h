#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/emotion_join.h"

/// Fits what joins the parts of the emotion head.
namespace attune::language {

/// What the parts say of a text, none of which saw it, and what is so.
struct JoinText {
  std::vector<float> inputs;    ///< by `join_inputs`
  std::vector<std::int8_t> is;  ///< of each emotion 1 or 0
  int group = 0;                ///< texts of one group are held out together
  bool counted = true;          ///< thresholds rest on it
};

struct FittedJoin {
  JoinNumbers numbers;
  /// Raw values of each text by a join that did not see its group, [text][emotion].
  std::vector<std::vector<double>> held_out;
};

/// One layer beside a linear map, by Adam (Kingma and Ba, ICLR 2015) on the cross-entropy, a share
/// of the layer left out while it learns, a running mean of the second half of its steps. Equal
/// texts give equal numbers.
[[nodiscard]] FittedJoin fit_join(std::span<const JoinText> texts);

}  // namespace attune::language
