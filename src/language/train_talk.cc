#include "language/corpora.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/own_rows.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

using conversation::kTalks;
using conversation::Talk;

// Chosen by cross-validation.
const Recipe kRecipe{.head = "talk",
                     .outputs = std::vector<Output>(kTalks, {.cost = 0.3, .rarity = true}),
                     .least_texts = 3,
                     .folds = 5,
                     .turn = true};

Labeled row_of(const TalkExample& example, bool counted) {
  Labeled row{example.text, example.before, std::vector<std::int8_t>(kTalks), example.transcript,
              counted};
  row.is[static_cast<std::size_t>(example.talk)] = 1;
  return row;
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "talk";
  card.date = training.options.date;
  card.license = "CC BY-SA 4.0";
  card.data = {
      "AnnoMI (Wu et al., ICASSP 2022; Future Internet 15(3):110, 2023), majority of its coders",
      "MIBot (Mahmood et al., Findings of ACL 2025), CC BY-SA 4.0, labels by a language model",
      "sentences written by the project (content/training/talk.tsv)"};
  card.known_failures = {"People agree only modestly on these labels (kappa about 0.47).",
                         "A short yes or no takes its meaning from the question before it.",
                         "Learned from talks about habits; grief and loneliness differ."};
  card.not_for = {"Saying what somebody will do.", "Counting change talk as success."};
  return card;
}

}  // namespace

base::Result<Trained> train_talk(const Training& training) {
  const auto annomi = load_annomi_talk(training.data);
  if (!annomi) return tl::unexpected(annomi.error());
  const auto mibot = load_mibot_talk(training.data);
  if (!mibot) return tl::unexpected(mibot.error());
  const auto own = load_own_talk(training.options.own);
  if (!own) return tl::unexpected(own.error());
  std::vector<Labeled> rows;
  for (const TalkExample& example : *annomi) rows.push_back(row_of(example, true));
  for (const TalkExample& example : *mibot) rows.push_back(row_of(example, false));
  for (std::size_t i = 0; i < own->size(); ++i) {
    const OwnTalk& row = (*own)[i];
    std::optional<std::string> before;
    if (!row.before.empty()) before = row.before;
    rows.push_back(row_of({row.text, before, row.talk, static_cast<int>(i)}, false));
  }
  FittedLabels fitted = fit_labels(rows, kRecipe, training.spelling,
                                   [&](const std::string& step) { training.say(step); });
  tune_tops(rows, kTalks, fitted);
  Trained trained{packed(fitted, kRecipe), blank_card(training)};
  Outcomes outcomes;
  for (std::size_t i = 0; i < annomi->size(); ++i) {
    std::vector<bool> found(kTalks), there(kTalks);
    found[top_of(fitted.scores(i), fitted.calibrations, kTalks)] = true;
    there[static_cast<std::size_t>((*annomi)[i].talk)] = true;
    outcomes.found.push_back(found);
    outcomes.there.push_back(there);
    outcomes.group.push_back((*annomi)[i].transcript);
  }
  add_macro_f1({"change, neutral, sustain", "AnnoMI, cross-validated by transcript"}, outcomes,
               {"change", "neutral", "sustain"}, trained.card);
  return trained;
}

}  // namespace attune::language
