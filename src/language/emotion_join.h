#pragma once

#include <array>
#include <span>
#include <vector>

#include "base/result.h"
#include "conversation/reading.h"
#include "language/model_file.h"
#include "language/net.h"
#include "language/tokens.h"

/// How the emotion head's linear part, its net over words and the fine head become one.
namespace attune::language {

/// Emotions, fine emotions.
inline constexpr std::size_t kNetEmotions = conversation::kEmotions + conversation::kFineEmotions;
/// And last, whether somebody in distress speaks, rather than an open forum: the two use the same
/// words for other feelings.
inline constexpr std::size_t kNetOutputs = kNetEmotions + 1;
/// The linear part's raw values and the same as chances; the fine head's; the net's emotions, each
/// by how likely somebody in distress speaks, each as a chance, for what is nearly certain says
/// little more than what is certain; then how likely distress is.
inline constexpr std::size_t kJoined =
    2 * conversation::kEmotions + conversation::kFineEmotions + 3 * kNetEmotions + 1;
/// Width of the layer that joins them. Chosen by cross-validation.
inline constexpr std::size_t kJoinWidth = 64;

/// Raw values of a text: `kEmotions`, `kFineEmotions` and `kNetOutputs` of them.
struct EmotionValues {
  std::span<const float> line, fine, net;
};

/// `inputs` has `kJoined` places.
void join_inputs(const EmotionValues& values, std::span<float> inputs);

/// The join as it is stored (docs/formats/model.md): an emotion is `out_bias`, the inputs by `past`
/// and what of the joining layer is above zero by `out`.
struct JoinNumbers {
  std::vector<float> hidden;       ///< [kJoined][kJoinWidth]
  std::vector<float> hidden_bias;  ///< [kJoinWidth]
  std::vector<float> out;          ///< [kJoinWidth][kEmotions]
  std::vector<float> past;         ///< [kJoined][kEmotions]
  std::vector<float> out_bias;     ///< [kEmotions]

  /// `out` has `kEmotions` places.
  void read(std::span<const float> inputs, std::span<float> out) const;
  void put_into(ModelFile& file) const;
  /// `invalid` where arrays are missing or do not fit.
  [[nodiscard]] static base::Result<JoinNumbers> of(const ModelFile& file);
};

/// Both nets of an emotion model. Immutable, so thread-safe.
class EmotionJoin {
 public:
  /// `invalid` where one of them is missing or does not fit.
  [[nodiscard]] static base::Result<EmotionJoin> open(const ModelFile& emotion);

  /// Raw values of the emotions of a text, from those of the linear part and of the fine head.
  [[nodiscard]] std::array<float, conversation::kEmotions> read(const Tokens& tokens,
                                                                std::span<const float> line,
                                                                std::span<const float> fine) const;

 private:
  Net net_;
  JoinNumbers join_;
};

}  // namespace attune::language
