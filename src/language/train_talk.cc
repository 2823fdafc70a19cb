#include "language/corpora.h"
#include "language/earlier.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/train_heads.h"
#include "language/words.h"

namespace attune::language {
namespace {

using conversation::kTalks;
using conversation::Speaker;
using conversation::Talk;
using conversation::Turn;

// Chosen by cross-validation.
const Recipe kRecipe{.head = "talk",
                     .outputs = std::vector<Output>(
                         kTalks, {.cost = 0.15, .rarity = true, .aside = true, .level = true}),
                     .least_texts = 3,
                     .folds = 5,
                     .most = 24'000,
                     .side = conversation::Speaker::client};

// Set aside, after AnnoMI's coders: MIBot's language model, ourselves, and each talk, for some
// hold much change talk whatever is said in them.
constexpr std::uint32_t kByModel = kSeveralCoders + 1;
constexpr std::uint32_t kByUs = kByModel + 1;
constexpr std::uint32_t kTalkNumbers = kByUs + 1;

Labeled row_of(const TalkExample& example, bool counted) {
  Labeled row{example.text, std::nullopt, std::vector<std::int8_t>(kTalks),
              counted ? example.transcript : -1, counted};
  row.is[static_cast<std::size_t>(example.talk)] = 1;
  row.talk = example.before;
  for (const Turn& turn : row.talk)
    if (turn.speaker == Speaker::supporter) row.before = turn.text;
  return row;
}

struct Rows {
  std::vector<Labeled> rows;  ///< AnnoMI's first
  std::size_t public_turns = 0;
};

base::Result<Rows> load_rows(const Training& training) {
  const auto annomi = load_annomi_talk(training.data);
  if (!annomi) return tl::unexpected(annomi.error());
  const auto mibot = load_mibot_talk(training.data);
  if (!mibot) return tl::unexpected(mibot.error());
  const auto own = load_own_talk(training.options.own);
  if (!own) return tl::unexpected(own.error());
  Rows all{{}, annomi->size()};
  const auto add = [&](const TalkExample& example, bool counted, std::uint32_t by,
                       std::uint32_t talk) {
    all.rows.push_back(row_of(example, counted));
    all.rows.back().aside = {by, talk};
  };
  for (const TalkExample& example : *annomi)
    add(example, true, example.coder,
        kTalkNumbers + 2 * static_cast<std::uint32_t>(example.transcript));
  for (const TalkExample& example : *mibot)
    add(example, false, kByModel,
        kTalkNumbers + 2 * static_cast<std::uint32_t>(example.transcript) + 1);
  for (const OwnTalk& row : *own) {
    std::vector<Turn> before;
    if (!row.before.empty()) before.push_back({Speaker::supporter, row.before});
    all.rows.push_back(row_of({row.text, before, row.talk, 0}, false));
    all.rows.back().aside = {kByUs};
  }
  return all;
}

/// The directions of each row's words and of what it answers, and the shape of the talk before it,
/// are further inputs.
base::Result<void> add_dense(const Training& training, std::vector<Labeled>& rows) {
  const auto words = Words::open(training.models / "words.bin");
  if (!words) return tl::unexpected(base::wrap("train words first", words.error()));
  for (Labeled& row : rows) {
    const std::size_t dims = words->dims();
    row.dense.resize(2 * dims + kShapes);
    const std::span dense(row.dense);
    words->direction(training.spelling.tokens(row.text), dense.first(dims));
    Past past;
    take_past(row.talk, past);
    asked_direction(past, *words, dense.subspan(dims, dims));
    talk_shape(row.talk, dense.last<kShapes>());
  }
  return {};
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "talk";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = {
      "AnnoMI (Wu et al., ICASSP 2022; Future Internet 15(3):110, 2023), majority of its coders",
      "MIBot (Mahmood et al., Findings of ACL 2025), CC BY-SA 4.0, labels by a language model",
      "sentences written by the project (content/training/talk.tsv)", "the words' vectors"};
  card.known_failures = {"People agree only modestly on these labels (kappa about 0.47).",
                         "A short yes or no takes its meaning from the question before it.",
                         "Learned from talks about habits; grief and loneliness differ."};
  card.not_for = {"Saying what somebody will do.", "Counting change talk as success."};
  return card;
}

}  // namespace

base::Result<Trained> train_talk(const Training& training) {
  auto loaded = load_rows(training);
  if (!loaded) return tl::unexpected(loaded.error());
  std::vector<Labeled>& rows = loaded->rows;
  if (auto added = add_dense(training, rows); !added) return tl::unexpected(added.error());
  FittedLabels fitted = fit_labels(rows, kRecipe, training.spelling,
                                   [&](const std::string& step) { training.say(step); });
  tune_tops(rows, kTalks, fitted);
  Trained trained{packed(fitted, kRecipe), blank_card(training)};
  Outcomes outcomes;
  for (std::size_t i = 0; i < loaded->public_turns; ++i) {
    std::vector<bool> found(kTalks), there(kTalks);
    found[top_of(fitted.scores(i), fitted.calibrations, kTalks)] = true;
    for (std::size_t k = 0; k < kTalks; ++k) there[k] = rows[i].is[k] == 1;
    outcomes.found.push_back(found);
    outcomes.there.push_back(there);
    outcomes.group.push_back(rows[i].group);
  }
  add_macro_f1({"change, neutral, sustain", "AnnoMI, cross-validated by transcript"}, outcomes,
               {"change", "neutral", "sustain"}, trained.card);
  return trained;
}

}  // namespace attune::language
