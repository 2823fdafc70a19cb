#include <algorithm>
#include <cmath>

#include "language/corpora.h"
#include "language/pack.h"
#include "language/train_heads.h"
#include "language/tuning.h"
#include "stats/bootstrap.h"

namespace attune::language {
namespace {

using conversation::kEmotions;

// Chosen by cross-validation on the training part; liblinear's C. More gains nothing.
constexpr double kCost = 1.5;
constexpr int kLeastTexts = 3;
constexpr int kFolds = 3;
constexpr int kDraws = 1'000;

Features features_of(const std::string& text) {
  Features features;
  text_features(tokenize(text), features);
  return features;
}

std::vector<double> targets_of(const std::vector<EmotionExample>& examples, std::size_t k) {
  std::vector<double> targets;
  for (const auto& example : examples) targets.push_back(example.emotions[k] ? 1 : 0);
  return targets;
}

std::vector<Row> rows_of(const std::vector<EmotionExample>& examples, const Vocabulary& words) {
  std::vector<Row> rows;
  for (const auto& example : examples) rows.push_back(words.row(features_of(example.text)));
  return rows;
}

// What the packed model finds in the held-out rows: [example][emotion].
using Found = std::vector<std::array<bool, kEmotions>>;

enum class Pick { above_threshold, top };

Found find_in(const std::vector<EmotionExample>& examples, const Linear& linear, Pick pick) {
  Found found;
  Linear::Rows rows;
  std::array<float, kEmotions> raw{};
  for (const auto& example : examples) {
    const Features features = features_of(example.text);
    linear.find(features, rows);
    linear.score(features, rows, {}, raw);
    std::array<float, kEmotions> scores{};
    for (std::size_t k = 0; k < kEmotions; ++k) scores[k] = linear.probability(k, raw[k]);
    const float top = *std::max_element(scores.begin(), scores.end());
    found.emplace_back();
    for (std::size_t k = 0; k < kEmotions; ++k) {
      const float least = pick == Pick::top ? top : linear.calibration(k).threshold;
      found.back()[k] = scores[k] >= least;
    }
  }
  return found;
}

std::array<Counts, kEmotions> count(const std::vector<EmotionExample>& examples, const Found& found,
                                    std::span<const std::size_t> chosen) {
  std::array<Counts, kEmotions> counts;
  for (const std::size_t i : chosen) {
    for (std::size_t k = 0; k < kEmotions; ++k) counts[k].add(found[i][k], examples[i].emotions[k]);
  }
  return counts;
}

double macro(const std::array<Counts, kEmotions>& counts) {
  double sum = 0;
  for (const Counts& each : counts) sum += each.f1();
  return sum / static_cast<double>(kEmotions);
}

struct Measure {
  std::string name;
  Pick pick;
  std::string on = "GoEmotions dev, Reddit comments";
};

std::array<Counts, kEmotions> add_figure(const Measure& measure, const Linear& linear,
                                         const std::vector<EmotionExample>& dev, FullCard& card) {
  const Found found = find_in(dev, linear, measure.pick);
  std::vector<std::size_t> all(dev.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto counts = count(dev, found, all);
  const auto interval = stats::bootstrap(
      std::vector<int>(dev.size(), 0),
      [&](std::span<const std::size_t> drawn) { return macro(count(dev, found, drawn)); }, kDraws,
      1);
  card.figures.push_back({measure.name, "macro-F1", macro(counts), interval.low, interval.high,
                          static_cast<int>(dev.size()), measure.on});
  return counts;
}

void measure(const std::vector<EmotionExample>& dev, const Linear& linear, FullCard& card) {
  const auto counts =
      add_figure({"seven emotions, all above threshold", Pick::above_threshold}, linear, dev, card);
  (void)add_figure({"seven emotions, the top one", Pick::top}, linear, dev, card);
  for (std::size_t k = 0; k < kEmotions; ++k) {
    card.classes.push_back({std::string(name(static_cast<conversation::Emotion>(k))),
                            counts[k].precision(), counts[k].recall(), counts[k].f1(),
                            counts[k].there});
  }
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "emotion";
  card.date = training.options.date;
  card.license = "Apache-2.0";
  card.data = {
      "GoEmotions (Demszky et al., ACL 2020), Apache-2.0, official train split, grouped to "
      "Ekman's six and neutral"};
  card.data.push_back("lines written by the project (content/training/emotions.tsv)");
  if (!training.options.clients.empty())
    card.data.push_back("what the simulated clients were given to say (content/clients)");
  card.known_failures = {
      "Trained on Reddit comments: jokes and sarcasm of other groups read wrongly.",
      "A flat, tired or numb sentence often reads as neutral.",
      "Disgust at oneself and shame have few examples; they read as sadness or anger.",
      "Feelings told about somebody else read as the writer's own.",
      "English only; dialect and code-switching lower every figure."};
  card.not_for = {"Screening, diagnosing or monitoring real people.",
                  "Saying what someone feels: it says how the words read."};
  return card;
}

// The project's training lines are few, and nearer to what will be read than the public ones. The
// clients' are many, and more than once would cost on the public ones.
constexpr int kOwnCopies = 3;

/// The public rows first, then the project's, without those of the client named `but`.
std::vector<EmotionExample> training_rows(const Training& training,
                                          std::vector<EmotionExample> examples,
                                          const std::vector<EmotionExample>& own,
                                          std::string_view but) {
  for (int copy = 0; copy < kOwnCopies; ++copy)
    examples.insert(examples.end(), own.begin(), own.end());
  for (const ClientLines& one : training.options.clients)
    if (one.client != but) examples.insert(examples.end(), one.lines.begin(), one.lines.end());
  return examples;
}

/// A model of the seven emotions; its thresholds rest on the first `measured` rows alone.
ModelFile fit(const std::vector<EmotionExample>& examples, std::size_t measured,
              const Training& training) {
  Vocabulary words;
  for (const auto& example : examples) words.count(features_of(example.text));
  words.close(kLeastTexts);
  const auto rows = rows_of(examples, words);
  std::vector<int> fold_of;
  for (std::size_t i = 0; i < rows.size(); ++i) fold_of.push_back(static_cast<int>(i) % kFolds);
  const Task task{Loss::logistic, {.cost = kCost}, words.size(), kFolds};
  std::vector<Line> lines;
  std::vector<Linear::Calibration> calibrations;
  for (std::size_t k = 0; k < kEmotions; ++k) {
    training.say("fitting " + std::string(name(static_cast<conversation::Emotion>(k))));
    const auto targets = targets_of(examples, k);
    const auto values = held_out(rows, targets, fold_of, task);
    calibrations.push_back(
        centered(calibrate(std::span(values).first(measured), std::span(targets).first(measured))));
    lines.push_back(fit_all(rows, targets, task));
  }
  return pack("emotion", words, 0, lines, calibrations);
}

}  // namespace

base::Result<Trained> train_emotion(const Training& training) {
  auto data = load_goemotions(training.data);
  if (!data) return tl::unexpected(data.error());
  const auto own = load_emotion_rows(training.options.own / "emotions.tsv");
  if (!own) return tl::unexpected(own.error());
  const auto fit_without = [&](std::string_view client) {
    return fit(training_rows(training, data->train, *own, client), data->train.size(), training);
  };
  Trained trained{fit_without(""), blank_card(training)};
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  measure(data->dev, *linear, trained.card);
  for (const ClientLines& one : training.options.clients) {
    training.say("measuring without the lines of " + one.client);
    const ModelFile others = fit_without(one.client);
    const auto reads = Linear::open(others);
    if (!reads) return tl::unexpected(reads.error());
    (void)add_figure({"lines of " + one.client + ", trained without them", Pick::top,
                      "authored lines of this project"},
                     *reads, one.lines, trained.card);
  }
  return trained;
}

}  // namespace attune::language
