#include "language/corpora.h"
#include "language/figures.h"
#include "language/labeled.h"
#include "language/train_heads.h"

namespace attune::language {
namespace {

using conversation::kFineEmotions;

// Chosen by cross-validation within the training part.
const Recipe kRecipe{.head = "fine",
                     .outputs = kFineEmotions,
                     .cost = 0.7,
                     .ratio = 0.1,
                     .least_texts = 3,
                     .folds = 3};

std::vector<Labeled> rows_of(const std::vector<EmotionExample>& examples) {
  std::vector<Labeled> rows;
  for (const EmotionExample& example : examples) {
    rows.push_back({example.text,
                    {},
                    std::vector<std::int8_t>(kFineEmotions),
                    static_cast<int>(rows.size()),
                    true});
    for (const std::size_t one : example.fine) rows.back().is[one] = 1;
  }
  return rows;
}

FullCard blank_card(const Training& training) {
  FullCard card;
  card.head = "fine";
  card.date = training.options.date;
  card.license = "Apache-2.0";
  card.data = {
      "GoEmotions (Demszky et al., ACL 2020), Apache-2.0, official train split, its own 27 "
      "emotions and neutral"};
  card.known_failures = {
      "Trained on Reddit comments; people in distress write otherwise.",
      "Rare emotions (grief, pride, relief, nervousness) had fewer than 170 comments to learn "
      "from.",
      "A quarter or more of the labels themselves are in doubt by published estimates."};
  card.not_for = {"Screening, diagnosing or monitoring real people.",
                  "Saying what someone feels: it says how the words read."};
  return card;
}

}  // namespace

base::Result<Trained> train_fine(const Training& training) {
  const auto data = load_goemotions(training.data);
  if (!data) return tl::unexpected(data.error());
  const auto fitted = fit_labels(rows_of(data->train), kRecipe,
                                 [&](const std::string& step) { training.say(step); });
  Trained trained{fitted.model, blank_card(training)};
  const auto linear = Linear::open(trained.model);
  if (!linear) return tl::unexpected(linear.error());
  const std::vector<Labeled> dev = rows_of(data->dev);
  const auto scores = score_all(dev, *linear, false);
  Outcomes outcomes;
  for (std::size_t i = 0; i < dev.size(); ++i) {
    outcomes.group.push_back(static_cast<int>(i));
    outcomes.found.emplace_back();
    outcomes.there.emplace_back();
    for (std::size_t k = 0; k < kFineEmotions; ++k) {
      const auto threshold = static_cast<double>(linear->calibration(k).threshold);
      outcomes.found.back().push_back(scores[i][k] >= threshold);
      outcomes.there.back().push_back(dev[i].is[k] == 1);
    }
  }
  std::vector<std::string> names;
  for (std::size_t k = 0; k < kFineEmotions; ++k)
    names.emplace_back(name(static_cast<conversation::FineEmotion>(k)));
  add_macro_f1({"27 emotions and neutral, all above threshold", "GoEmotions dev, Reddit comments"},
               outcomes, names, trained.card);
  return trained;
}

}  // namespace attune::language
