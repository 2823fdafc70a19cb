#include "progress/trend.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace attune::progress {
namespace {

// Our choice, as shares of the supporter's turns.
constexpr double kHardlyAny = 0.05;
constexpr double kChange = 0.1;

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Trend trend(const std::vector<Record>& records) {
  std::vector<double> shares;
  for (const Record& record : records)
    if (record.counts() && record.help != conversation::Help::off)
      shares.push_back(record.use.share);
  if (shares.size() < kTalksForTrend) return Trend::unknown;
  if (*std::max_element(shares.begin(), shares.end()) < kHardlyAny) return Trend::none;
  const std::span<const double> all(shares);
  const std::size_t half = shares.size() / 2;
  const double change = mean(all.last(half)) - mean(all.first(half));
  if (change <= -kChange) return Trend::less;
  return change >= kChange ? Trend::more : Trend::same;
}

}  // namespace attune::progress
