#include <algorithm>

#include "language/corpora.h"
#include "language/pack.h"
#include "language/train_heads.h"
#include "language/tuning.h"
#include "stats/bootstrap.h"

namespace attune::language {
namespace {

constexpr double kCost = 0.3;
constexpr int kLeastTexts = 2;
constexpr int kDraws = 1'000;
// EmoBank's marks crowd round the middle; liblinear's epsilon suits values of about one.
constexpr double kStretch = 4;
// Keeps the emotions' raw values in the range of the other features.
constexpr float kDenseScale = 0.3F;

struct Prepared {
  Features features;
  std::vector<float> emotions;
};

Prepared prepare(const std::string& text, const Linear& emotion) {
  Prepared prepared;
  text_features(tokenize(text), prepared.features);
  Linear::Rows rows;
  emotion.find(prepared.features, rows);
  prepared.emotions.resize(emotion.width());
  emotion.score(prepared.features, rows, {}, prepared.emotions);
  return prepared;
}

Row row_of(const Prepared& prepared, const Vocabulary& words) {
  Row row = words.row(prepared.features);
  for (std::size_t j = 0; j < prepared.emotions.size(); ++j) {
    row.emplace_back(static_cast<std::uint32_t>(words.size() + j),
                     prepared.emotions[j] * kDenseScale);
  }
  return row;
}

double value_of(const AffectExample& example, Affect affect) {
  return affect == Affect::valence ? example.valence : example.arousal;
}

// Fits the training part; dense weights are given back for unscaled inputs.
Line fit_part(const std::vector<Row>& rows, const std::vector<double>& targets,
              const Vocabulary& words, std::size_t dense) {
  const Task task{Loss::regression, {.cost = kCost}, words.size() + dense, 0};
  Line line = fit_all(rows, targets, task);
  for (std::size_t j = 0; j < dense; ++j) {
    line.weights[words.size() + j] *= static_cast<double>(kDenseScale);
  }
  return line;
}

void measure(const std::vector<Prepared>& dev, const std::vector<double>& targets,
             const Linear& linear, FullCard& card) {
  std::vector<double> values;
  Linear::Rows rows;
  for (const Prepared& prepared : dev) {
    float raw = 0;
    linear.find(prepared.features, rows);
    linear.score(prepared.features, rows, prepared.emotions, {&raw, 1});
    values.push_back(static_cast<double>(raw));
  }
  const auto correlation = [&](std::span<const std::size_t> drawn) {
    std::vector<double> a, b;
    for (const std::size_t i : drawn) {
      a.push_back(values[i]);
      b.push_back(targets[i]);
    }
    return pearson(a, b);
  };
  const auto interval =
      stats::bootstrap(std::vector<int>(values.size(), 0), correlation, kDraws, 1);
  card.figures.push_back({card.head, "Pearson r", pearson(values, targets), interval.low,
                          interval.high, static_cast<int>(values.size()),
                          "EmoBank dev, sentences of news, fiction, letters and blogs"});
}

FullCard blank_card(const Training& training, Affect affect) {
  FullCard card;
  card.head = affect == Affect::valence ? "valence" : "arousal";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = {"EmoBank (Buechel and Hahn, EACL 2017), CC BY-SA 4.0, official train split",
               "the emotion head's values (GoEmotions, Apache-2.0)"};
  card.known_failures = {
      "Trained on news, fiction, letters and blogs, not on people in distress.",
      "Marks crowd round the middle, so extreme feelings read milder than they are.",
      "Negation over more than a few words is missed."};
  if (affect == Affect::arousal) {
    card.known_failures.push_back("Arousal is hard to read from text; people agree little on it.");
  }
  card.not_for = {"Screening, diagnosing or monitoring real people.",
                  "Saying what someone feels: it says how the words read."};
  return card;
}

}  // namespace

base::Result<Trained> train_affect(const Training& training, Affect affect) {
  const auto examples = load_emobank(training.data);
  if (!examples) return tl::unexpected(examples.error());
  const auto file = ModelFile::load(training.models / "emotion.bin", "emotion");
  if (!file) return tl::unexpected(base::wrap("train emotion first", file.error()));
  const auto emotion = Linear::open(*file);
  if (!emotion) return tl::unexpected(emotion.error());
  Vocabulary words;
  std::vector<Prepared> train, dev;
  std::vector<double> train_targets, dev_targets;
  for (const auto& example : *examples) {
    Prepared prepared = prepare(example.text, *emotion);
    if (!example.dev) words.count(prepared.features);
    (example.dev ? dev : train).push_back(std::move(prepared));
    const double value = value_of(example, affect);
    (example.dev ? dev_targets : train_targets).push_back(example.dev ? value : value * kStretch);
  }
  words.close(kLeastTexts);
  std::vector<Row> rows;
  for (const Prepared& prepared : train) rows.push_back(row_of(prepared, words));
  const Line line = fit_part(rows, train_targets, words, emotion->width());
  const Linear::Calibration calibration{static_cast<float>(1 / kStretch), 0, 0};
  FullCard card = blank_card(training, affect);
  Trained trained{pack(card.head, words, emotion->width(), {line}, {calibration}), card};
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  measure(dev, dev_targets, *linear, trained.card);
  return trained;
}

}  // namespace attune::language
