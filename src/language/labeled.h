#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/linear.h"
#include "language/model_file.h"

/// The trainer that most heads share: texts with what is known of them, to one line per output.
namespace attune::language {

/// A text with what is known of it.
struct Labeled {
  std::string text;
  std::optional<std::string> before;  ///< the other side's last turn
  std::vector<std::int8_t> is;        ///< of each output: 1, 0, or kUnknown
  int group = 0;                      ///< rows of one group are held out together
  bool counted = true;                ///< calibration and thresholds rest on it
};
inline constexpr std::int8_t kUnknown = -1;

struct Recipe {
  std::string head;
  std::size_t outputs = 1;
  double cost = 1;      ///< of liblinear
  double ratio = 0;     ///< as in Task
  bool rarity = false;  ///< as in Task
  int least_texts = 3;
  int folds = 5;
  double drop_below = 1.0 / 150;  ///< as in Packing
  bool turn = false;              ///< how a turn is built, and what it takes up, count too
};

struct FittedLabels {
  ModelFile model;
  std::vector<Linear::Calibration> calibrations;
  /// Of each row, each output's score by lines fitted to the other groups; 0 where it is unknown.
  std::vector<std::vector<double>> held_out;
};

/// Fits, calibrates and packs. `say` is told each step. Equal rows and recipe give equal bytes.
[[nodiscard]] FittedLabels fit_labels(const std::vector<Labeled>& rows, const Recipe& recipe,
                                      const std::function<void(const std::string&)>& say);

/// Scores of each text by a packed model, [text][output].
[[nodiscard]] std::vector<std::vector<double>> score_all(const std::vector<Labeled>& rows,
                                                         const Linear& linear, bool turn);

}  // namespace attune::language
