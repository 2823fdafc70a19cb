#include <algorithm>
#include <array>

#include "language/corpora.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/pack.h"
#include "language/skill_outputs.h"
#include "language/train_heads.h"
#include "language/tuning.h"

namespace attune::language {
namespace {

namespace output = skill_output;
using conversation::MainSkill;
using conversation::Skill;

// Chosen by cross-validation, all of it.
constexpr Output kPlain{.cost = 0.5, .rarity = true};
constexpr Output kKind{.cost = 0.7, .ratio = 0.5, .cut = Cut::choice, .aside = true};
constexpr Output kQuestion{.cost = 1, .ratio = 1, .cut = Cut::choice, .aside = true};
constexpr Output kReflection{.cost = 0.3, .rarity = true, .cut = Cut::choice, .aside = true};
constexpr Output kCode{.cost = 1, .rarity = true, .cut = Cut::f1, .count_all = true};

Recipe recipe() {
  Recipe recipe{.head = "skills",
                .outputs = std::vector<Output>(output::kCodes, kPlain),
                .least_texts = 3,
                .folds = 10,
                .most = 50'000,
                .side = conversation::Speaker::supporter};
  recipe.outputs[output::kOpen] = kQuestion;
  recipe.outputs[output::kComplex] = kReflection;
  recipe.outputs[output::kAdvises] = recipe.outputs[output::kPermitted] = kKind;
  recipe.outputs[output::kPermitted].count_all = true;
  // Their positive rows are all the project's own.
  recipe.outputs.resize(output::kCount, kCode);
  return recipe;
}

Labeled row_of(const SkillExample& example) {
  Labeled row{example.text, example.client, std::vector<std::int8_t>(output::kCount),
              example.transcript, true};
  const auto known = [](const std::optional<bool>& which) -> std::int8_t {
    return which ? static_cast<std::int8_t>(*which) : kUnknown;
  };
  row.aside = {example.coder};
  row.earlier = example.earlier;
  row.is[output::kMain + static_cast<std::size_t>(example.main)] = 1;
  row.is[output::kAsks] = example.question;
  row.is[output::kReflects] = example.reflection;
  row.is[output::kInforms] = example.input;
  row.is[output::kOpen] = known(example.open);
  row.is[output::kComplex] = known(example.complex);
  row.is[output::kAdvises] = known(example.advises);
  row.is[output::kPermitted] = kUnknown;
  // Coders of these transcripts looked for none of the other codes: a plain question or reflection
  // is hardly any of them, the rest is not known.
  const bool plain = example.main == MainSkill::question || example.main == MainSkill::reflection;
  std::fill(row.is.begin() + output::kCodes, row.is.end(), plain ? 0 : kUnknown);
  return row;
}

bool is_any(const OwnTurn& turn, std::initializer_list<Skill> skills) {
  return std::ranges::any_of(skills, [&](Skill skill) {
    return std::ranges::find(turn.skills, name(skill)) != turn.skills.end();
  });
}

/// The main behavior that the first skill of a turn is a kind of; none where MI coding would not
/// say.
std::optional<MainSkill> main_of(const OwnTurn& turn) {
  switch (conversation::skill(turn.skills[0]).value_or(Skill::other)) {
    case Skill::open_question:
    case Skill::closed_question:
      return MainSkill::question;
    case Skill::simple_reflection:
    case Skill::complex_reflection:
    case Skill::reframe:
      return MainSkill::reflection;
    case Skill::give_information:
    case Skill::advise_with_permission:
    case Skill::advise_without_permission:
    case Skill::direct:
    case Skill::warn:
      return MainSkill::input;
    case Skill::affirm:
    case Skill::support:
    case Skill::introduction:
    case Skill::chit_chat:
    case Skill::closing:
    case Skill::other:
      return MainSkill::other;
    default:
      return std::nullopt;
  }
}

Labeled row_of_own(const OwnTurn& turn, int number) {
  Labeled row{turn.text, {}, std::vector<std::int8_t>(output::kCount), number, false};
  if (!turn.before.empty()) {
    row.before = turn.before;
    row.earlier = {turn.before};
  }
  return row;
}

Labeled row_of(const OwnTurn& turn, int number) {
  Labeled row = row_of_own(turn, number);
  const auto main = main_of(turn);
  for (std::size_t k = 0; k < output::kMains; ++k)
    row.is[k] = main ? static_cast<std::size_t>(*main) == k : kUnknown;
  const auto choose = [&](std::size_t k, std::initializer_list<Skill> yes,
                          std::initializer_list<Skill> no) {
    const bool is = is_any(turn, yes);
    row.is[k] = is == is_any(turn, no) ? kUnknown : static_cast<std::int8_t>(is);
  };
  row.is[output::kAsks] = is_any(turn, {Skill::open_question, Skill::closed_question});
  row.is[output::kReflects] =
      is_any(turn, {Skill::simple_reflection, Skill::complex_reflection, Skill::reframe});
  row.is[output::kInforms] =
      is_any(turn, {Skill::give_information, Skill::advise_with_permission,
                    Skill::advise_without_permission, Skill::direct, Skill::warn});
  choose(output::kOpen, {Skill::open_question}, {Skill::closed_question});
  choose(output::kComplex, {Skill::complex_reflection}, {Skill::simple_reflection});
  choose(output::kAdvises, {Skill::advise_with_permission, Skill::advise_without_permission},
         {Skill::give_information});
  choose(output::kPermitted, {Skill::advise_with_permission}, {Skill::advise_without_permission});
  for (std::size_t k = 0; k < output::kOwnCodes.size(); ++k)
    row.is[output::kCodes + k] = is_any(turn, {output::kOwnCodes[k]});
  return row;
}

/// Without marks, our sentences teach kinds and codes; what a turn mainly is they blur.
void make_bare(Labeled& row) {
  row.bare = true;
  std::fill_n(row.is.begin(), output::kOpen, kUnknown);
}

constexpr std::array kNever{Skill::confront, Skill::direct, Skill::warn, Skill::inappropriate};

/// Of a turn that is known to hold no advice: what it is beyond that, nobody said.
Labeled no_advice_row(const OwnTurn& turn, int number) {
  Labeled row = row_of_own(turn, number);
  row.is.assign(output::kCount, kUnknown);
  row.is[output::kMain + static_cast<std::size_t>(MainSkill::input)] = 0;
  row.is[output::kInforms] = 0;
  for (std::size_t k = 0; k < output::kOwnCodes.size(); ++k)
    if (std::ranges::find(kNever, output::kOwnCodes[k]) != kNever.end())
      row.is[output::kCodes + k] = 0;
  return row;
}

/// What the trainer's rows are, in order: AnnoMI as written, the same without marks, ours as
/// written, the same without marks, what is no advice.
struct Parts {
  std::vector<Labeled> rows;
  std::size_t public_turns = 0, own_turns = 0;

  [[nodiscard]] std::size_t first_own() const { return 2 * public_turns; }
};

base::Result<Parts> load_parts(const Training& training) {
  const auto annomi = load_annomi(training.data);
  if (!annomi) return tl::unexpected(annomi.error());
  const auto own = load_own_turns(training.options.own);
  if (!own) return tl::unexpected(own.error());
  Parts parts{{}, annomi->size(), own->size()};
  for (const bool bare : {false, true})
    for (const SkillExample& example : *annomi) {
      parts.rows.push_back(row_of(example));
      parts.rows.back().bare = bare;
    }
  for (const bool bare : {false, true})
    for (std::size_t i = 0; i < own->size(); ++i) {
      parts.rows.push_back(row_of((*own)[i], static_cast<int>(i)));
      if (bare) make_bare(parts.rows.back());
    }
  const auto no_advice = load_own_no_advice(training.options.own);
  if (!no_advice) return tl::unexpected(no_advice.error());
  for (const OwnTurn& turn : *no_advice)
    parts.rows.push_back(no_advice_row(turn, static_cast<int>(parts.rows.size())));
  return parts;
}

struct Range {
  std::size_t first, last;
  FigureName name;
};

void add_mains(const Parts& parts, const FittedLabels& fitted, const Range& range,
               const std::vector<std::string>& labels, FullCard& card) {
  Outcomes outcomes;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (parts.rows[i].is[0] == kUnknown) continue;
    std::vector<bool> found(output::kMains), there(output::kMains);
    found[top_of(fitted.scores(i), fitted.calibrations, output::kMains)] = true;
    for (std::size_t k = 0; k < output::kMains; ++k) there[k] = parts.rows[i].is[k] == 1;
    outcomes.found.push_back(found);
    outcomes.there.push_back(there);
    outcomes.group.push_back(parts.rows[i].group);
  }
  add_macro_f1(range.name, outcomes, labels, card);
}

/// Of the rows where `output` is known, one kind or the other.
void add_choice(const Parts& parts, const FittedLabels& fitted, const Range& range,
                std::size_t output, FullCard& card) {
  Outcomes outcomes;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (parts.rows[i].is[output] == kUnknown) continue;
    const bool found = fitted.scores(i)[output] >= 0.5, there = parts.rows[i].is[output] == 1;
    outcomes.found.push_back({found, !found});
    outcomes.there.push_back({there, !there});
    outcomes.group.push_back(parts.rows[i].group);
  }
  add_macro_f1(range.name, outcomes, {}, card);
}

void add_codes(const Parts& parts, const FittedLabels& fitted, const Range& range, FullCard& card) {
  Outcomes outcomes;
  std::vector<std::string> labels;
  for (const Skill code : output::kOwnCodes) labels.emplace_back(name(code));
  for (std::size_t i = range.first; i < range.last; ++i) {
    std::vector<bool> found, there;
    for (std::size_t k = output::kCodes; k < output::kCount; ++k) {
      found.push_back(fitted.scores(i)[k] >= static_cast<double>(fitted.calibrations[k].threshold));
      there.push_back(parts.rows[i].is[k] == 1);
    }
    outcomes.found.push_back(found);
    outcomes.there.push_back(there);
    outcomes.group.push_back(parts.rows[i].group);
  }
  add_macro_f1(range.name, outcomes, labels, card);
}

void measure(const Parts& parts, const FittedLabels& fitted, FullCard& card) {
  const std::size_t n = parts.public_turns, own = parts.first_own();
  const std::string written = "AnnoMI, spoken, cross-validated by transcript";
  const std::string typed = "the same without punctuation marks";
  const std::string ours = "the project's own sentences, cross-validated";
  add_mains(parts, fitted, {0, n, {"main behavior", written}},
            {"question", "reflection", "input", "other"}, card);
  add_choice(parts, fitted, {0, n, {"open or closed question", written}}, output::kOpen, card);
  add_choice(parts, fitted, {0, n, {"complex or simple reflection", written}}, output::kComplex,
             card);
  add_choice(parts, fitted, {0, n, {"advice or information", written}}, output::kAdvises, card);
  add_mains(parts, fitted, {n, own, {"main behavior", typed}}, {}, card);
  add_choice(parts, fitted, {n, own, {"open or closed question", typed}}, output::kOpen, card);
  const std::size_t end = own + parts.own_turns;
  add_mains(parts, fitted, {own, end, {"main behavior", ours}}, {}, card);
  add_choice(parts, fitted, {own, end, {"open or closed question", ours}}, output::kOpen, card);
  add_choice(parts, fitted, {own, end, {"complex or simple reflection", ours}}, output::kComplex,
             card);
  add_choice(parts, fitted, {own, end, {"advice or information", ours}}, output::kAdvises, card);
  add_choice(parts, fitted, {own, end, {"advice left to the client or not", ours}},
             output::kPermitted, card);
  add_codes(parts, fitted, {own, end, {"sixteen further codes", ours}}, card);
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "skills";
  card.date = training.options.date;
  card.license = "none stated for AnnoMI, open research data; weights hold no text of it";
  card.data = {
      "AnnoMI (Wu et al., ICASSP 2022; Future Internet 15(3):110, 2023), majority of its coders",
      "sentences written by the project (content/training/skills, no_advice.tsv)"};
  card.known_failures = {
      "Learned from spoken demonstration talks; typed peer support differs.",
      "Simple and complex reflections: coders themselves agree little.",
      "Most codes rest on sentences that we wrote to show them; in real turns they blur.",
      "A statement meant as a question, with no mark, often reads as a reflection.",
      "Written in another way the same meaning gets another main behavior in 7 % (hurried typing, "
      "Scots, dialect) to 14 % (Singlish) of our minimal pairs."};
  card.not_for = {"Grading or ranking real counselors.",
                  "Counting skills as if more were better: trust follows fit, not form."};
  return card;
}

}  // namespace

base::Result<Trained> train_skills(const Training& training) {
  const auto parts = load_parts(training);
  if (!parts) return tl::unexpected(parts.error());
  FittedLabels fitted = fit_labels(parts->rows, recipe(), training.spelling,
                                   [&](const std::string& step) { training.say(step); });
  tune_tops(parts->rows, output::kMains, fitted);
  Trained trained{packed(fitted, recipe()), blank_card(training)};
  measure(*parts, fitted, trained.card);
  return trained;
}

}  // namespace attune::language
