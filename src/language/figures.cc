#include "language/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "language/tuning.h"
#include "stats/auroc.h"
#include "stats/bootstrap.h"

namespace attune::language {
namespace {

constexpr int kDraws = 1'000;
constexpr std::size_t kBins = 10;

using Rows = std::vector<std::size_t>;

stats::Interval interval_of(std::span<const int> group,
                            const std::function<double(const Rows&)>& statistic) {
  std::map<int, Rows> by_group;
  for (std::size_t i = 0; i < group.size(); ++i) by_group[group[i]].push_back(i);
  std::vector<Rows> groups;
  for (auto& [name, rows] : by_group) groups.push_back(std::move(rows));
  return stats::bootstrap(
      std::vector<int>(groups.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        Rows rows;
        for (const std::size_t one : drawn)
          rows.insert(rows.end(), groups[one].begin(), groups[one].end());
        return statistic(rows);
      },
      kDraws, 1);
}

std::vector<Counts> count(const Outcomes& outcomes, const Rows& rows) {
  std::vector<Counts> counts(outcomes.found.empty() ? 0 : outcomes.found[0].size());
  for (const std::size_t i : rows)
    for (std::size_t k = 0; k < counts.size(); ++k)
      counts[k].add(outcomes.found[i][k], outcomes.there[i][k]);
  return counts;
}

double macro(const std::vector<Counts>& counts) {
  double sum = 0;
  for (const Counts& each : counts) sum += each.f1();
  return sum / static_cast<double>(counts.size());
}

// One figure of rows that each stand alone.
void add(const FigureName& name, const std::string& statistic,
         const std::function<double(const Rows&)>& value, const Rows& rows, FullCard& card) {
  std::vector<int> group(rows.begin(), rows.end());
  const auto interval = interval_of(group, value);
  card.figures.push_back({name.name, statistic, value(rows), interval.low, interval.high,
                          static_cast<int>(rows.size()), name.measured_on});
}

Rows all_rows(std::size_t size) {
  Rows rows(size);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

}  // namespace

void add_macro_f1(const FigureName& name, const Outcomes& outcomes,
                  const std::vector<std::string>& labels, FullCard& card) {
  const auto counts = count(outcomes, all_rows(outcomes.found.size()));
  const auto interval =
      interval_of(outcomes.group, [&](const Rows& rows) { return macro(count(outcomes, rows)); });
  card.figures.push_back({name.name, "macro-F1", macro(counts), interval.low, interval.high,
                          static_cast<int>(outcomes.found.size()), name.measured_on});
  for (std::size_t k = 0; k < labels.size(); ++k)
    card.classes.push_back(
        {labels[k], counts[k].precision(), counts[k].recall(), counts[k].f1(), counts[k].there});
}

void add_accuracy(const FigureName& name, const std::vector<bool>& hits, FullCard& card) {
  const auto share = [&](const Rows& rows) {
    const auto count = std::ranges::count_if(rows, [&](std::size_t i) { return hits[i]; });
    return static_cast<double>(count) / static_cast<double>(rows.size());
  };
  add(name, "accuracy", share, all_rows(hits.size()), card);
}

void add_calibration_error(const FigureName& name, std::span<const double> scores,
                           const std::vector<bool>& hits, FullCard& card) {
  const auto error = [&](const Rows& rows) {
    std::array<double, kBins> sums{};
    for (const std::size_t i : rows) {
      const auto bin = static_cast<std::size_t>(scores[i] * kBins);
      sums[std::min(bin, kBins - 1)] += scores[i] - (hits[i] ? 1 : 0);
    }
    double total = 0;
    for (const double sum : sums) total += std::abs(sum);
    return total / static_cast<double>(rows.size());
  };
  add(name, "expected calibration error", error, all_rows(hits.size()), card);
}

void add_auroc(const FigureName& name, std::span<const double> values, const std::vector<bool>& is,
               std::span<const int> group, FullCard& card) {
  const auto area = [&](const Rows& rows) {
    std::vector<double> with, without;
    for (const std::size_t i : rows) (is[i] ? with : without).push_back(values[i]);
    return stats::auroc(with, without);
  };
  const auto interval = interval_of(group, area);
  card.figures.push_back({name.name, "AUROC", area(all_rows(values.size())), interval.low,
                          interval.high, static_cast<int>(values.size()), name.measured_on});
}

}  // namespace attune::language
