#include <algorithm>
#include <map>

#include "language/corpora.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/risk_outputs.h"
#include "language/table_file.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

namespace output = risk_output;
using conversation::RiskKind;
using conversation::RiskLevel;

// Chosen by cross-validation.
const Recipe kRecipe{.head = "risk",
                     .outputs = std::vector<Output>(output::kCount, {.cost = 1, .rarity = true}),
                     .least_texts = 3,
                     .folds = 5,
                     .most = 36'000};
constexpr std::size_t kComments = 6'000;  // of GoEmotions, every seventh or so: nobody at risk

constexpr auto kDangers = std::to_array<std::string_view>(
    {"suicid", "kill", "Kill", "hurt", "hit ", "hits", "die", "burden", "no point"});

bool is_to_self(const OwnRisk& row) {
  return std::ranges::any_of(row.kinds, [](RiskKind kind) {
    return kind == RiskKind::ideation || kind == RiskKind::intent || kind == RiskKind::plan ||
           kind == RiskKind::self_harm;
  });
}

std::vector<std::int8_t> outputs_of(const OwnRisk& row) {
  std::vector<std::int8_t> is(output::kCount);
  is[output::kAny] = row.level >= RiskLevel::low;
  is[output::kModerate] = row.level >= RiskLevel::moderate;
  is[output::kHigh] = row.level >= RiskLevel::high;
  is[output::kSelf] = is_to_self(row);
  for (const RiskKind kind : row.kinds) is[output::kKinds + static_cast<std::size_t>(kind)] = 1;
  return is;
}

/// Feelings that are no danger, in words that name none.
bool is_harmless(const OwnDistress& row) {
  using conversation::Emotion;
  for (const Emotion emotion : {Emotion::sadness, Emotion::fear, Emotion::anger})
    if (std::ranges::find(row.emotions, emotion) != row.emotions.end()) return false;
  return std::ranges::none_of(kDangers, [&](std::string_view danger) {
    return row.text.find(danger) != std::string::npos;
  });
}

/// The project's rows first; then words that hold no risk: what supporters say (of suicide too),
/// our sentences of feelings that are
/// no danger, what clients say in AnnoMI, and comments of every kind.
base::Result<std::vector<Labeled>> load_rows(const Training& training,
                                             const std::vector<OwnRisk>& own) {
  std::vector<Labeled> rows;
  for (const OwnRisk& row : own)
    rows.push_back({row.text, {}, outputs_of(row), static_cast<int>(rows.size()), true});
  for (std::size_t i = 0; i < own.size(); ++i) {
    rows.push_back(rows[i]);
    rows.back().bare = true;
    rows.back().counted = false;
  }
  const auto add = [&](const std::string& text, int group) {
    rows.push_back({text, {}, std::vector<std::int8_t>(output::kCount), group, true});
  };
  const auto turns = load_own_turns(training.options.own);
  if (!turns) return tl::unexpected(turns.error());
  for (const OwnTurn& turn : *turns) add(turn.text, static_cast<int>(rows.size()));
  const auto distress = load_own_distress(training.options.own);
  if (!distress) return tl::unexpected(distress.error());
  for (const OwnDistress& row : *distress)
    if (is_harmless(row)) add(row.text, static_cast<int>(rows.size()));
  const auto clients = load_annomi_talk(training.data);
  if (!clients) return tl::unexpected(clients.error());
  for (const TalkExample& turn : *clients) add(turn.text, turn.transcript);
  const auto comments = load_goemotions(training.data);
  if (!comments) return tl::unexpected(comments.error());
  const std::size_t stride = std::max<std::size_t>(1, comments->train.size() / kComments);
  for (std::size_t i = 0; i < comments->train.size(); i += stride)
    add(comments->train[i].text, static_cast<int>(rows.size()));
  return rows;
}

RiskLevel level_of(const std::vector<double>& scores,
                   const std::vector<Linear::Calibration>& calibrations) {
  int level = 0;
  for (const std::size_t k : {output::kAny, output::kModerate, output::kHigh}) {
    if (scores[k] < static_cast<double>(calibrations[k].threshold)) break;
    ++level;
  }
  return static_cast<RiskLevel>(level);
}

void measure_own(const std::vector<OwnRisk>& own, const FittedLabels& fitted, FullCard& card) {
  Outcomes levels, kinds;
  std::vector<double> any;
  std::vector<bool> is;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const auto scores = fitted.scores(i);
    levels.group.push_back(static_cast<int>(i));
    const auto found = static_cast<std::size_t>(level_of(scores, fitted.calibrations));
    std::vector<bool> a(conversation::kRiskLevels), b(conversation::kRiskLevels);
    a[found] = b[static_cast<std::size_t>(own[i].level)] = true;
    levels.found.push_back(a);
    levels.there.push_back(b);
    std::vector<bool> c(conversation::kRiskKinds), d(conversation::kRiskKinds);
    for (std::size_t k = 0; k < conversation::kRiskKinds; ++k)
      c[k] = scores[output::kKinds + k] >=
             static_cast<double>(fitted.calibrations[output::kKinds + k].threshold);
    for (const RiskKind kind : own[i].kinds) d[static_cast<std::size_t>(kind)] = true;
    kinds.found.push_back(c);
    kinds.there.push_back(d);
    any.push_back(scores[output::kSelf]);
    is.push_back(is_to_self(own[i]));
  }
  kinds.group = levels.group;
  const std::string on = "the project's own sentences, cross-validated";
  std::vector<std::string> names;
  for (std::size_t k = 0; k < conversation::kRiskLevels; ++k)
    names.emplace_back(name(static_cast<RiskLevel>(k)));
  add_macro_f1({"four levels", on}, levels, names, card);
  names.clear();
  for (std::size_t k = 0; k < conversation::kRiskKinds; ++k)
    names.emplace_back(name(static_cast<RiskKind>(k)));
  add_macro_f1({"eight kinds", on}, kinds, names, card);
  add_auroc({"risk to oneself or none", on}, any, is, levels.group, card);
}

/// Posts whose readers saw ideation, behavior or an attempt, against all others; never trained on.
base::Result<void> measure_posts(const Training& training, const Linear& linear, FullCard& card) {
  const auto file = training.data / "cssrs-reddit" / "posts.csv";
  if (!std::filesystem::exists(file)) return {};
  const auto table = Table::read_csv(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<Labeled> posts;
  std::vector<bool> is;
  std::vector<int> group;
  std::map<std::string, int> users;
  for (std::size_t i = 0; i < table->size(); ++i) {
    posts.push_back({table->at(i, "post"), {}, {}, 0, false});
    const std::string& label = table->at(i, "label");
    is.push_back(label == "ideation" || label == "behavior" || label == "attempt");
    group.push_back(users.emplace(table->at(i, "sheet_user"), users.size()).first->second);
  }
  std::vector<double> values;
  for (const auto& scores : score_all(posts, linear, training.spelling))
    values.push_back(scores[output::kSelf]);
  add_auroc(
      {"post at risk", "posts labeled by psychiatrists (Gaur et al., WWW 2019), never trained on"},
      values, is, group, card);
  return {};
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "risk";
  card.date = training.options.date;
  card.license = "Apache-2.0; AnnoMI states none, open research data; weights hold no text of it";
  card.data = {"sentences written by the project (content/training/risk.tsv, skills/)",
               "as words without risk: client turns of AnnoMI, comments of GoEmotions"};
  card.known_failures = {
      "Levels are our own and rest on sentences that we wrote, not on people's records.",
      "Oblique signs (giving things away, sudden calm) are missed or taken for a good day.",
      "A bereavement by suicide, told long and closely, may read as one's own risk.",
      "Written in another way the same meaning flips between risk and none in 4 % (hurried typing) "
      "to 8 % (religious, dialect) of our minimal pairs; no native speaker has read those yet."};
  card.not_for = {"Screening, diagnosing, triage or monitoring of real people.",
                  "Deciding that somebody is safe: no score here says so."};
  return card;
}

}  // namespace

base::Result<Trained> train_risk(const Training& training) {
  const auto own = load_own_risk(training.options.own);
  if (!own) return tl::unexpected(own.error());
  const auto rows = load_rows(training, *own);
  if (!rows) return tl::unexpected(rows.error());
  const auto fitted = fit_labels(*rows, kRecipe, training.spelling,
                                 [&](const std::string& step) { training.say(step); });
  Trained trained{packed(fitted, kRecipe), blank_card(training)};
  measure_own(*own, fitted, trained.card);
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  if (auto measured = measure_posts(training, *linear, trained.card); !measured)
    return tl::unexpected(measured.error());
  return trained;
}

}  // namespace attune::language
