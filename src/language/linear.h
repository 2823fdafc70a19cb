#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/features.h"
#include "language/model_file.h"

namespace attune::language {

/// A trained linear map from features, and a few dense inputs, to `width()` outputs.
///
/// Weights are 16-bit numbers in a table that is looked up by feature key; unknown features weigh
/// nothing. docs/formats/model.md lists the arrays. Immutable, so thread-safe.
class Linear {
 public:
  /// How an output's raw value becomes a score: 1 / (1 + exp(-(slope * z + offset))), or, for a
  /// regression, slope * z + offset. `threshold` is on the score.
  struct Calibration {
    float slope = 1;
    float offset = 0;
    float threshold = 0.5F;
  };

  /// Row of each feature in the table, -1 when unknown; filled by `find`, used by the others.
  using Rows = std::vector<std::int32_t>;

  [[nodiscard]] static base::Result<Linear> open(const ModelFile& file);

  [[nodiscard]] std::size_t width() const { return bias_.size(); }
  [[nodiscard]] std::size_t dense_inputs() const { return dense_.size() / width(); }
  [[nodiscard]] const Calibration& calibration(std::size_t output) const {
    return calibrations_[output];
  }

  void find(const Features& features, Rows& rows) const;
  [[nodiscard]] bool knows(std::uint32_t key) const { return row_of(key) >= 0; }

  /// Raw values; `out` has `width()` places, `dense` has `dense_inputs()`.
  void score(const Features& features, const Rows& rows, std::span<const float> dense,
             std::span<float> out) const;

  /// What feature `i` adds to `output`.
  [[nodiscard]] float part(const Features& features, const Rows& rows, std::size_t i,
                           std::size_t output) const;

  [[nodiscard]] float probability(std::size_t output, float raw) const;

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::int32_t row = -1;
  };
  [[nodiscard]] std::int32_t row_of(std::uint32_t key) const;
  void build_slots(const std::vector<std::uint32_t>& keys);

  std::vector<Slot> slots_;
  std::vector<std::int16_t> weights_;
  std::vector<float> scales_;
  std::vector<float> bias_;
  std::vector<float> dense_;
  std::vector<Calibration> calibrations_;
};

}  // namespace attune::language
