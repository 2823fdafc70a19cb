#pragma once

#include <string>
#include <vector>

#include "language/linear.h"
#include "language/model_file.h"
#include "language/solver.h"
#include "language/vocabulary.h"

namespace attune::language {

/// Packs lines over a vocabulary, and over `dense` further columns behind it, into the arrays that
/// `Linear` reads. Weights become one byte each, their square roots in equal steps, each output
/// with its own scale. The `most` features that move the values of any output most over the texts
/// are kept (weight times `reach`, as in LeCun, Denker and Solla, Optimal brain damage, NIPS 1989).
[[nodiscard]] ModelFile pack(const std::string& head, const Vocabulary& vocabulary,
                             std::size_t dense, const std::vector<Line>& lines,
                             const std::vector<Linear::Calibration>& calibrations,
                             std::size_t most);

}  // namespace attune::language
