#include "language/train_net.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <thread>

#include "language/net_learner.h"

namespace attune::language {
namespace {

// The nets that are learned from must not lean on what they have seen; the one that learns is to
// say what they say.
constexpr float kTeacherDropout = 0.4F, kTeacherUnread = 0.15F, kFinalDropout = 0,
                kFinalUnread = 0.02F;
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

NetNumbers fit(std::span<const NetText* const> texts, std::vector<std::uint32_t> keys,
               const Words& words, const NetSchedule& schedule) {
  NetLearner learner(std::move(keys), words, texts.front()->is.size(), schedule);
  learner.learn(texts);
  return learner.numbers();
}

// The texts, then for each, as often as the recipe says, how it begins and how another one of its
// fold ends; nothing is known of those.
std::vector<NetText> with_splices(const std::vector<NetText>& texts, const NetRecipe& recipe) {
  std::vector<NetText> all = texts;
  std::map<int, std::vector<const NetText*>> folds;
  for (const NetText& text : texts)
    if (text.words.size() > 1) folds[text.group % recipe.folds].push_back(&text);
  NetChance chance(1);
  for (int splice = 0; splice < recipe.splices; ++splice)
    for (const auto& [fold, members] : folds)
      for (const NetText* begin : members) {
        const NetText& end = *members[chance.below(members.size())];
        NetText& one = all.emplace_back();
        const auto cut = [&](const NetText& text) {
          return text.words.begin() +
                 static_cast<std::ptrdiff_t>(1 + chance.below(text.words.size() - 1));
        };
        one.words.assign(begin->words.begin(), cut(*begin));
        one.words.insert(one.words.end(), cut(end), end.words.end());
        one.is.assign(begin->is.size(), std::numeric_limits<float>::quiet_NaN());
        one.group = fold;
      }
  return all;
}

// Values of the texts that a teacher did not learn from, in their order; it learns from the first
// `known`.
std::vector<float> taught_values(const std::vector<NetText>& texts, std::size_t known,
                                 const Words& words, const NetRecipe& recipe, int teacher) {
  const int fold = teacher / recipe.teachers;
  const auto seed = static_cast<std::uint64_t>(teacher % recipe.teachers + 1);
  std::vector<const NetText*> others;
  for (const NetText& text : std::span(texts).first(known))
    if (text.group % recipe.folds != fold) others.push_back(&text);
  std::vector<float> all;
  if (others.empty()) return all;
  const Net net(fit(others, known_words(others, recipe.least_texts), words,
                    {recipe.epochs, kTeacherDropout, kTeacherUnread, seed}));
  std::vector<float> values(texts.front().is.size());
  for (const NetText& text : texts) {
    if (text.group % recipe.folds != fold) continue;
    net.read(text.words, values);
    all.insert(all.end(), values.begin(), values.end());
  }
  return all;
}

std::vector<std::vector<float>> held_out(const std::vector<NetText>& texts, std::size_t known,
                                         const Words& words, const NetRecipe& recipe,
                                         const std::function<void(const std::string&)>& say) {
  const int count = recipe.folds * recipe.teachers;
  std::vector<std::vector<float>> taught(static_cast<std::size_t>(count));
  std::atomic<int> next{0};
  int done = 0;
  std::mutex saying;
  const auto work = [&] {
    for (int teacher = next++; teacher < count; teacher = next++) {
      taught[static_cast<std::size_t>(teacher)] =
          taught_values(texts, known, words, recipe, teacher);
      const std::scoped_lock lock(saying);
      say("fitted net " + std::to_string(++done) + " of " + std::to_string(count));
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(work);
  work();
  threads.clear();
  const std::size_t width = texts.front().is.size();
  std::vector<std::vector<float>> means(texts.size(), std::vector<float>(width));
  for (int teacher = 0; teacher < count; ++teacher) {
    auto value = taught[static_cast<std::size_t>(teacher)].begin();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].group % recipe.folds != teacher / recipe.teachers) continue;
      for (float& mean : means[i]) mean += *value++ / static_cast<float>(recipe.teachers);
    }
  }
  return means;
}

}  // namespace

FittedNet fit_net(const std::vector<NetText>& texts, const Words& words, const NetRecipe& recipe,
                  const std::function<void(const std::string&)>& say) {
  std::vector<NetText> taught = with_splices(texts, recipe);
  FittedNet fitted{{}, held_out(taught, texts.size(), words, recipe, say)};
  std::vector<const NetText*> pointers;
  for (std::size_t i = 0; i < taught.size(); ++i) {
    for (std::size_t k = 0; k < taught[i].is.size(); ++k) {
      const float said = 1 / (1 + std::exp(-fitted.held_out[i][k]));
      float& is = taught[i].is[k];
      is = std::isnan(is) ? said : kTaught * said + (1 - kTaught) * is;
    }
    pointers.push_back(&taught[i]);
  }
  fitted.held_out.resize(texts.size());
  const auto known = std::span(pointers).first(texts.size());
  fitted.net = fit(pointers, known_words(known, recipe.least_texts), words,
                   {recipe.final_epochs, kFinalDropout, kFinalUnread, 1});
  say("fitted the net that learns from them");
  return fitted;
}

}  // namespace attune::language
