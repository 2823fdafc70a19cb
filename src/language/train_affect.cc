#include <algorithm>

#include "language/corpora.h"
#include "language/emotion_join.h"
#include "language/pack.h"
#include "language/train_heads.h"
#include "language/tuning.h"
#include "language/words.h"
#include "stats/bootstrap.h"

namespace attune::language {
namespace {

constexpr double kCost = 0.2;
constexpr int kLeastTexts = 2;
constexpr std::size_t kMost = 36'000;  // features kept, as in `pack`
constexpr int kDraws = 1'000;
// EmoBank's marks crowd round the middle; liblinear's epsilon suits values of about one.
constexpr double kStretch = 4;
// Keeps the other heads' raw values in the range of the other features.
constexpr float kDenseScale = 0.2F;

// The same of the words' direction.
constexpr float kDirectionScale = 0.5F;

/// What affect rests on, in the order of its dense inputs: other heads' raw values, and which way
/// the words point.
struct Under {
  Linear emotion;
  EmotionJoin join;  ///< of emotion
  Linear fine;
  Words words;

  [[nodiscard]] std::size_t heads() const { return emotion.width() + fine.width(); }
  [[nodiscard]] std::size_t width() const { return heads() + words.dims(); }
  [[nodiscard]] float scale(std::size_t input) const {
    return input < heads() ? kDenseScale : kDirectionScale;
  }
};

struct Prepared {
  Features features;
  std::vector<float> under;
};

Prepared prepare(const std::string& text, const Spelling& spelling, const Under& under) {
  Prepared prepared;
  const Tokens tokens = spelling.tokens(text);
  text_features(tokens, prepared.features);
  Linear::Hits hits;
  prepared.under.resize(under.width());
  const std::span<float> all(prepared.under);
  const auto emotion = all.first(under.emotion.width());
  const auto fine = all.subspan(under.emotion.width(), under.fine.width());
  under.emotion.find(prepared.features, hits);
  under.emotion.score(prepared.features, hits, {}, emotion);
  under.fine.find(prepared.features, hits);
  under.fine.score(prepared.features, hits, {}, fine);
  std::ranges::copy(under.join.read(tokens, emotion, fine), emotion.begin());
  under.words.direction(tokens, all.subspan(under.heads()));
  return prepared;
}

base::Result<ModelFile> load_head(const Training& training, const std::string& head) {
  auto file = ModelFile::load(training.models / (head + ".bin"), head);
  if (!file) return tl::unexpected(base::wrap("train " + head + " first", file.error()));
  return file;
}

base::Result<Under> open_under(const Training& training) {
  const auto emotion_file = load_head(training, "emotion");
  if (!emotion_file) return tl::unexpected(emotion_file.error());
  const auto fine_file = load_head(training, "fine");
  if (!fine_file) return tl::unexpected(fine_file.error());
  auto emotion = Linear::open(*emotion_file);
  if (!emotion) return tl::unexpected(emotion.error());
  auto join = EmotionJoin::open(*emotion_file);
  if (!join) return tl::unexpected(join.error());
  auto fine = Linear::open(*fine_file);
  if (!fine) return tl::unexpected(fine.error());
  auto words = Words::open(training.models / "words.bin");
  if (!words) return tl::unexpected(base::wrap("train words first", words.error()));
  return Under{std::move(*emotion), std::move(*join), std::move(*fine), std::move(*words)};
}

Row row_of(const Prepared& prepared, const Vocabulary& words, const Under& under) {
  Row row = words.row(prepared.features);
  for (std::size_t j = 0; j < prepared.under.size(); ++j)
    row.emplace_back(static_cast<std::uint32_t>(words.size() + j),
                     prepared.under[j] * under.scale(j));
  return row;
}

double value_of(const AffectExample& example, Affect affect) {
  return affect == Affect::valence ? example.valence : example.arousal;
}

struct Rated {
  std::vector<Prepared> texts;
  std::vector<double> targets;

  void add(Prepared text, double target) {
    texts.push_back(std::move(text));
    targets.push_back(target);
  }
};

ModelFile fit(const Rated& rated, const Under& under, const std::string& head) {
  Vocabulary words;
  for (const Prepared& text : rated.texts) words.count(text.features);
  words.close(kLeastTexts);
  std::vector<Row> rows;
  std::vector<double> targets;
  for (const Prepared& text : rated.texts) rows.push_back(row_of(text, words, under));
  for (const double target : rated.targets) targets.push_back(target * kStretch);
  const Task task{Loss::regression, {.cost = kCost}, words.size() + under.width(), 0};
  Line line = fit_all(rows, targets, task);
  for (std::size_t j = 0; j < under.width(); ++j)
    line.weights[words.size() + j] *= static_cast<double>(under.scale(j));
  return pack(head, words, under.width(), {line}, {{static_cast<float>(1 / kStretch), 0, 0}},
              kMost);
}

void measure(const Rated& dev, const Linear& linear, FullCard& card) {
  std::vector<double> values;
  Linear::Hits hits;
  for (const Prepared& prepared : dev.texts) {
    float raw = 0;
    linear.find(prepared.features, hits);
    linear.score(prepared.features, hits, prepared.under, {&raw, 1});
    values.push_back(static_cast<double>(raw));
  }
  const auto correlation = [&](std::span<const std::size_t> drawn) {
    std::vector<double> a, b;
    for (const std::size_t i : drawn) {
      a.push_back(values[i]);
      b.push_back(dev.targets[i]);
    }
    return pearson(a, b);
  };
  const auto interval =
      stats::bootstrap(std::vector<int>(values.size(), 0), correlation, kDraws, 1);
  card.figures.push_back({card.head, "Pearson r", pearson(values, dev.targets), interval.low,
                          interval.high, static_cast<int>(values.size()),
                          "EmoBank dev, sentences of news, fiction, letters and blogs"});
}

FullCard blank_card(const Training& training, Affect affect) {
  FullCard card;
  card.head = affect == Affect::valence ? "valence" : "arousal";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = {
      "EmoBank (Buechel and Hahn, EACL 2017), CC BY-SA 4.0; figures rest on its train "
      "split alone, the weights on dev too",
      "the emotion and fine heads' values (GoEmotions, Apache-2.0), and the words' vectors"};
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
  const auto under = open_under(training);
  if (!under) return tl::unexpected(under.error());
  Rated train, dev;
  for (const auto& example : *examples)
    (example.dev ? dev : train)
        .add(prepare(example.text, training.spelling, *under), value_of(example, affect));
  FullCard card = blank_card(training, affect);
  const auto measured = Linear::open(fit(train, *under, card.head));
  if (!measured) return tl::unexpected(measured.error());
  measure(dev, *measured, card);
  training.say("fitting the dev part too, which was held out for the figures");
  for (std::size_t i = 0; i < dev.texts.size(); ++i) train.add(dev.texts[i], dev.targets[i]);
  return Trained{fit(train, *under, card.head), std::move(card)};
}

}  // namespace attune::language
