#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attune::language {

/// A row of training data: (column, value), columns from 0, each at most once, ascending.
using Row = std::vector<std::pair<std::uint32_t, float>>;

/// What a linear problem gave: the weight of each column, and a constant.
struct Line {
  std::vector<double> weights;
  double bias = 0;

  [[nodiscard]] double at(const Row& row) const;
};

struct SolverOptions {
  double cost = 1;             ///< C of liblinear: larger fits closer
  double positive_weight = 1;  ///< cost of a missed positive beside a missed negative
  double tolerance = 0.01;
};

/// L2-regularized logistic regression. `targets` are 1 or 0. No chance is involved.
[[nodiscard]] Line fit_logistic(std::span<const Row* const> rows, std::span<const double> targets,
                                std::size_t columns, const SolverOptions& options);

/// L2-regularized support vector regression (squared epsilon-insensitive loss).
[[nodiscard]] Line fit_regression(std::span<const Row* const> rows, std::span<const double> targets,
                                  std::size_t columns, const SolverOptions& options);

}  // namespace attune::language
