#include "study/next_turn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

#include "base/draw.h"
#include "stats/regression.h"
#include "study/what_follows.h"

namespace attune::study {
namespace {

using conversation::Talk;

constexpr std::size_t kFolds = 10;
constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kFewest = 30;  // of either answer
constexpr double kRidge = 5;         // the same for every model: our choice

using Losses = std::vector<double>;

struct Question {
  const char* name;
  std::optional<bool> (*answer)(const Exchange&);
};

constexpr std::array kQuestions{
    Question{"longer",
             [](const Exchange& one) -> std::optional<bool> { return one.next.length > 0; }},
    Question{"change",
             [](const Exchange& one) -> std::optional<bool> {
               if (one.next.lean() == 0) return {};
               return one.next.lean() > 0;
             }},
    Question{"opens",
             [](const Exchange& one) -> std::optional<bool> {
               if (one.next.openness() == 0) return {};
               return one.next.openness() > 0;
             }},
    Question{"leaves", [](const Exchange& one) -> std::optional<bool> { return one.leaves; }}};

/// What each model may know of a turn, without the 1 of the intercept.
struct Known {
  std::vector<double> persistence, codes, mind;
};

std::vector<double> joined(std::vector<double> one, const std::vector<double>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

/// Every column on the scale of the rows to learn from.
class Scaler {
 public:
  Scaler(const stats::Rows& rows, std::span<const std::size_t> learn)
      : mean_(rows.front().size()), spread_(rows.front().size()) {
    const auto each = 1 / static_cast<double>(learn.size());
    for (const std::size_t i : learn)
      for (std::size_t k = 0; k < mean_.size(); ++k) mean_[k] += each * rows[i][k];
    for (const std::size_t i : learn)
      for (std::size_t k = 0; k < mean_.size(); ++k)
        spread_[k] += each * std::pow(rows[i][k] - mean_[k], 2);
  }

  [[nodiscard]] std::vector<double> scaled(const std::vector<double>& row) const {
    std::vector<double> made{1};
    for (std::size_t k = 0; k < row.size(); ++k)
      made.push_back(spread_[k] > 1e-12 ? (row[k] - mean_[k]) / std::sqrt(spread_[k]) : 0);
    return made;
  }

 private:
  std::vector<double> mean_, spread_;
};

/// Turns with an answer, and the fold of each.
struct Task {
  std::vector<const Exchange*> turns;
  std::vector<bool> answers;
  std::vector<std::size_t> folds;
};

Task task_of(std::span<const Exchange> exchanges, const Question& question) {
  Task task;
  for (const Exchange& exchange : exchanges) {
    const auto answer = question.answer(exchange);
    if (!answer) continue;
    task.turns.push_back(&exchange);
    task.answers.push_back(*answer);
    task.folds.push_back(base::draw_index(kSeed, exchange.talk, "fold", kFolds));
  }
  return task;
}

/// The loss at every turn, by a model that never saw its talk.
Losses losses(const Task& task, const stats::Rows& rows) {
  Losses all(rows.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<std::size_t> learn, judge;
    for (std::size_t i = 0; i < rows.size(); ++i)
      (task.folds[i] == fold ? judge : learn).push_back(i);
    if (judge.empty() || learn.empty()) continue;
    const Scaler scaler(rows, learn);
    stats::Rows some;
    std::vector<double> answers;
    for (const std::size_t i : learn) {
      some.push_back(scaler.scaled(rows[i]));
      answers.push_back(task.answers[i] ? 1 : 0);
    }
    const auto slopes = stats::logistic(some, answers, kRidge);
    for (const std::size_t i : judge)
      all[i] = stats::log_loss(stats::chance(slopes, scaler.scaled(rows[i])), task.answers[i]);
  }
  return all;
}

double mean(const Losses& losses) {
  double sum = 0;
  for (const double loss : losses) sum += loss;
  return sum / static_cast<double>(losses.size());
}

/// The fall of the loss from one model to the next, with whole talks drawn anew.
Estimate gain(const Task& task, const Losses& without, const Losses& with) {
  std::map<std::size_t, std::pair<double, double>> talks;
  for (std::size_t i = 0; i < without.size(); ++i) {
    auto& [sum, count] = talks[task.turns[i]->talk];
    sum += without[i] - with[i];
    count += 1;
  }
  std::vector<std::pair<double, double>> listed;
  for (const auto& [talk, sums] : talks) listed.push_back(sums);
  return estimate(std::vector<int>(listed.size(), 0),
                  [&](std::span<const std::size_t> drawn) {
                    double sum = 0, count = 0;
                    for (const std::size_t i : drawn) {
                      sum += listed[i].first;
                      count += listed[i].second;
                    }
                    return std::vector<double>{sum / count};
                  })
      .front();
}

Known known_of(const Exchange& one, const std::vector<std::string>& codes) {
  Known known;
  known.persistence = {one.last.lean(), one.last.length, one.last.openness(),
                       std::log(1.0 + one.turn)};
  for (const std::string& code : codes) known.codes.push_back(one.codes.contains(code) ? 1 : 0);
  known.mind = {one.after.trust - one.after.guard,
                one.weighed.trust - one.weighed.guard,
                one.weighed.met,
                one.weighed.hurt,
                one.heard,
                one.strain,
                one.after.distress,
                one.after.hope};
  return known;
}

Foretold foretell(const Question& question, const Task& task,
                  const std::vector<std::string>& codes) {
  stats::Rows persistence, by_codes, mind, both, persistence_mind, codes_mind, all;
  for (const Exchange* turn : task.turns) {
    const Known known = known_of(*turn, codes);
    persistence.push_back(known.persistence);
    by_codes.push_back(known.codes);
    mind.push_back(known.mind);
    both.push_back(joined(known.persistence, known.codes));
    persistence_mind.push_back(joined(known.persistence, known.mind));
    codes_mind.push_back(joined(known.codes, known.mind));
    all.push_back(joined(both.back(), known.mind));
  }
  const Losses nothing = losses(task, stats::Rows(task.turns.size()));
  const Losses by_persistence = losses(task, persistence), coded = losses(task, by_codes),
               minded = losses(task, mind), by_both = losses(task, both);
  const auto yes = static_cast<double>(std::ranges::count(task.answers, true));
  Foretold made{question.name, task.turns.size(), yes / static_cast<double>(task.turns.size())};
  made.nothing = mean(nothing);
  made.persistence = mean(by_persistence);
  made.codes = mean(coded);
  made.mind = mean(minded);
  made.both = mean(by_both);
  made.over_nothing = gain(task, nothing, minded);
  made.over_persistence = gain(task, by_persistence, losses(task, persistence_mind));
  made.over_codes = gain(task, coded, losses(task, codes_mind));
  made.over_both = gain(task, by_both, losses(task, all));
  return made;
}

}  // namespace

std::vector<Foretold> foretell(std::span<const Exchange> exchanges) {
  std::vector<std::string> codes;
  for (const auto& [code, turns] : behaviors(exchanges)) codes.push_back(code);
  std::vector<Foretold> all;
  for (const Question& question : kQuestions) {
    const Task task = task_of(exchanges, question);
    const auto yes = static_cast<std::size_t>(std::ranges::count(task.answers, true));
    if (std::min(yes, task.turns.size() - yes) < kFewest) continue;
    all.push_back(foretell(question, task, codes));
  }
  return all;
}

}  // namespace attune::study
