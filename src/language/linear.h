#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "language/features.h"
#include "language/model_file.h"

namespace attune::language {

/// A trained linear map from features, and a few dense inputs, to `width()` outputs.
///
class KeyIndex;

/// Weights are 16-bit numbers, a row a feature key; unknown features weigh nothing.
/// docs/formats/model.md lists the arrays. Immutable, so thread-safe.
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
  void find(const Features& features, Rows& rows) const;

  /// Keys of the features that it knows, in the order of its rows.
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return keys_; }

  /// Raw values; `out` has `width()` places, `dense` has `dense_inputs()`.
  void score(const Features& features, const Rows& rows, std::span<const float> dense,
             std::span<float> out) const;

  /// What feature `i` adds to `output`.
  [[nodiscard]] float part(const Features& features, const Rows& rows, std::size_t i,
                           std::size_t output) const;

  [[nodiscard]] float probability(std::size_t output, float raw) const;

 private:
  friend class KeyIndex;

  std::unique_ptr<KeyIndex> index_;  ///< none with a shared lookup
  std::vector<std::uint32_t> keys_;
  std::vector<std::int16_t> weights_;
  std::vector<float> scales_;
  std::vector<float> bias_;
  std::vector<float> dense_;
  std::vector<Calibration> calibrations_;
};

/// Where features stand in several models, found in one step for all of them.
class KeyIndex {
 public:
  explicit KeyIndex(std::span<const Linear* const> models);

  /// A place for each feature from `places.size()` on, -1 when no model knows it.
  void find(const Features& features, Linear::Rows& places) const;
  [[nodiscard]] std::int32_t place_of(std::uint32_t key) const;

  /// The rows of one model at those places, -1 where it does not know the feature.
  void rows(std::size_t model, const Linear::Rows& places, Linear::Rows& rows) const;
  [[nodiscard]] bool knows(std::size_t model, std::uint32_t key) const;

 private:
  std::size_t models_ = 0;
  int shift_ = 0;
  std::vector<std::uint32_t> keys_;   ///< ascending; a key's number is its place
  std::vector<std::uint32_t> parts_;  ///< where the keys with these first bits begin
  std::vector<std::int32_t> rows_;    ///< [place][model]
};

}  // namespace attune::language
