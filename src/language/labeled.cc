#include "language/labeled.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <thread>

#include "language/earlier.h"
#include "language/pack.h"
#include "language/spoken.h"
#include "language/tuning.h"

namespace attune::language {
namespace {

Features features_of(const Labeled& row, const Spelling& spelling,
                     std::optional<conversation::Speaker> side) {
  Features features;
  Tokens tokens = spelling.tokens(row.text);
  if (row.bare) tokens = without_marks(tokens);
  text_features(tokens, features);
  if (!side) return features;
  std::optional<Tokens> other;
  if (row.before) other = spelling.tokens(*row.before);
  const Tokens* before = other ? &*other : nullptr;
  turn_features(tokens, before, features);
  if (*side == conversation::Speaker::supporter) {
    const std::vector<std::string_view> earlier(row.earlier.begin(), row.earlier.end());
    added_features(Spoken(tokens).wording(), earlier, features);
  } else {
    Past past;
    take_past(row.talk, past);
    answer_features(past, features);
  }
  return features;
}

struct Known {
  std::vector<Row> rows;
  std::vector<double> targets;
  std::vector<int> folds;
  std::vector<std::size_t> where;
};

double score(const Linear::Calibration& c, double value) {
  return 1 /
         (1 + std::exp(-(static_cast<double>(c.slope) * value + static_cast<double>(c.offset))));
}

Linear::Calibration calibration_of(Cut cut, std::span<const double> values,
                                   std::span<const double> targets) {
  switch (cut) {
    case Cut::choice:
      return calibrate_choice(values, targets);
    case Cut::precise:
      return calibrate_precisely(values, targets);
    case Cut::f1:
      break;
  }
  return calibrate(values, targets);
}

}  // namespace

namespace {

struct Numbered {
  std::vector<Row> rows;
  std::size_t words = 0, dense = 0;  ///< columns
  std::size_t aside = 0;             ///< further columns, of what may have swayed the labels

  [[nodiscard]] std::size_t columns() const { return words + dense; }
};

void fit_output(const std::vector<Labeled>& rows, const Numbered& numbered, const Recipe& recipe,
                std::size_t k, FittedLabels& fitted) {
  const Output& output = recipe.outputs[k];
  const std::size_t aside = output.aside ? numbered.aside : 0;
  const Task task{.options = {.cost = output.cost},
                  .columns = numbered.columns() + aside,
                  .folds = recipe.folds,
                  .ratio = output.ratio,
                  .rarity = output.rarity,
                  .dense = numbered.dense,
                  .aside = aside,
                  .level = output.level};
  Known known;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].is[k] == kUnknown) continue;
    known.rows.push_back(numbered.rows[i]);
    if (output.aside)
      for (const std::uint32_t each : rows[i].aside)
        known.rows.back().emplace_back(static_cast<std::uint32_t>(numbered.columns()) + each, 1.0F);
    known.targets.push_back(rows[i].is[k] == kScored ? std::numeric_limits<double>::quiet_NaN()
                                                     : rows[i].is[k]);
    known.folds.push_back(rows[i].group % recipe.folds);
    known.where.push_back(i);
  }
  const auto values = held_out(known.rows, known.targets, known.folds, task);
  std::vector<double> counted, targets;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(known.targets[i])) continue;
    if (!output.count_all && !rows[known.where[i]].counted) continue;
    counted.push_back(values[i]);
    targets.push_back(known.targets[i]);
  }
  fitted.calibrations[k] = calibration_of(output.cut, counted, targets);
  for (std::size_t i = 0; i < values.size(); ++i) fitted.values[known.where[i]][k] = values[i];
  fitted.lines[k] = fit_all(known.rows, known.targets, task);
  fitted.lines[k].weights.resize(numbered.columns());  // what swayed is forgotten
}

}  // namespace

FittedLabels fit_labels(const std::vector<Labeled>& rows, const Recipe& recipe,
                        const Spelling& spelling,
                        const std::function<void(const std::string&)>& say) {
  FittedLabels fitted;
  for (const Labeled& row : rows) fitted.words.count(features_of(row, spelling, recipe.side));
  fitted.words.close(recipe.least_texts);
  Numbered numbered{{}, fitted.words.size(), rows.empty() ? 0 : rows[0].dense.size(), 0};
  numbered.rows.reserve(rows.size());
  for (const Labeled& row : rows) {
    numbered.rows.push_back(fitted.words.row(features_of(row, spelling, recipe.side)));
    for (std::size_t j = 0; j < numbered.dense; ++j)
      numbered.rows.back().emplace_back(static_cast<std::uint32_t>(numbered.words + j),
                                        row.dense[j]);
    for (const std::uint32_t each : row.aside)
      numbered.aside = std::max<std::size_t>(numbered.aside, each + 1);
  }
  const std::size_t count = recipe.outputs.size();
  fitted.lines.resize(count);
  fitted.calibrations.resize(count);
  fitted.values.assign(rows.size(), std::vector<double>(count));
  std::atomic<std::size_t> next{0};
  std::mutex saying;
  const auto work = [&] {
    for (std::size_t k = next++; k < count; k = next++) {
      fit_output(rows, numbered, recipe, k, fitted);
      const std::scoped_lock lock(saying);
      say("fitted output " + std::to_string(k + 1) + " of " + std::to_string(count));
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(work);
  work();
  threads.clear();
  return fitted;
}

std::vector<double> FittedLabels::scores(std::size_t row) const {
  std::vector<double> all;
  for (std::size_t k = 0; k < calibrations.size(); ++k)
    all.push_back(score(calibrations[k], values[row][k]));
  return all;
}

ModelFile packed(const FittedLabels& fitted, const Recipe& recipe) {
  const std::size_t dense = fitted.lines.front().weights.size() - fitted.words.size();
  return pack(recipe.head, fitted.words, dense, fitted.lines, fitted.calibrations, recipe.most);
}

std::size_t top_of(const std::vector<double>& scores,
                   const std::vector<Linear::Calibration>& calibrations, std::size_t classes) {
  const auto over = [&](std::size_t k) {
    return scores[k] / static_cast<double>(calibrations[k].threshold);
  };
  std::size_t best = 0;
  for (std::size_t k = 1; k < classes; ++k)
    if (over(k) > over(best)) best = k;
  return best;
}

namespace {

double macro_of_tops(const std::vector<Labeled>& rows, std::size_t classes,
                     const FittedLabels& fitted) {
  std::vector<Counts> counts(classes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].counted) continue;
    const std::size_t found = top_of(fitted.scores(i), fitted.calibrations, classes);
    for (std::size_t k = 0; k < classes; ++k) counts[k].add(found == k, rows[i].is[k] == 1);
  }
  double sum = 0;
  for (const Counts& each : counts) sum += each.f1();
  return sum;
}

}  // namespace

void tune_tops(const std::vector<Labeled>& rows, std::size_t classes, FittedLabels& fitted) {
  double best = macro_of_tops(rows, classes, fitted);
  for (const float factor : {1.3F, 1 / 1.3F, 1.1F, 1 / 1.1F, 1.05F, 1 / 1.05F}) {
    for (std::size_t k = 0; k + 1 < classes; ++k) {
      for (int steps = 0; steps < 4; ++steps) {
        float& threshold = fitted.calibrations[k].threshold;
        const float before = threshold;
        threshold *= factor;
        const double macro = macro_of_tops(rows, classes, fitted);
        if (macro <= best) {
          threshold = before;
          break;
        }
        best = macro;
      }
    }
  }
}

std::vector<std::vector<double>> score_all(const std::vector<Labeled>& rows, const Linear& linear,
                                           const Spelling& spelling) {
  std::vector<std::vector<double>> all;
  Linear::Hits hits;
  std::vector<float> raw(linear.width());
  for (const Labeled& row : rows) {
    const Features features = features_of(row, spelling, std::nullopt);
    linear.find(features, hits);
    linear.score(features, hits, {}, raw);
    all.emplace_back();
    for (std::size_t k = 0; k < raw.size(); ++k)
      all.back().push_back(static_cast<double>(linear.probability(k, raw[k])));
  }
  return all;
}

Outcomes above_threshold(const std::vector<Labeled>& rows,
                         const std::vector<std::vector<double>>& scores, const Linear& linear) {
  Outcomes outcomes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    outcomes.group.push_back(static_cast<int>(i));
    outcomes.found.emplace_back();
    outcomes.there.emplace_back();
    for (std::size_t k = 0; k < linear.width(); ++k) {
      const auto threshold = static_cast<double>(linear.calibration(k).threshold);
      outcomes.found.back().push_back(scores[i][k] >= threshold);
      outcomes.there.back().push_back(rows[i].is[k] == 1);
    }
  }
  return outcomes;
}

}  // namespace attune::language
