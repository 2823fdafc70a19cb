#pragma once

#include <vector>

#include "language/corpora.h"
#include "language/model_file.h"
#include "language/train_heads.h"

namespace attune::language {

/// The fine head fitted to comments.
struct FineFit {
  ModelFile file;
  /// Raw values of each comment by lines that did not see it, [comment][fine emotion].
  std::vector<std::vector<double>> held_out;
};
[[nodiscard]] FineFit fit_fine(const std::vector<EmotionExample>& comments,
                               const Training& training);

}  // namespace attune::language
