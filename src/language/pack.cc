#include "language/pack.h"

#include <algorithm>
#include <cmath>

namespace attune::language {
namespace {

constexpr double kLargest = 32'767;
// A weight below this share of what large ones weigh changes no reading.
constexpr double kTypicalShare = 0.9995;
constexpr double kDroppedBelow = 1.0 / 150;

std::vector<double> sizes_of(const Line& line, std::size_t columns) {
  std::vector<double> sizes;
  for (std::size_t i = 0; i < columns; ++i) sizes.push_back(std::abs(line.weights[i]));
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

double scale_of(const std::vector<double>& sizes) {
  return sizes.empty() || sizes.back() == 0 ? 1 : sizes.back() / kLargest;
}

double least_kept(const std::vector<double>& sizes) {
  if (sizes.empty()) return 0;
  const auto at = static_cast<std::size_t>(kTypicalShare * static_cast<double>(sizes.size() - 1));
  return 2 * sizes[at] * kDroppedBelow;
}

}  // namespace

ModelFile pack(const std::string& head, const Vocabulary& vocabulary, std::size_t dense,
               const std::vector<Line>& lines,
               const std::vector<Linear::Calibration>& calibrations) {
  std::vector<float> scales, bias, dense_weights, calibration;
  std::vector<double> least;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const auto sizes = sizes_of(lines[k], vocabulary.size());
    scales.push_back(static_cast<float>(scale_of(sizes)));
    least.push_back(least_kept(sizes));
    bias.push_back(static_cast<float>(lines[k].bias));
    for (std::size_t j = 0; j < dense; ++j) {
      dense_weights.push_back(static_cast<float>(lines[k].weights[vocabulary.size() + j]));
    }
    const Linear::Calibration& c = calibrations[k];
    calibration.insert(calibration.end(), {c.slope, c.offset, c.threshold});
  }
  std::vector<std::uint32_t> keys;
  std::vector<std::int16_t> weights;
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    bool counts = false;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      counts = counts || std::abs(lines[k].weights[i]) > least[k];
    }
    if (!counts) continue;
    keys.push_back(vocabulary.keys()[i]);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      const double steps = std::round(lines[k].weights[i] / static_cast<double>(scales[k]));
      weights.push_back(static_cast<std::int16_t>(std::clamp(steps, -kLargest, kLargest)));
    }
  }
  ModelFile file(head);
  file.put("keys", keys);
  file.put("weights", weights);
  file.put("scales", scales);
  file.put("bias", bias);
  file.put("dense", dense_weights);
  file.put("calibration", calibration);
  return file;
}

}  // namespace attune::language
