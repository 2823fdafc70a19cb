#include "language/pack.h"

#include <algorithm>
#include <cmath>

namespace attune::language {
namespace {

// Rare large weights are cut off, so that the many small ones keep their precision.
constexpr double kCutShare = 0.9995;

double scale_of(const Line& line, std::size_t columns) {
  std::vector<double> sizes;
  for (std::size_t i = 0; i < columns; ++i) sizes.push_back(std::abs(line.weights[i]));
  if (sizes.empty()) return 1;
  const auto at = static_cast<std::ptrdiff_t>(kCutShare * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
  const double largest = 2 * sizes[static_cast<std::size_t>(at)];
  return largest > 0 ? largest / 127 : 1;
}

std::int8_t to_byte(double weight, double scale) {
  return static_cast<std::int8_t>(std::clamp(std::round(weight / scale), -127.0, 127.0));
}

}  // namespace

ModelFile pack(const std::string& head, const Vocabulary& vocabulary, std::size_t dense,
               const std::vector<Line>& lines,
               const std::vector<Linear::Calibration>& calibrations) {
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
  std::vector<std::int8_t> weights;
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    std::vector<std::int8_t> row;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      row.push_back(to_byte(lines[k].weights[i], static_cast<double>(scales[k])));
    }
    if (std::all_of(row.begin(), row.end(), [](std::int8_t w) { return w == 0; })) continue;
    keys.push_back(vocabulary.keys()[i]);
    weights.insert(weights.end(), row.begin(), row.end());
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
