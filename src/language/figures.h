#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/card.h"

/// Held-out figures for a card, each with a bootstrap interval over whole groups.
namespace attune::language {

/// Of each row, which classes are found and which are there; a row may have several or none.
struct Outcomes {
  std::vector<std::vector<bool>> found, there;  ///< [row][class]
  std::vector<int> group;                       ///< drawn together
};

struct FigureName {
  std::string name;
  std::string measured_on;
};

/// Macro-F1 over the classes; with `labels`, each class's figures too.
void add_macro_f1(const FigureName& name, const Outcomes& outcomes,
                  const std::vector<std::string>& labels, FullCard& card);

/// The share of rows that are hits.
void add_accuracy(const FigureName& name, const std::vector<bool>& hits, FullCard& card);

/// Expected calibration error in ten equal bins (Naeini et al., AAAI 2015): how far the mean score
/// of a bin lies from its share of hits, weighed by its rows.
void add_calibration_error(const FigureName& name, std::span<const double> scores,
                           const std::vector<bool>& hits, FullCard& card);

/// How well `values` rank the rows that are true above the others.
void add_auroc(const FigureName& name, std::span<const double> values, const std::vector<bool>& is,
               std::span<const int> group, FullCard& card);

}  // namespace attune::language
