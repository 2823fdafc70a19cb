#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/turn.h"
#include "language/figures.h"
#include "language/linear.h"
#include "language/model_file.h"
#include "language/solver.h"
#include "language/spelling.h"
#include "language/vocabulary.h"

/// The trainer that most heads share: texts with what is known of them, to one line per output.
namespace attune::language {

/// A text with what is known of it.
struct Labeled {
  std::string text;
  std::optional<std::string> before;  ///< the other side's last turn
  std::vector<std::int8_t> is;        ///< of each output: 1, 0, kUnknown or kScored
  int group = 0;        ///< rows of one group are held out together; those of -1 never are
  bool counted = true;  ///< calibration and thresholds rest on it
  bool bare = false;    ///< read without its marks, as typed in a hurry
  /// Of a supporter's turn, the client's before it, as `kEarlier` has them.
  std::vector<std::string> earlier;
  std::vector<conversation::Turn> talk;  ///< of a client's turn, all before it
  std::vector<float> dense;              ///< further inputs, as many of every row
  std::vector<std::uint32_t> aside;      ///< numbers of what may have swayed its labels (Task)
};
inline constexpr std::int8_t kUnknown = -1;
inline constexpr std::int8_t kScored =
    -2;  ///< unknown, and its held-out score is wanted all the same

/// Where an output's threshold goes: where F1 is best; where F0.5 is, for what should rather be
/// missed than given wrongly; or one half, for "one kind or the other".
enum class Cut { f1, precise, choice };

struct Output {
  double cost = 1;      ///< of liblinear
  double ratio = 0;     ///< as in Task
  bool rarity = false;  ///< as in Task
  Cut cut = Cut::f1;
  bool count_all = false;  ///< calibration rests on every row that is known
  bool aside = false;      ///< what may have swayed the labels is set aside
  bool level = false;      ///< as in Task
};

struct Recipe {
  std::string head;
  std::vector<Output> outputs;
  int least_texts = 3;
  int folds = 5;
  std::size_t most = 0;  ///< features kept, as in `pack`
  /// How a turn is built and what it takes up count too, and what a turn of this side owes to what
  /// was said before it.
  std::optional<conversation::Speaker> side;
};

struct FittedLabels {
  Vocabulary words;
  std::vector<Line> lines;
  std::vector<Linear::Calibration> calibrations;
  /// Of each row, each output's value by lines fitted to the other groups; 0 where it is unknown.
  std::vector<std::vector<double>> values;

  /// The same of one row as calibrated scores.
  [[nodiscard]] std::vector<double> scores(std::size_t row) const;
};

/// Fits and calibrates. `say` is told each step. Equal rows and recipe give equal numbers.
[[nodiscard]] FittedLabels fit_labels(const std::vector<Labeled>& rows, const Recipe& recipe,
                                      const Spelling& spelling,
                                      const std::function<void(const std::string&)>& say);

[[nodiscard]] ModelFile packed(const FittedLabels& fitted, const Recipe& recipe);

/// Of the first `classes` outputs, of which one is true of a row, that whose score is most beside
/// its threshold.
[[nodiscard]] std::size_t top_of(const std::vector<double>& scores,
                                 const std::vector<Linear::Calibration>& calibrations,
                                 std::size_t classes);

/// Moves the thresholds of those outputs to where the held-out macro-F1 of `top_of` over the
/// counted rows is best. The last keeps its own.
void tune_tops(const std::vector<Labeled>& rows, std::size_t classes, FittedLabels& fitted);

/// Scores of each text by a packed model, [text][output].
[[nodiscard]] std::vector<std::vector<double>> score_all(const std::vector<Labeled>& rows,
                                                         const Linear& linear,
                                                         const Spelling& spelling);

/// Of each row, which outputs are at or above their thresholds, and which are true; each row is a
/// group of its own.
[[nodiscard]] Outcomes above_threshold(const std::vector<Labeled>& rows,
                                       const std::vector<std::vector<double>>& scores,
                                       const Linear& linear);

}  // namespace attune::language
