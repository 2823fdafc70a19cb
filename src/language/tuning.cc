#include "language/tuning.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/draw.h"

namespace attune::language {
namespace {

// ln((p / |p|) / (q / |q|)) of each column, p and q its smoothed sums over positive and negative
// rows.
std::vector<double> log_ratios(std::span<const Row* const> rows, std::span<const double> targets,
                               const Task& task) {
  std::vector<double> with(task.columns, task.ratio), without(task.columns, task.ratio);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<double>& sums = targets[i] > 0.5 ? with : without;
    for (const auto& [column, value] : *rows[i]) sums[column] += static_cast<double>(value);
  }
  const double all_with = std::accumulate(with.begin(), with.end(), 0.0);
  const double all_without = std::accumulate(without.begin(), without.end(), 0.0);
  std::vector<double> ratios(task.columns);
  for (std::size_t c = 0; c < task.columns; ++c)
    ratios[c] = std::log((with[c] / all_with) / (without[c] / all_without));
  return ratios;
}

// 1 + ln((1 + n) / (1 + rows with the column)), over what it is for a column of one row in fifty,
// so that a cost means about the same with it and without.
std::vector<double> rarities(std::span<const Row* const> rows, const Task& task) {
  constexpr double kUsual = 5;
  std::vector<double> with(task.columns, 1);
  for (const Row* row : rows)
    for (const auto& [column, value] : *row) ++with[column];
  for (double& count : with)
    count = (std::log((1 + static_cast<double>(rows.size())) / count) + 1) / kUsual;
  return with;
}

// Fits with the columns scaled, and gives the weights for columns as they were.
Line fit_scaled(std::span<const Row* const> rows, std::span<const double> targets,
                const Task& task) {
  std::vector<double> scales = task.rarity ? rarities(rows, task) : log_ratios(rows, targets, task);
  std::fill(scales.end() - static_cast<std::ptrdiff_t>(task.dense + task.aside), scales.end(), 1.0);
  std::vector<Row> scaled;
  scaled.reserve(rows.size());
  for (const Row* row : rows) {
    scaled.push_back(*row);
    for (auto& [column, value] : scaled.back())
      value = static_cast<float>(static_cast<double>(value) * scales[column]);
  }
  std::vector<const Row*> pointers;
  for (const Row& row : scaled) pointers.push_back(&row);
  Line line = fit_logistic(pointers, targets, task.columns, task.options);
  for (std::size_t c = 0; c < task.columns; ++c) line.weights[c] *= scales[c];
  return line;
}

Line fit_any(std::span<const Row* const> rows, std::span<const double> targets, const Task& task) {
  if (task.ratio > 0 || task.rarity) return fit_scaled(rows, targets, task);
  return task.loss == Loss::logistic ? fit_logistic(rows, targets, task.columns, task.options)
                                     : fit_regression(rows, targets, task.columns, task.options);
}

Line fit_line(std::span<const Row* const> rows, std::span<const double> targets, const Task& task) {
  Line line = fit_any(rows, targets, task);
  std::fill(line.weights.end() - static_cast<std::ptrdiff_t>(task.aside), line.weights.end(), 0.0);
  if (task.level) {
    double sum = 0;
    for (const Row* row : rows) sum += line.at(*row);
    line.bias -= sum / static_cast<double>(rows.size());
  }
  return line;
}

double sigmoid(double z) {
  return 1 / (1 + std::exp(-z));
}

// Newton's method on the log-likelihood of two parameters.
Linear::Calibration platt(std::span<const double> values, std::span<const double> targets) {
  double slope = 1;
  double offset = 0;
  for (int round = 0; round < 50; ++round) {
    double gs = 1e-3 * (slope - 1), go = 0, hss = 1e-3, hso = 0, hoo = 1e-9;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double p = sigmoid(slope * values[i] + offset);
      const double w = p * (1 - p);
      gs += (p - targets[i]) * values[i];
      go += p - targets[i];
      hss += w * values[i] * values[i];
      hso += w * values[i];
      hoo += w;
    }
    const double det = hss * hoo - hso * hso;
    if (det <= 0) break;
    const double ds = (hoo * gs - hso * go) / det;
    const double step = (hss * go - hso * gs) / det;
    slope -= std::clamp(ds, -1.0, 1.0);
    offset -= std::clamp(step, -1.0, 1.0);
    if (std::abs(ds) + std::abs(step) < 1e-9) break;
  }
  return {static_cast<float>(std::max(slope, 0.05)), static_cast<float>(offset), 0.5F};
}

// What a cut is chosen for.
enum class Aim { f1, precise, both_sides };

struct Tally {
  double both = 0, found = 0, there = 0, all = 0;
};

double worth(const Tally& t, Aim aim) {
  if (aim == Aim::precise) return 1.25 * t.both / (t.found + 0.25 * t.there);
  const double f1 = 2 * t.both / (t.found + t.there);
  if (aim == Aim::f1) return f1;
  const double left = 2 * t.all - t.found - t.there;
  return left > 0 ? f1 + 2 * (t.all - t.found - t.there + t.both) / left : f1;
}

std::vector<std::size_t> falling(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

// The raw value from which labeling is worth most, where each row counts so many times.
double best_cut(std::span<const double> values, std::span<const double> targets,
                std::span<const std::size_t> order, std::span<const int> times, Aim aim) {
  Tally tally;
  for (const std::size_t i : order) {
    tally.there += times[i] * targets[i];
    tally.all += times[i];
  }
  double best = -1, cut = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (times[order[i]] == 0) continue;
    tally.both += times[order[i]] * targets[order[i]];
    tally.found += times[order[i]];
    if (worth(tally, aim) <= best) continue;
    best = worth(tally, aim);
    const double next = i + 1 < order.size() ? values[order[i + 1]] : values[order[i]];
    cut = (values[order[i]] + next) / 2;
  }
  return cut;
}

double best_cut(std::span<const double> values, std::span<const double> targets, Aim aim) {
  return best_cut(values, targets, falling(values), std::vector<int>(values.size(), 1), aim);
}

// How often a row is drawn, about: Poisson with mean 1.
int times_drawn(std::uint64_t draw, std::size_t row) {
  const double chance = base::draw(draw, row, "cut");
  double below = 0, share = std::exp(-1.0);
  int times = 0;
  while (times < 6 && chance >= (below += share)) share /= ++times;
  return times;
}

double steady_cut(std::span<const double> values, std::span<const double> targets) {
  constexpr std::uint64_t kDraws = 30;
  const auto order = falling(values);
  std::vector<int> times(values.size());
  double sum = 0;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    for (std::size_t i = 0; i < times.size(); ++i) times[i] = times_drawn(draw, i);
    sum += best_cut(values, targets, order, times, Aim::f1);
  }
  return sum / kDraws;
}

Linear::Calibration with_threshold(Linear::Calibration calibration, double cut) {
  calibration.threshold = static_cast<float>(sigmoid(static_cast<double>(calibration.slope) * cut +
                                                     static_cast<double>(calibration.offset)));
  return calibration;
}

}  // namespace

std::vector<double> held_out(const std::vector<Row>& rows, std::span<const double> targets,
                             std::span<const int> fold_of, const Task& task) {
  std::vector<double> values(rows.size());
  for (int fold = 0; fold < task.folds; ++fold) {
    std::vector<const Row*> others;
    std::vector<double> their_targets;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (fold_of[i] == fold || std::isnan(targets[i])) continue;
      others.push_back(&rows[i]);
      their_targets.push_back(targets[i]);
    }
    const Line line = fit_line(others, their_targets, task);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (fold_of[i] == fold) values[i] = line.at(rows[i]);
    }
  }
  return values;
}

Line fit_all(const std::vector<Row>& rows, std::span<const double> targets, const Task& task) {
  std::vector<const Row*> all;
  std::vector<double> known;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::isnan(targets[i])) continue;
    all.push_back(&rows[i]);
    known.push_back(targets[i]);
  }
  return fit_line(all, known, task);
}

Linear::Calibration calibrate(std::span<const double> values, std::span<const double> targets) {
  return with_threshold(platt(values, targets), best_cut(values, targets, Aim::f1));
}

Linear::Calibration calibrate_steadily(std::span<const double> values,
                                       std::span<const double> targets) {
  return with_threshold(platt(values, targets), steady_cut(values, targets));
}

Linear::Calibration calibrate_precisely(std::span<const double> values,
                                        std::span<const double> targets) {
  return with_threshold(platt(values, targets), best_cut(values, targets, Aim::precise));
}

Linear::Calibration calibrate_choice(std::span<const double> values,
                                     std::span<const double> targets) {
  Linear::Calibration calibration = platt(values, targets);
  const double cut = best_cut(values, targets, Aim::both_sides);
  calibration.offset = static_cast<float>(-static_cast<double>(calibration.slope) * cut);
  return calibration;
}

Linear::Calibration centered(Linear::Calibration calibration) {
  const auto threshold = static_cast<double>(calibration.threshold);
  calibration.offset -= static_cast<float>(std::log(threshold / (1 - threshold)));
  calibration.threshold = 0.5F;
  return calibration;
}

void Counts::add(bool is_found, bool is_there) {
  both += is_found && is_there ? 1 : 0;
  found += is_found ? 1 : 0;
  there += is_there ? 1 : 0;
}

double Counts::f1() const {
  return found + there == 0 ? 0 : 2.0 * both / (found + there);
}
double Counts::precision() const {
  return found == 0 ? 0 : 1.0 * both / found;
}
double Counts::recall() const {
  return there == 0 ? 0 : 1.0 * both / there;
}

double pearson(std::span<const double> a, std::span<const double> b) {
  const auto n = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / n;
  const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / n;
  double aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
    ab += (a[i] - mean_a) * (b[i] - mean_b);
  }
  return aa * bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

}  // namespace attune::language
