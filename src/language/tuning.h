#pragma once

#include <span>
#include <vector>

#include "language/linear.h"
#include "language/solver.h"

/// Cross-validation, calibration and thresholds: what turns raw values into scores one can act on.
namespace attune::language {

enum class Loss { logistic, regression };

struct Task {
  Loss loss = Loss::logistic;
  SolverOptions options;
  std::size_t columns = 0;
  int folds = 5;
  /// Above 0: columns are first scaled by how much likelier they are in positive rows, smoothed by
  /// this (log-count ratio; Wang and Manning, ACL 2012). Logistic loss alone, as the next.
  double ratio = 0;
  /// Columns are first scaled by how few rows have them (inverse document frequency).
  bool rarity = false;
  /// The last columns: dense inputs, then those aside. Neither is scaled. Columns aside say what
  /// may have swayed a label, as who gave it; what is learned of them helps the others to be fitted
  /// and is forgotten, so that a line speaks for no one in particular.
  std::size_t dense = 0, aside = 0;
  /// A line's mean value over the rows that it was fitted to is taken off. Where groups differ in
  /// how many of their rows are positive, a line fitted to the others stands too high for a group
  /// of few, by chance of the folds alone.
  bool level = false;
};

/// The value of each row by a line fitted to the other folds alone. `fold_of` is in [0, folds), or
/// -1 for rows that always train and are never held out (their value is 0). Rows whose target is
/// NaN are valued and never train.
[[nodiscard]] std::vector<double> held_out(const std::vector<Row>& rows,
                                           std::span<const double> targets,
                                           std::span<const int> fold_of, const Task& task);

/// Passes over rows whose target is NaN.
[[nodiscard]] Line fit_all(const std::vector<Row>& rows, std::span<const double> targets,
                           const Task& task);

/// Slope and offset that make raw values probabilities (Platt 1999), and the threshold of the best
/// F1.
[[nodiscard]] Linear::Calibration calibrate(std::span<const double> values,
                                            std::span<const double> targets);

/// As `calibrate`, with the mean of the best thresholds of 30 resamplings: a rare label's best
/// threshold hangs on a few rows.
[[nodiscard]] Linear::Calibration calibrate_steadily(std::span<const double> values,
                                                     std::span<const double> targets);

/// As `calibrate`, with the threshold of the best F0.5: for labels that should rather be missed
/// than given wrongly.
[[nodiscard]] Linear::Calibration calibrate_precisely(std::span<const double> values,
                                                      std::span<const double> targets);

/// As `calibrate` for "one kind or the other": one half is the cut of the best macro-F1 of the two.
[[nodiscard]] Linear::Calibration calibrate_choice(std::span<const double> values,
                                                   std::span<const double> targets);

/// The same, moved so that the threshold is one half: then the top score is above its threshold
/// whenever any is, however rare its label.
[[nodiscard]] Linear::Calibration centered(Linear::Calibration calibration);

/// F1 of one label.
struct Counts {
  int both = 0;
  int found = 0;
  int there = 0;

  void add(bool is_found, bool is_there);
  [[nodiscard]] double f1() const;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
};

[[nodiscard]] double pearson(std::span<const double> a, std::span<const double> b);

}  // namespace attune::language
