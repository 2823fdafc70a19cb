#include "language/pack.h"

#include <algorithm>
#include <cmath>

namespace attune::language {
namespace {

constexpr double kLargestRoot = 127;
constexpr double kTypicalShare = 0.9995;  // of weights below what is called large

std::vector<double> sizes_of(const Line& line, std::size_t columns) {
  std::vector<double> sizes;
  for (std::size_t i = 0; i < columns; ++i) sizes.push_back(std::abs(line.weights[i]));
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

double scale_of(const std::vector<double>& sizes) {
  return sizes.empty() || sizes.back() == 0 ? 1 : sizes.back() / (kLargestRoot * kLargestRoot);
}

std::int8_t root_of(double steps) {
  const double root = std::round(std::sqrt(std::abs(steps)));
  return static_cast<std::int8_t>(std::copysign(std::min(root, kLargestRoot), steps));
}

double least_kept(const std::vector<double>& sizes, double drop_below) {
  if (sizes.empty()) return 0;
  const auto at = static_cast<std::size_t>(kTypicalShare * static_cast<double>(sizes.size() - 1));
  return 2 * sizes[at] * drop_below;
}

}  // namespace

ModelFile pack(const std::string& head, const Vocabulary& vocabulary, std::size_t dense,
               const std::vector<Line>& lines, const std::vector<Linear::Calibration>& calibrations,
               double drop_below) {
  std::vector<float> scales, bias, dense_weights, calibration;
  std::vector<double> least;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const auto sizes = sizes_of(lines[k], vocabulary.size());
    scales.push_back(static_cast<float>(scale_of(sizes)));
    least.push_back(least_kept(sizes, drop_below));
    bias.push_back(static_cast<float>(lines[k].bias));
    for (std::size_t j = 0; j < dense; ++j) {
      dense_weights.push_back(static_cast<float>(lines[k].weights[vocabulary.size() + j]));
    }
    const Linear::Calibration& c = calibrations[k];
    calibration.insert(calibration.end(), {c.slope, c.offset, c.threshold});
  }
  std::vector<std::uint32_t> keys;
  std::vector<std::int8_t> roots;
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    bool counts = false;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      counts = counts || std::abs(lines[k].weights[i]) > least[k];
    }
    if (!counts) continue;
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
