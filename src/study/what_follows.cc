#include "study/what_follows.h"

#include <cmath>
#include <map>
#include <numeric>

#include "stats/regression.h"

namespace attune::study {
namespace {

using conversation::Talk;

/// One talk's rows and outcomes, less their means.
void center(stats::Rows& rows, std::vector<double>& outcomes) {
  const auto each = 1 / static_cast<double>(rows.size());
  std::vector<double> means(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t k = 0; k < row.size(); ++k) means[k] += each * row[k];
  const double mean = each * std::accumulate(outcomes.begin(), outcomes.end(), 0.0);
  for (auto& row : rows)
    for (std::size_t k = 0; k < row.size(); ++k) row[k] -= means[k];
  for (double& outcome : outcomes) outcome -= mean;
}

std::vector<std::span<const Exchange>> by_talk(std::span<const Exchange> exchanges) {
  std::vector<std::span<const Exchange>> talks;
  for (std::size_t i = 0, first = 0; i < exchanges.size(); ++i) {
    if (i + 1 < exchanges.size() && exchanges[i + 1].talk == exchanges[i].talk) continue;
    talks.push_back(exchanges.subspan(first, i + 1 - first));
    first = i + 1;
  }
  return talks;
}

std::vector<stats::Moments> moments_of(std::span<const Exchange> exchanges,
                                       const std::vector<Column>& columns, const Column& outcome) {
  std::vector<stats::Moments> talks;
  for (const auto& talk : by_talk(exchanges)) {
    stats::Rows rows;
    std::vector<double> outcomes;
    for (const Exchange& exchange : talk) {
      auto& row = rows.emplace_back();
      for (const Column& column : columns) row.push_back(column(exchange));
      outcomes.push_back(outcome(exchange));
    }
    center(rows, outcomes);
    talks.push_back(stats::moments(rows, outcomes));
  }
  return talks;
}

/// Means over the turns that hold a behavior; no number where none does.
std::vector<double> counted(const std::vector<std::span<const Exchange>>& talks,
                            std::span<const std::size_t> drawn, const std::string& code) {
  double coded = 0, change = 0, sustain = 0, all = 0, length = 0, opens = 0, closes = 0;
  for (const std::size_t i : drawn)
    for (const Exchange& exchange : talks[i]) {
      if (!exchange.codes.contains(code)) continue;
      coded += exchange.next.talk ? 1 : 0;
      change += exchange.next.talk == Talk::change ? 1 : 0;
      sustain += exchange.next.talk == Talk::sustain ? 1 : 0;
      all += 1;
      length += exchange.next.length;
      opens += exchange.next.opens ? 1 : 0;
      closes += exchange.next.closes ? 1 : 0;
    }
  return {change / coded, sustain / coded, length / all, opens / all, closes / all};
}

}  // namespace

std::map<std::string, std::size_t> behaviors(std::span<const Exchange> exchanges,
                                             std::size_t fewest) {
  std::map<std::string, std::size_t> counts;
  for (const Exchange& exchange : exchanges)
    for (const std::string& code : exchange.codes) ++counts[code];
  std::erase_if(counts, [&](const auto& one) { return one.second < fewest; });
  return counts;
}

std::vector<Column> last_answer() {
  return {[](const Exchange& exchange) { return exchange.last.lean(); },
          [](const Exchange& exchange) { return exchange.last.length; },
          [](const Exchange& exchange) { return exchange.last.openness(); }};
}

std::vector<Estimate> within_talks(
    std::span<const Exchange> exchanges, const std::vector<Column>& columns, const Column& outcome,
    const std::function<std::vector<double>(const std::vector<double>&)>& derive) {
  const auto talks = moments_of(exchanges, columns, outcome);
  return estimate(std::vector<int>(talks.size(), 0), [&](std::span<const std::size_t> drawn) {
    stats::Moments sum;
    for (const std::size_t i : drawn) sum += talks[i];
    auto slopes = stats::least_squares(sum);
    return derive ? derive(slopes) : slopes;
  });
}

std::vector<Follow> what_follows(std::span<const Exchange> exchanges) {
  const auto talks = by_talk(exchanges);
  std::vector<Column> columns = last_answer();
  const std::size_t first = columns.size();
  const auto counts = behaviors(exchanges);
  for (const auto& [code, count] : counts)
    columns.push_back(
        [code](const Exchange& exchange) { return exchange.codes.contains(code) ? 1.0 : 0.0; });
  const auto lean = within_talks(exchanges, columns,
                                 [](const Exchange& exchange) { return exchange.next.lean(); });
  const auto length = within_talks(exchanges, columns,
                                   [](const Exchange& exchange) { return exchange.next.length; });
  const auto openness = within_talks(
      exchanges, columns, [](const Exchange& exchange) { return exchange.next.openness(); });
  const std::vector<int> one_stratum(talks.size(), 0);
  std::vector<Follow> follows;
  for (const auto& [code, count] : counts) {
    const auto means = estimate(one_stratum, [&](std::span<const std::size_t> drawn) {
      return counted(talks, drawn, code);
    });
    const std::size_t at = first + follows.size();
    follows.push_back({code, count, means[0], means[1], means[2], means[3], means[4], lean[at],
                       length[at], openness[at]});
  }
  return follows;
}

}  // namespace attune::study
