#pragma once

#include <span>
#include <vector>

namespace attune::stats {

/// One row a case, all of one length; put a 1 into each for an intercept.
using Rows = std::vector<std::vector<double>>;

/// All that least squares needs of some rows. Those of several sets of rows add up, so a bootstrap
/// of groups need not go through the rows anew.
struct Moments {
  std::vector<double> squares;   ///< X'X, row after row
  std::vector<double> products;  ///< X'y

  Moments& operator+=(const Moments& other);  ///< of the same columns, or to none yet
};
[[nodiscard]] Moments moments(const Rows& rows, std::span<const double> outcome);

/// The slopes of least squares, one a column. `ridge` (at least 0) times the square of every slope
/// is added to the sum of squares: a little keeps columns that hold nothing, or the same, at 0 or
/// alike.
[[nodiscard]] std::vector<double> least_squares(const Moments& moments, double ridge = 1e-6);
[[nodiscard]] std::vector<double> least_squares(const Rows& rows, std::span<const double> outcome,
                                                double ridge = 1e-6);

/// The slopes of logistic regression by Newton's method; `outcome` in [0, 1]. Half of `ridge`
/// (above 0) times the square of every slope but the first, the intercept's, is added to the loss,
/// so that a column which tells the outcomes apart stays finite.
[[nodiscard]] std::vector<double> logistic(const Rows& rows, std::span<const double> outcome,
                                           double ridge = 1);

/// What `logistic`'s slopes say of one row: (0, 1).
[[nodiscard]] double chance(std::span<const double> slopes, std::span<const double> row);

/// The surprise, in nats, at what happened: -log of the chance it was given, held away from 0.
[[nodiscard]] double log_loss(double chance, bool happened);

}  // namespace attune::stats
