#include "language/train_net.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "language/net_learner.h"

namespace attune::language {
namespace {

constexpr float kTeacherDropout = 0.4F, kFinalDropout = 0.2F;
constexpr float kTaught = 0.9F;  // what the teachers' word weighs beside what is known

std::vector<std::uint32_t> known_words(std::span<const NetText* const> texts, int least) {
  std::map<std::uint32_t, int> counts;
  for (const NetText* text : texts)
    for (const std::uint32_t key : text->words) ++counts[key];
  std::vector<std::uint32_t> keys;
  for (const auto& [key, count] : counts)
    if (count >= least) keys.push_back(key);
  return keys;
}

NetNumbers fit(std::span<const NetText* const> texts, const Words& words, int least,
               const NetSchedule& schedule) {
  NetLearner learner(known_words(texts, least), words, texts.front()->is.size(), schedule);
  learner.learn(texts);
  return learner.numbers();
}

std::vector<std::vector<float>> held_out(const std::vector<NetText>& texts, const Words& words,
                                         const NetRecipe& recipe,
                                         const std::function<void(const std::string&)>& say) {
  const std::size_t width = texts.front().is.size();
  std::vector<std::vector<float>> means(texts.size(), std::vector<float>(width));
  std::vector<float> values(width);
  for (int fold = 0; fold < recipe.folds; ++fold) {
    std::vector<const NetText*> others;
    for (const NetText& text : texts)
      if (text.group % recipe.folds != fold) others.push_back(&text);
    if (others.empty()) continue;
    for (int teacher = 0; teacher < recipe.teachers; ++teacher) {
      const Net net(fit(others, words, recipe.least_texts,
                        {recipe.epochs, kTeacherDropout, static_cast<std::uint64_t>(teacher + 1)}));
      for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].group % recipe.folds != fold) continue;
        net.read(texts[i].words, values);
        for (std::size_t k = 0; k < width; ++k)
          means[i][k] += values[k] / static_cast<float>(recipe.teachers);
      }
      say("fitted net " + std::to_string(fold * recipe.teachers + teacher + 1) + " of " +
          std::to_string(recipe.folds * recipe.teachers));
    }
  }
  return means;
}

}  // namespace

FittedNet fit_net(const std::vector<NetText>& texts, const Words& words, const NetRecipe& recipe,
                  const std::function<void(const std::string&)>& say) {
  FittedNet fitted{{}, held_out(texts, words, recipe, say)};
  std::vector<NetText> taught = texts;
  std::vector<const NetText*> pointers;
  for (std::size_t i = 0; i < taught.size(); ++i) {
    for (std::size_t k = 0; k < taught[i].is.size(); ++k) {
      const float said = 1 / (1 + std::exp(-fitted.held_out[i][k]));
      float& is = taught[i].is[k];
      is = std::isnan(is) ? said : kTaught * said + (1 - kTaught) * is;
    }
    pointers.push_back(&taught[i]);
  }
  fitted.net = fit(pointers, words, recipe.least_texts, {recipe.final_epochs, kFinalDropout, 1});
  say("fitted the net that learns from them");
  return fitted;
}

}  // namespace attune::language
