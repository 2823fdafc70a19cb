#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "language/empathy.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/table_file.h"
#include "language/train_heads.h"
#include "language/tuning.h"

namespace attune::language {
namespace {

using conversation::kMechanisms;

constexpr std::size_t kOutputs = kEmpathyOutputs;
// Chosen by cross-validation.
const Recipe kRecipe{.head = "empathy",
                     .outputs = std::vector<Output>(kOutputs, {.cost = 1, .rarity = true}),
                     .least_texts = 2,
                     .folds = 5,
                     .most = 50'000};

void set_level(std::size_t mechanism, int level, std::vector<std::int8_t>& is) {
  is[2 * mechanism] = level >= 1;
  is[2 * mechanism + 1] = level == 0 ? kScored : static_cast<std::int8_t>(level == 2);
}

/// What a coded skill says of empathy; unknown where it says nothing certain.
std::vector<std::int8_t> outputs_of(const OwnTurn& turn) {
  std::vector<std::int8_t> is{0, kUnknown, 0, kUnknown, 0, kUnknown};
  const auto has = [&](std::string_view skill) {
    return std::ranges::find(turn.skills, skill) != turn.skills.end();
  };
  if (has("support")) is[0] = 1;
  if (has("complex_reflection") || has("self_disclosure") || has("reframe")) set_level(1, 2, is);
  if (has("simple_reflection")) is[2] = 1;
  if (has("open_question")) set_level(2, 2, is);
  if (has("closed_question")) is[4] = kUnknown;
  if (has("affirm") || has("raise_concern") || has("grounding")) is.assign(kOutputs, kUnknown);
  return is;
}

struct Rated {
  std::vector<std::array<int, kMechanisms>> levels;
  std::vector<std::vector<double>> scores;
  std::string on;
};

void measure(const Rated& rated, const std::vector<Linear::Calibration>& calibrations,
             FullCard& card) {
  for (std::size_t m = 0; m < kMechanisms; ++m) {
    Outcomes outcomes;
    for (std::size_t i = 0; i < rated.levels.size(); ++i) {
      outcomes.group.push_back(static_cast<int>(i));
      std::vector<bool> found(3), there(3);
      found[static_cast<std::size_t>(empathy_levels(rated.scores[i], calibrations)[m])] = true;
      there[static_cast<std::size_t>(rated.levels[i][m])] = true;
      outcomes.found.push_back(found);
      outcomes.there.push_back(there);
    }
    const std::string mechanism(name(static_cast<conversation::Mechanism>(m)));
    add_macro_f1({mechanism + ", three levels", rated.on}, outcomes,
                 {mechanism + " 0", mechanism + " 1", mechanism + " 2"}, card);
  }
}

std::vector<double> scores_of(const std::string& reply, const Linear& linear,
                              const Spelling& spelling) {
  Features features;
  text_features(spelling.tokens(reply), features);
  const auto score = [&](const Features& some, std::span<float> values) {
    Linear::Hits hits;
    linear.find(some, hits);
    linear.score(some, hits, {}, values);
  };
  std::vector<float> raw(kOutputs);
  score(features, raw);
  add_best_sentence(reply, spelling, score, raw);
  std::vector<double> scores;
  for (std::size_t k = 0; k < kOutputs; ++k)
    scores.push_back(static_cast<double>(linear.probability(k, raw[k])));
  return scores;
}

base::Result<void> measure_replies(const Training& training, const Linear& linear, FullCard& card) {
  const auto file = training.data / "epitome" / "epitome.csv";
  if (!std::filesystem::exists(file)) return {};
  const auto table = Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  Rated rated{{}, {}, "replies on Reddit (Sharma et al., EMNLP 2020), never trained on"};
  for (std::size_t i = 0; i < table->size(); ++i) {
    rated.scores.push_back(scores_of(table->at(i, "response_post"), linear, training.spelling));
    rated.levels.push_back({std::atoi(table->at(i, "er_level").c_str()),
                            std::atoi(table->at(i, "ip_level").c_str()),
                            std::atoi(table->at(i, "ex_level").c_str())});
  }
  std::vector<Linear::Calibration> calibrations;
  for (std::size_t k = 0; k < kOutputs; ++k) calibrations.push_back(linear.calibration(k));
  measure(rated, calibrations, card);
  return {};
}

// What `add_best_sentence` does, with held-out values of the first `replies` rows and of their
// sentences, which stand from `first` on.
void add_best_sentences(const std::vector<Labeled>& rows, std::size_t first, std::size_t replies,
                        FittedLabels& fitted) {
  for (std::size_t k = 0; k < kOutputs; k += 2) {
    std::vector<std::size_t> best(replies, rows.size());
    for (std::size_t i = first; i < rows.size(); ++i) {
      std::size_t& one = best[static_cast<std::size_t>(rows[i].group)];
      if (one == rows.size() || fitted.values[i][k] > fitted.values[one][k]) one = i;
    }
    for (std::size_t i = 0; i < replies; ++i)
      for (const std::size_t output : {k, k + 1}) {
        double& value = fitted.values[i][output];
        value = (value + fitted.values[best[i]][output]) / 2;
      }
  }
}

// Strong beside weak, counted in 3,084 rated replies (field/systems-b.md; Sharma et al., EMNLP
// 2020). Our replies were written to show both alike.
constexpr std::array<double, kMechanisms> kStrongBesideWeak{152.0 / 895, 1344.0 / 114, 376.0 / 104};

// Calibrates on the replies, and moves "strongly" to how common it is among people.
void calibrate_replies(const std::vector<Labeled>& rows, std::size_t replies,
                       FittedLabels& fitted) {
  for (std::size_t k = 0; k < kOutputs; ++k) {
    std::vector<double> values, targets;
    for (std::size_t i = 0; i < replies; ++i) {
      if (rows[i].is[k] < 0) continue;
      values.push_back(fitted.values[i][k]);
      targets.push_back(rows[i].is[k]);
    }
    auto& calibration = fitted.calibrations[k];
    calibration = calibrate(values, targets);
    if (k % 2 == 0) continue;
    const double strong = std::accumulate(targets.begin(), targets.end(), 0.0);
    const double here = strong / (static_cast<double>(targets.size()) - strong);
    calibration.offset += static_cast<float>(std::log(kStrongBesideWeak[k / 2] / here));
    calibration.threshold = 0.5F;
  }
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "empathy";
  card.date = training.options.date;
  card.license = "Apache-2.0";
  card.data = {"sentences written by the project (content/training/empathy.tsv, skills/)"};
  card.known_failures = {
      "Rates how a reply is worded, not whether it is meant or welcome.",
      "A like experience told to turn the talk round reads as understanding.",
      "Level 1 of interpretations and explorations is rare and often read as 0 or 2."};
  card.not_for = {"Grading or ranking real supporters.",
                  "Counting empathy as if more were better."};
  return card;
}

}  // namespace

base::Result<Trained> train_empathy(const Training& training) {
  const auto own = load_own_empathy(training.options.own);
  if (!own) return tl::unexpected(own.error());
  const auto turns = load_own_turns(training.options.own);
  if (!turns) return tl::unexpected(turns.error());
  std::vector<Labeled> rows;
  Rated rated{{}, {}, "the project's own replies, cross-validated"};
  for (const OwnEmpathy& row : *own) {
    rows.push_back(
        {row.text, {}, std::vector<std::int8_t>(kOutputs), static_cast<int>(rows.size()), true});
    for (std::size_t m = 0; m < kMechanisms; ++m) set_level(m, row.levels[m], rows.back().is);
    rated.levels.push_back(row.levels);
  }
  for (const OwnTurn& turn : *turns)
    rows.push_back({turn.text, {}, outputs_of(turn), static_cast<int>(rows.size()), false});
  const std::size_t learned = rows.size();
  for (std::size_t i = 0; i < own->size(); ++i)
    for (const std::string_view sentence : sentences((*own)[i].text))
      rows.push_back({std::string(sentence),
                      {},
                      std::vector<std::int8_t>(kOutputs, kScored),
                      static_cast<int>(i),
                      false});
  FittedLabels fitted = fit_labels(rows, kRecipe, training.spelling,
                                   [&](const std::string& step) { training.say(step); });
  add_best_sentences(rows, learned, own->size(), fitted);
  calibrate_replies(rows, own->size(), fitted);
  Trained trained{packed(fitted, kRecipe), blank_card(training)};
  for (std::size_t i = 0; i < own->size(); ++i) rated.scores.push_back(fitted.scores(i));
  measure(rated, fitted.calibrations, trained.card);
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  if (auto measured = measure_replies(training, *linear, trained.card); !measured)
    return tl::unexpected(measured.error());
  return trained;
}

}  // namespace attune::language
