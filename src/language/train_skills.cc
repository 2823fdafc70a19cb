#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

#include "language/corpora.h"
#include "language/pack.h"
#include "language/skill_outputs.h"
#include "language/train_heads.h"
#include "language/tuning.h"
#include "stats/bootstrap.h"

namespace attune::language {
namespace {

using conversation::MainSkill;

// Chosen by cross-validation.
constexpr double kCost = 0.5;
constexpr double kChoiceCost = 1.5;
constexpr int kLeastTexts = 3;
constexpr int kFolds = 5;
constexpr int kDraws = 1'000;
constexpr std::size_t kMains = 4;

// A turn as it was written down, or as it might be typed: without marks.
struct Prepared {
  const SkillExample* example;
  std::size_t number;  // of the example
  bool bare;
  bool measured;  // its only copy that figures and thresholds count
  Features features;
};

Prepared prepare(const SkillExample& example, const std::optional<std::string>& said, bool bare) {
  Prepared prepared{&example, 0, bare, true, {}};
  Tokens tokens = tokenize(example.text);
  if (bare) tokens = without_marks(tokens);
  Tokens client;
  if (said) tokenize(*said, client);
  text_features(tokens, prepared.features);
  turn_features(tokens, said ? &client : nullptr, prepared.features);
  return prepared;
}

// The project's sentences are few and typed as our users type, so each counts several times: alone,
// and after various clients' words.
constexpr std::size_t kOwnCopies = 4;

std::vector<Prepared> prepare_all(const std::vector<SkillExample>& examples, Vocabulary& words) {
  std::vector<Prepared> turns;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const SkillExample& example = examples[i];
    const bool own = example.transcript < 0;
    for (std::size_t copy = 0; copy < (own ? kOwnCopies : 1); ++copy) {
      const bool borrows = copy > 0 && !example.client;
      const auto& said =
          borrows ? examples[(i * 31 + copy * 977) % examples.size()].client : example.client;
      for (const bool bare : {false, true}) {
        turns.push_back(prepare(example, said, bare));
        turns.back().number = i;
        turns.back().measured = copy == (own ? 1 : 0);
        words.count(turns.back().features);
      }
    }
  }
  words.close(2 * kLeastTexts - 1);
  return turns;
}

// One of the model's outputs: which turns it learns from, and what is true of each.
struct Output {
  std::function<bool(const SkillExample&)> learns_from;
  std::function<bool(const SkillExample&)> is_true;
  enum class Kind { plain, choice, precise } kind = Kind::plain;
};

std::vector<Output> outputs() {
  const auto any = [](const SkillExample&) { return true; };
  std::vector<Output> all;
  for (std::size_t k = 0; k < kMains; ++k) {
    all.push_back({any, [k](const auto& e) { return e.main == static_cast<MainSkill>(k); }});
  }
  all.push_back({any, [](const auto& e) { return e.question; }});
  all.push_back({any, [](const auto& e) { return e.reflection; }});
  all.push_back({any, [](const auto& e) { return e.input; }});
  all.push_back({[](const auto& e) { return e.open.has_value(); },
                 [](const auto& e) { return *e.open; }, Output::Kind::choice});
  all.push_back({[](const auto& e) { return e.complex.has_value(); },
                 [](const auto& e) { return *e.complex; }, Output::Kind::choice});
  all.push_back({[](const auto& e) { return e.advises.has_value(); },
                 [](const auto& e) { return *e.advises; }, Output::Kind::choice});
  // The public transcripts do not mark affirmations, so an unmarked one there is no counter-example
  // worth much; the sentences written for the purpose tell them apart.
  all.push_back({any, [](const auto& e) { return e.affirm; }, Output::Kind::precise});
  return all;
}

// Turns are held out by transcript, the project's own sentences one by one with all their copies.
int fold_of(const Prepared& turn) {
  const int transcript = turn.example->transcript;
  return (transcript >= 0 ? transcript : static_cast<int>(turn.number)) % kFolds;
}

Linear::Calibration calibrate(Output::Kind kind, std::span<const double> values,
                              std::span<const double> targets) {
  switch (kind) {
    case Output::Kind::choice:
      return calibrate_choice(values, targets);
    case Output::Kind::precise:
      return calibrate_precisely(values, targets);
    case Output::Kind::plain:
      break;
  }
  return language::calibrate(values, targets);
}

struct Fitted {
  Line line;
  Linear::Calibration calibration;
  std::vector<double> values;  // held out; of each prepared turn, 0 where it was not
};

Fitted fit_output(const std::vector<Prepared>& turns, const std::vector<Row>& rows,
                  const Output& output, std::size_t columns) {
  std::vector<Row> chosen;
  std::vector<double> targets;
  std::vector<int> folds;
  std::vector<std::size_t> where;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const SkillExample& example = *turns[i].example;
    if (!output.learns_from(example)) continue;
    chosen.push_back(rows[i]);
    targets.push_back(output.is_true(example) ? 1 : 0);
    folds.push_back(fold_of(turns[i]));
    where.push_back(i);
  }
  const bool choice = output.kind == Output::Kind::choice;
  const Task task{Loss::logistic, {.cost = choice ? kChoiceCost : kCost}, columns, kFolds};
  const auto values = held_out(chosen, targets, folds, task);
  std::vector<double> kept, kept_targets;
  Fitted fitted;
  fitted.values.resize(turns.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    fitted.values[where[i]] = values[i];
    if (!turns[where[i]].measured) continue;
    kept.push_back(values[i]);
    kept_targets.push_back(targets[i]);
  }
  fitted.calibration = calibrate(output.kind, kept, kept_targets);
  fitted.line = fit_all(chosen, targets, task);
  return fitted;
}

double probability(const Fitted& fitted, std::size_t turn) {
  const auto& c = fitted.calibration;
  const double z =
      static_cast<double>(c.slope) * fitted.values[turn] + static_cast<double>(c.offset);
  return 1 / (1 + std::exp(-z));
}

std::size_t main_of(const std::vector<Fitted>& fitted, std::size_t turn) {
  const auto odds = [&](std::size_t k) {
    return probability(fitted[k], turn) / static_cast<double>(fitted[k].calibration.threshold);
  };
  std::size_t best = 0;
  for (std::size_t k = 1; k < kMains; ++k) {
    if (odds(k) > odds(best)) best = k;
  }
  return best;
}

double macro_of_mains(const std::vector<Prepared>& turns, const std::vector<Fitted>& fitted) {
  std::array<Counts, kMains> counts;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (!turns[i].measured) continue;
    const std::size_t found = main_of(fitted, i);
    const auto there = static_cast<std::size_t>(turns[i].example->main);
    for (std::size_t k = 0; k < kMains; ++k) counts[k].add(found == k, there == k);
  }
  double sum = 0;
  for (const Counts& each : counts) sum += each.f1();
  return sum;
}

// Moves the thresholds by which main behaviors are compared to where their held-out macro-F1 is
// best. The last keeps its own.
void tune_mains(const std::vector<Prepared>& turns, std::vector<Fitted>& fitted) {
  double best = macro_of_mains(turns, fitted);
  for (const float factor : {1.3F, 1 / 1.3F, 1.1F, 1 / 1.1F, 1.05F, 1 / 1.05F}) {
    for (std::size_t k = 0; k + 1 < kMains; ++k) {
      for (int steps = 0; steps < 4; ++steps) {
        float& threshold = fitted[k].calibration.threshold;
        const float before = threshold;
        threshold *= factor;
        const double macro = macro_of_mains(turns, fitted);
        if (macro <= best) {
          threshold = before;
          break;
        }
        best = macro;
      }
    }
  }
}

// Predicted and true class of every measured turn.
struct Outcome {
  std::vector<std::size_t> found, there;
  std::vector<int> transcript;  // a sentence of the project's own is a talk of its own
  std::size_t classes = 2;
};

std::vector<Counts> count(const Outcome& outcome, std::span<const std::size_t> chosen) {
  std::vector<Counts> counts(outcome.classes);
  for (const std::size_t i : chosen) {
    for (std::size_t k = 0; k < outcome.classes; ++k) {
      counts[k].add(outcome.found[i] == k, outcome.there[i] == k);
    }
  }
  return counts;
}

double macro(const std::vector<Counts>& counts) {
  double sum = 0;
  for (const Counts& each : counts) sum += each.f1();
  return sum / static_cast<double>(counts.size());
}

std::vector<std::size_t> everything(const Outcome& outcome) {
  std::vector<std::size_t> all(outcome.found.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

// Whole transcripts are drawn, since turns of one talk are alike.
stats::Interval interval_of(const Outcome& outcome) {
  std::vector<std::vector<std::size_t>> talks;
  int last = -1;
  for (std::size_t i = 0; i < outcome.found.size(); ++i) {
    if (outcome.transcript[i] != last) talks.emplace_back();
    last = outcome.transcript[i];
    talks.back().push_back(i);
  }
  return stats::bootstrap(
      std::vector<int>(talks.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        std::vector<std::size_t> turns;
        for (const std::size_t talk : drawn) {
          turns.insert(turns.end(), talks[talk].begin(), talks[talk].end());
        }
        return macro(count(outcome, turns));
      },
      kDraws, 1);
}

struct Measure {
  std::string name;
  std::string measured_on;
  std::vector<std::string> labels;
};

void add_figure(const Measure& measure, const Outcome& outcome, FullCard& card) {
  const auto counts = count(outcome, everything(outcome));
  const auto interval = interval_of(outcome);
  card.figures.push_back({measure.name, "macro-F1", macro(counts), interval.low, interval.high,
                          static_cast<int>(outcome.found.size()), measure.measured_on});
  for (std::size_t k = 0; k < measure.labels.size(); ++k) {
    card.classes.push_back({measure.labels[k], counts[k].precision(), counts[k].recall(),
                            counts[k].f1(), counts[k].there});
  }
}

using Pick = std::function<void(std::size_t turn, const SkillExample&, Outcome&)>;

struct Part {
  bool own = false;
  bool bare = false;
};

Outcome outcome_of(const std::vector<Prepared>& turns, Part part, std::size_t classes,
                   const Pick& pick) {
  Outcome outcome;
  outcome.classes = classes;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const SkillExample& example = *turns[i].example;
    const bool own = example.transcript < 0;
    if (own != part.own || turns[i].bare != part.bare || !turns[i].measured) continue;
    const std::size_t before = outcome.found.size();
    pick(i, example, outcome);
    if (outcome.found.size() == before) continue;
    outcome.transcript.push_back(own ? -2 - static_cast<int>(turns[i].number) : example.transcript);
  }
  return outcome;
}

Pick choice(const std::vector<Fitted>& fitted, const std::vector<Output>& all, std::size_t output) {
  return [&fitted, &all, output](std::size_t turn, const SkillExample& example, Outcome& outcome) {
    if (!all[output].learns_from(example)) return;
    outcome.found.push_back(probability(fitted[output], turn) >= 0.5 ? 0 : 1);
    outcome.there.push_back(all[output].is_true(example) ? 0 : 1);
  };
}

void measure(const std::vector<Prepared>& turns, const std::vector<Fitted>& fitted,
             const std::vector<Output>& all, FullCard& card) {
  const Pick main = [&](std::size_t turn, const SkillExample& example, Outcome& outcome) {
    outcome.found.push_back(main_of(fitted, turn));
    outcome.there.push_back(static_cast<std::size_t>(example.main));
  };
  const std::string annomi = "AnnoMI, cross-validated by transcript";
  const std::string own = "the project's own sentences, typed without marks, cross-validated";
  const auto kinds = [&](std::size_t output, Part part) {
    return outcome_of(turns, part, 2, choice(fitted, all, output));
  };
  namespace output = skill_output;
  add_figure({"main behavior", annomi, {"question", "reflection", "input", "other"}},
             outcome_of(turns, {}, kMains, main), card);
  add_figure({"main behavior, typed without marks", annomi, {}},
             outcome_of(turns, {.bare = true}, kMains, main), card);
  add_figure({"open or closed question", annomi, {"open_question", "closed_question"}},
             kinds(output::kOpen, {}), card);
  add_figure({"simple or complex reflection", annomi, {"complex_reflection", "simple_reflection"}},
             kinds(output::kComplex, {}), card);
  add_figure({"advice or information", annomi, {"advise", "give_information"}},
             kinds(output::kAdvises, {}), card);
  const Part typed{.own = true, .bare = true};
  add_figure({"main behavior", own, {}}, outcome_of(turns, typed, kMains, main), card);
  add_figure({"open or closed question", own, {}}, kinds(output::kOpen, typed), card);
  add_figure({"advice or information", own, {}}, kinds(output::kAdvises, typed), card);
  add_figure({"affirming or not", own, {"affirm", "not affirm"}},
             outcome_of(turns, typed, 2,
                        [&](std::size_t turn, const SkillExample& example, Outcome& outcome) {
                          const auto& fit = fitted[output::kAffirms];
                          const auto cut = static_cast<double>(fit.calibration.threshold);
                          outcome.found.push_back(probability(fit, turn) >= cut ? 0 : 1);
                          outcome.there.push_back(example.affirm ? 0 : 1);
                        }),
             card);
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "skills";
  card.date = training.options.date;
  card.license = "none stated for AnnoMI, open research data; weights hold no text of it";
  card.data = {
      "AnnoMI (Wu et al., ICASSP 2022; Future Internet 15(3):110, 2023), majority of its coders",
      "sentences written by the project (content/training)"};
  card.known_failures = {
      "Learned from spoken demonstration talks; typed peer support differs.",
      "Simple and complex reflections: coders themselves agree little.",
      "AnnoMI marks no affirmations, so that label rests on the project's own sentences alone.",
      "A statement meant as a question, with no mark, often reads as a reflection."};
  card.not_for = {"Grading or ranking real counselors.",
                  "Counting skills as if more were better: trust follows fit, not form."};
  return card;
}

}  // namespace

base::Result<Trained> train_skills(const Training& training) {
  auto examples = load_annomi(training.data);
  if (!examples) return tl::unexpected(examples.error());
  const auto own = load_own_skills(training.options.own);
  if (!own) return tl::unexpected(own.error());
  examples->insert(examples->end(), own->begin(), own->end());
  Vocabulary words;
  const auto turns = prepare_all(*examples, words);
  std::vector<Row> rows;
  for (const Prepared& turn : turns) rows.push_back(words.row(turn.features));
  const auto all = outputs();
  std::vector<Fitted> fitted;
  std::vector<Line> lines;
  std::vector<Linear::Calibration> calibrations;
  for (std::size_t k = 0; k < all.size(); ++k) {
    training.say("fitting output " + std::to_string(k + 1) + " of " + std::to_string(all.size()));
    fitted.push_back(fit_output(turns, rows, all[k], words.size()));
  }
  tune_mains(turns, fitted);
  for (const Fitted& each : fitted) {
    lines.push_back(each.line);
    calibrations.push_back(each.calibration);
  }
  Trained trained{pack("skills", words, 0, lines, calibrations), blank_card(training)};
  measure(turns, fitted, all, trained.card);
  return trained;
}

}  // namespace attune::language
