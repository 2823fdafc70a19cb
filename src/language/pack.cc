#include "language/pack.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::language {
namespace {

constexpr double kLargestRoot = 127;

double scale_of(const Line& line, std::size_t columns) {
  double largest = 0;
  for (std::size_t i = 0; i < columns; ++i) largest = std::max(largest, std::abs(line.weights[i]));
  return largest == 0 ? 1 : largest / (kLargestRoot * kLargestRoot);
}

std::int8_t root_of(double steps) {
  const double root = std::round(std::sqrt(std::abs(steps)));
  return static_cast<std::int8_t>(std::copysign(std::min(root, kLargestRoot), steps));
}

// The columns that move the values of any output most, in order.
std::vector<std::size_t> kept(const Vocabulary& vocabulary, const std::vector<Line>& lines,
                              std::size_t most) {
  std::vector<std::pair<double, std::size_t>> moves;
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    double weight = 0;
    for (const Line& line : lines) weight = std::max(weight, std::abs(line.weights[i]));
    if (weight > 0) moves.emplace_back(-weight * vocabulary.reach()[i], i);
  }
  std::sort(moves.begin(), moves.end());
  if (moves.size() > most) moves.resize(most);
  std::vector<std::size_t> columns;
  for (const auto& [move, column] : moves) columns.push_back(column);
  std::sort(columns.begin(), columns.end());
  return columns;
}

}  // namespace

ModelFile pack(const std::string& head, const Vocabulary& vocabulary, std::size_t dense,
               const std::vector<Line>& lines, const std::vector<Linear::Calibration>& calibrations,
               std::size_t most) {
  std::vector<float> scales, bias, dense_weights, calibration;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    scales.push_back(static_cast<float>(scale_of(lines[k], vocabulary.size())));
    bias.push_back(static_cast<float>(lines[k].bias));
    for (std::size_t j = 0; j < dense; ++j) {
      dense_weights.push_back(static_cast<float>(lines[k].weights[vocabulary.size() + j]));
    }
    const Linear::Calibration& c = calibrations[k];
    calibration.insert(calibration.end(), {c.slope, c.offset, c.threshold});
  }
  std::vector<std::uint32_t> keys;
  std::vector<std::int8_t> roots;
  for (const std::size_t i : kept(vocabulary, lines, most)) {
    keys.push_back(vocabulary.keys()[i]);
    for (std::size_t k = 0; k < lines.size(); ++k)
      roots.push_back(root_of(lines[k].weights[i] / static_cast<double>(scales[k])));
  }
  ModelFile file(head);
  file.put("keys", keys);
  file.put("roots", roots);
  file.put("scales", scales);
  file.put("bias", bias);
  file.put("dense", dense_weights);
  file.put("calibration", calibration);
  return file;
}

}  // namespace attune::language
