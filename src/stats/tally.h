#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "stats/agreement.h"

/// Many statistics of the same units at once, such as a page of figures over conversations.
namespace attune::stats {

/// What each unit adds to sums; a statistic rests on some neighboring ones of them.
struct Tally {
  std::size_t units = 0, width = 0;
  std::vector<double> sums;  ///< units x width

  Tally(std::size_t a_units, std::size_t a_width)
      : units(a_units), width(a_width), sums(a_units * a_width, 0) {}

  [[nodiscard]] std::span<double> at(std::size_t unit, std::size_t first, std::size_t count) {
    return std::span(sums).subspan(unit * width + first, count);
  }
};

/// One statistic: a function of the sums from `first` on. NaN where it is undefined.
struct Statistic {
  std::size_t first = 0, width = 0;
  std::function<double(std::span<const double>)> value;
};

/// Of each statistic its value with the BCa interval over units, all from the same draws; bounds
/// are NaN where fewer than two units, or all alike, give nothing to draw from. Draws
/// `how.draws` times, or less often where units times sums are very many, but 200 times at least;
/// `how.groups` must be empty.
[[nodiscard]] std::vector<Estimate> estimate_each(const Tally& tally,
                                                  const std::vector<Statistic>& statistics,
                                                  const Resampling& how = {});

}  // namespace attune::stats
