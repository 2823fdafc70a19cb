#include "language/figures.h"
#include "language/fine_fit.h"
#include "language/labeled.h"

namespace attune::language {
namespace {

using conversation::kFineEmotions;

// Chosen by cross-validation within the training part.
const Recipe kRecipe{.head = "fine",
                     .outputs = std::vector<Output>(kFineEmotions, {.cost = 0.7, .ratio = 0.1}),
                     .least_texts = 3,
                     .folds = 3,
                     .most = 48'000};

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
      "GoEmotions (Demszky et al., ACL 2020), Apache-2.0, its own 27 "
      "emotions and neutral; figures rest on its train split alone, the weights on dev too"};
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

FineFit fit_fine(const std::vector<EmotionExample>& comments, const Training& training) {
  const FittedLabels fitted =
      fit_labels(rows_of(comments), kRecipe, training.spelling,
                 [&](const std::string& step) { training.say("fine: " + step); });
  return {packed(fitted, kRecipe), fitted.values};
}

base::Result<Trained> train_fine(const Training& training) {
  auto data = load_goemotions(training.data);
  if (!data) return tl::unexpected(data.error());
  FullCard card = blank_card(training);
  const auto measured = Linear::open(fit_fine(data->train, training).file);
  if (!measured) return tl::unexpected(measured.error());
  const std::vector<Labeled> dev = rows_of(data->dev);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < kFineEmotions; ++k)
    names.emplace_back(name(static_cast<conversation::FineEmotion>(k)));
  add_macro_f1({"27 emotions and neutral, all above threshold", "GoEmotions dev, Reddit comments"},
               above_threshold(dev, score_all(dev, *measured, training.spelling), *measured), names,
               card);
  training.say("fitting the dev part too, which was held out for the figures");
  data->train.insert(data->train.end(), data->dev.begin(), data->dev.end());
  return Trained{fit_fine(data->train, training).file, std::move(card)};
}

}  // namespace attune::language
