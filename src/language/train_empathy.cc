#include <algorithm>

#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/table_file.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

using conversation::kMechanisms;

// Two outputs a mechanism: any of it, and much of it. Chosen by cross-validation.
constexpr std::size_t kOutputs = 2 * kMechanisms;
const Recipe kRecipe{.head = "empathy",
                     .outputs = kOutputs,
                     .cost = 1,
                     .rarity = true,
                     .least_texts = 2,
                     .folds = 5};

void set_level(std::size_t mechanism, int level, std::vector<std::int8_t>& is) {
  is[2 * mechanism] = level >= 1;
  is[2 * mechanism + 1] = level >= 2;
}

/// What a coded skill says of empathy; unknown where it says nothing certain.
std::vector<std::int8_t> outputs_of(const OwnTurn& turn) {
  std::vector<std::int8_t> is(kOutputs, 0);
  const auto has = [&](std::string_view skill) {
    return std::ranges::find(turn.skills, skill) != turn.skills.end();
  };
  if (has("support")) set_level(0, 2, is);
  if (has("complex_reflection") || has("self_disclosure") || has("reframe")) set_level(1, 2, is);
  if (has("simple_reflection")) is[2] = 1, is[3] = kUnknown;
  if (has("open_question")) set_level(2, 2, is);
  if (has("closed_question")) is[4] = is[5] = kUnknown;
  if (has("affirm") || has("raise_concern") || has("grounding")) is.assign(kOutputs, kUnknown);
  return is;
}

int level_of(const std::vector<double>& scores,
             const std::vector<Linear::Calibration>& calibrations, std::size_t mechanism) {
  const auto over = [&](std::size_t k) {
    return scores[k] >= static_cast<double>(calibrations[k].threshold);
  };
  if (!over(2 * mechanism)) return 0;
  return over(2 * mechanism + 1) ? 2 : 1;
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
      found[static_cast<std::size_t>(level_of(rated.scores[i], calibrations, m))] = true;
      there[static_cast<std::size_t>(rated.levels[i][m])] = true;
      outcomes.found.push_back(found);
      outcomes.there.push_back(there);
    }
    const std::string mechanism(name(static_cast<conversation::Mechanism>(m)));
    add_macro_f1({mechanism + ", three levels", rated.on}, outcomes,
                 {mechanism + " 0", mechanism + " 1", mechanism + " 2"}, card);
  }
}

base::Result<void> measure_replies(const Training& training, const Linear& linear, FullCard& card) {
  const auto file = training.data / "epitome" / "epitome.csv";
  if (!std::filesystem::exists(file)) return {};
  const auto table = Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<Labeled> replies;
  Rated rated{{}, {}, "replies on Reddit (Sharma et al., EMNLP 2020), never trained on"};
  for (std::size_t i = 0; i < table->size(); ++i) {
    replies.push_back({table->at(i, "response_post"), {}, {}, 0, false});
    rated.levels.push_back({std::atoi(table->at(i, "er_level").c_str()),
                            std::atoi(table->at(i, "ip_level").c_str()),
                            std::atoi(table->at(i, "ex_level").c_str())});
  }
  rated.scores = score_all(replies, linear, false);
  std::vector<Linear::Calibration> calibrations;
  for (std::size_t k = 0; k < kOutputs; ++k) calibrations.push_back(linear.calibration(k));
  measure(rated, calibrations, card);
  return {};
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
  const auto fitted =
      fit_labels(rows, kRecipe, [&](const std::string& step) { training.say(step); });
  Trained trained{fitted.model, blank_card(training)};
  rated.scores.assign(fitted.held_out.begin(),
                      fitted.held_out.begin() + static_cast<std::ptrdiff_t>(own->size()));
  measure(rated, fitted.calibrations, trained.card);
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  if (auto measured = measure_replies(training, *linear, trained.card); !measured)
    return tl::unexpected(measured.error());
  return trained;
}

}  // namespace attune::language
