#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/features.h"
#include "language/model_file.h"

namespace attune::language {

class KeyIndex;

/// A weight by its signed square root.
[[nodiscard]] inline float weight_of(std::int8_t root) {
  const auto value = static_cast<float>(root);
  return value * std::abs(value);
}

/// A trained linear map from features, and a few dense inputs, to `width()` outputs.
///
/// Weights are signed square roots of one byte, a row a feature key; unknown features weigh
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

  /// A feature that the table knows, by its number among the features, and its row there.
  struct Hit {
    std::uint32_t feature;
    std::uint32_t row;
  };
  using Hits = std::vector<Hit>;

  Linear();
  Linear(Linear&&) noexcept;
  Linear& operator=(Linear&&) noexcept;
  ~Linear();

  /// Whether a model looks features up by itself, or a `KeyIndex` does so for several at once.
  enum class Lookup { own, shared };

  [[nodiscard]] static base::Result<Linear> open(const ModelFile& file,
                                                 Lookup lookup = Lookup::own);

  [[nodiscard]] std::size_t width() const { return bias_.size(); }
  [[nodiscard]] std::size_t dense_inputs() const { return dense_.size() / width(); }
  [[nodiscard]] const Calibration& calibration(std::size_t output) const {
    return calibrations_[output];
  }

  /// With a lookup of its own alone.
  void find(const Features& features, Hits& hits) const;

  /// Keys of the features that it knows, in the order of its rows.
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return keys_; }

  /// Raw values; `out` has `width()` places, `dense` has `dense_inputs()`.
  void score(const Features& features, const Hits& hits, std::span<const float> dense,
             std::span<float> out) const;

  /// What the feature of a hit adds to `output`.
  [[nodiscard]] float part(const Features& features, const Hit& hit, std::size_t output) const {
    return features[hit.feature].value * weight_of(row(hit.row)[output]) * scales_[output];
  }

  [[nodiscard]] float probability(std::size_t output, float raw) const;

 private:
  friend class KeyIndex;

  std::unique_ptr<KeyIndex> index_;  ///< none with a shared lookup
  std::vector<std::uint32_t> keys_;
  struct alignas(64) Line {
    std::array<std::int8_t, 64> bytes;
  };
  [[nodiscard]] const std::int8_t* row(std::size_t number) const {
    return lines_.front().bytes.data() + number * stride_;
  }

  std::size_t stride_ = 0;   ///< bytes a row, of which the first `width()` are outputs
  std::vector<Line> lines_;  ///< the rows; none lies in more cache lines than it must
  std::vector<float> scales_;
  std::vector<float> bias_;
  std::vector<float> dense_;
  std::vector<Calibration> calibrations_;
};

/// Where features stand in several models, eight at most, found in one step for all of them.
class KeyIndex {
 public:
  explicit KeyIndex(std::span<const Linear* const> models);

  /// Adds the features from number `from` on that any model knows, each with its place.
  void find(const Features& features, std::size_t from, Linear::Hits& places) const;
  [[nodiscard]] std::int32_t place_of(std::uint32_t key) const;

  /// Of those places the ones that one model knows, with its rows.
  void hits(std::size_t model, const Linear::Hits& places, Linear::Hits& hits) const;
  [[nodiscard]] bool knows(std::size_t model, std::uint32_t key) const;

 private:
  static constexpr std::size_t kModels = 8;
  using Row = std::uint16_t;
  static constexpr Row kNone = 0xFFFF;

  int shift_ = 0;
  std::vector<std::uint32_t> keys_;             ///< ascending; a key's number is its place
  std::vector<std::uint32_t> parts_;            ///< where the keys with these first bits begin
  std::vector<std::array<Row, kModels>> rows_;  ///< of each key in each model
};

}  // namespace attune::language
