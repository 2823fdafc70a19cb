#pragma once

#include <string>
#include <vector>

#include "language/linear.h"
#include "language/model_file.h"
#include "language/solver.h"
#include "language/vocabulary.h"

namespace attune::language {

/// Packs lines over a vocabulary, and over `dense` further columns behind it, into the arrays that
/// `Linear` reads. Weights become 16-bit numbers, each output with its own scale; features whose
/// weights are all next to nothing are dropped.
[[nodiscard]] ModelFile pack(const std::string& head, const Vocabulary& vocabulary,
                             std::size_t dense, const std::vector<Line>& lines,
                             const std::vector<Linear::Calibration>& calibrations);

}  // namespace attune::language
