#pragma once

#include <span>
#include <string>
#include <vector>

#include "review/map.h"
#include "stats/tally.h"

namespace attune::review {

/// The figures of a page: named first, then fed talk by talk, then resampled over talks together.
class Figures {
 public:
  /// A mean of whatever `add` brings.
  enum class Mean : std::size_t {};
  [[nodiscard]] Mean mean();

  /// An agreement of raters; their order does not matter to it.
  enum class Agreement : std::size_t {};
  [[nodiscard]] Agreement agreement(const stats::Coefficient& coefficient);

  /// All are named.
  void begin(std::size_t talks) { tally_ = stats::Tally(talks, width_); }
  void add(Mean mean, std::size_t talk, double value);
  void add(Agreement agreement, std::size_t talk, std::span<const double> ratings);

  /// All is added.
  void estimate();

  /// `none`: why there would be nothing at all.
  [[nodiscard]] Figure of(Mean mean, std::string none) const;
  [[nodiscard]] Figure of(Agreement agreement) const;

  /// Of differences: two-sided p of their mean being 0, by t over talks.
  [[nodiscard]] double p(Mean mean) const;

 private:
  [[nodiscard]] std::span<const double> sums(std::size_t talk, std::size_t statistic) const;
  [[nodiscard]] std::size_t talks(std::size_t statistic) const;
  [[nodiscard]] Figure figure(std::size_t statistic, std::string none) const;

  std::size_t width_ = 0;
  stats::Tally tally_{0, 0};
  std::vector<stats::Statistic> statistics_;
  std::vector<stats::Coefficient> coefficients_;  ///< by statistic; of means without `add`
  std::vector<stats::Estimate> estimates_;
};

/// Marks the gaps that hold after Holm (1979) at .05, by their p; NaN: it cannot be said.
void mark_holding(const std::vector<Gap*>& gaps, const std::vector<double>& p);

}  // namespace attune::review
