#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace attune::stats {

struct Interval {
  double low = 0;
  double high = 0;
};

/// Percentile bootstrap interval (Efron 1979) of a statistic of resampled indices.
///
/// `strata` gives each index its group; groups are resampled apart, so that each keeps its size
/// (one group: pass all zeros). `statistic` gets the indices drawn. `draws` resamples, 95 % by
/// default.
[[nodiscard]] Interval bootstrap(
    std::span<const int> strata,
    const std::function<double(std::span<const std::size_t>)>& statistic, int draws,
    std::uint64_t seed, double coverage = 0.95);

/// The same for several statistics of the same draws. Of each, values that are no number (nothing
/// was drawn to say it by) are left out; an interval of none is of no numbers.
[[nodiscard]] std::vector<Interval> bootstrap_each(
    std::span<const int> strata,
    const std::function<std::vector<double>(std::span<const std::size_t>)>& statistics, int draws,
    std::uint64_t seed, double coverage = 0.95);

}  // namespace attune::stats
