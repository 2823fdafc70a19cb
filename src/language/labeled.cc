#include "language/labeled.h"

#include <cmath>

#include "language/pack.h"
#include "language/tuning.h"

namespace attune::language {
namespace {

Features features_of(const Labeled& row, bool turn) {
  Features features;
  const Tokens tokens = tokenize(row.text);
  text_features(tokens, features);
  if (!turn) return features;
  if (!row.before) {
    turn_features(tokens, nullptr, features);
  } else {
    const Tokens before = tokenize(*row.before);
    turn_features(tokens, &before, features);
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

}  // namespace

FittedLabels fit_labels(const std::vector<Labeled>& rows, const Recipe& recipe,
                        const std::function<void(const std::string&)>& say) {
  Vocabulary words;
  for (const Labeled& row : rows) words.count(features_of(row, recipe.turn));
  words.close(recipe.least_texts);
  std::vector<Row> numbered;
  numbered.reserve(rows.size());
  for (const Labeled& row : rows) numbered.push_back(words.row(features_of(row, recipe.turn)));
  const Task task{Loss::logistic, {.cost = recipe.cost}, words.size(),
                  recipe.folds,   recipe.ratio,          recipe.rarity};
  FittedLabels fitted{ModelFile(recipe.head), {}, {}};
  fitted.held_out.assign(rows.size(), std::vector<double>(recipe.outputs));
  std::vector<Line> lines;
  for (std::size_t k = 0; k < recipe.outputs; ++k) {
    say("fitting output " + std::to_string(k + 1) + " of " + std::to_string(recipe.outputs));
    Known known;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].is[k] == kUnknown) continue;
      known.rows.push_back(numbered[i]);
      known.targets.push_back(rows[i].is[k]);
      known.folds.push_back(rows[i].group % recipe.folds);
      known.where.push_back(i);
    }
    const auto values = held_out(known.rows, known.targets, known.folds, task);
    std::vector<double> counted, targets;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!rows[known.where[i]].counted) continue;
      counted.push_back(values[i]);
      targets.push_back(known.targets[i]);
    }
    fitted.calibrations.push_back(calibrate(counted, targets));
    for (std::size_t i = 0; i < values.size(); ++i)
      fitted.held_out[known.where[i]][k] = score(fitted.calibrations.back(), values[i]);
    lines.push_back(fit_all(known.rows, known.targets, task));
  }
  fitted.model = pack(recipe.head, words, 0, lines, fitted.calibrations,
                      {.small = true, .drop_below = recipe.drop_below});
  return fitted;
}

std::vector<std::vector<double>> score_all(const std::vector<Labeled>& rows, const Linear& linear,
                                           bool turn) {
  std::vector<std::vector<double>> all;
  Linear::Rows places;
  std::vector<float> raw(linear.width());
  for (const Labeled& row : rows) {
    const Features features = features_of(row, turn);
    linear.find(features, places);
    linear.score(features, places, {}, raw);
    all.emplace_back();
    for (std::size_t k = 0; k < raw.size(); ++k)
      all.back().push_back(static_cast<double>(linear.probability(k, raw[k])));
  }
  return all;
}

}  // namespace attune::language
