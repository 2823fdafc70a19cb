#include "study/relief.h"

#include <cmath>
#include <functional>
#include <map>

#include "stats/regression.h"

namespace attune::study {
namespace {

constexpr double kKept = 1300, kFailed = 196;  // Liu et al. 2021; FailedESConv

std::vector<std::string> strategies(const CodedTalks& talks) {
  std::set<std::string> all;
  for (const CodedTalk& talk : talks.talks)
    for (const CodedTurn& turn : talk.turns) all.insert(turn.codes.begin(), turn.codes.end());
  return {all.begin(), all.end()};
}

/// 1, the feeling before, the supporter's turns, then turns that held each strategy.
std::vector<double> row_of(const CodedTalk& talk, const std::vector<std::string>& codes) {
  std::vector<double> row(3 + codes.size());
  row[0] = 1;
  row[1] = talk.scores.before.value_or(0);
  for (const CodedTurn& turn : talk.turns) {
    if (turn.turn.speaker != conversation::Speaker::supporter) continue;
    row[2] += 1;
    for (std::size_t i = 0; i < codes.size(); ++i)
      row[3 + i] += turn.codes.contains(codes[i]) ? 1 : 0;
  }
  return row;
}

using Outcome = std::function<std::optional<double>(const Scores&)>;

std::optional<double> relief_of(const Scores& scores) {
  if (!scores.before || !scores.after) return {};
  return *scores.before - *scores.after;
}

Rated rate(const CodedTalks& talks, const std::string& name, const Outcome& outcome) {
  const auto codes = strategies(talks);
  stats::Rows rows;
  std::vector<double> outcomes;
  for (const CodedTalk& talk : talks.talks) {
    const auto value = outcome(talk.scores);
    if (!value || !talk.scores.before) continue;
    rows.push_back(row_of(talk, codes));
    outcomes.push_back(*value);
  }
  Rated rated{name, rows.size(), {}};
  if (rows.empty()) return rated;
  const auto slopes = estimate(std::vector<int>(rows.size(), 0), [&](auto drawn) {
    stats::Rows some;
    std::vector<double> values;
    for (const std::size_t i : drawn) {
      some.push_back(rows[i]);
      values.push_back(outcomes[i]);
    }
    return stats::least_squares(some, values);
  });
  rated.slopes = {{"feeling before", slopes[1]}, {"supporter turns", slopes[2]}};
  for (std::size_t i = 0; i < codes.size(); ++i) rated.slopes.push_back({codes[i], slopes[3 + i]});
  return rated;
}

/// One talk: the feeling on [0, 1], and the met of its turns summed.
struct Course {
  bool kept = true;
  double before = 0, after = 0, met = 0;
  double weight = 1;
};

/// The rate at which before * exp(-rate * met) comes nearest to after, by golden section.
double rate_of(const std::vector<Course>& courses, std::span<const std::size_t> drawn) {
  const auto miss = [&](double rate) {
    double sum = 0;
    for (const std::size_t i : drawn) {
      const Course& one = courses[i];
      sum += one.weight * std::pow(one.after - one.before * std::exp(-rate * one.met), 2);
    }
    return sum;
  };
  constexpr double kGolden = 0.6180339887498949;
  double low = -1, high = 2;
  for (int step = 0; step < 60; ++step) {
    const double left = high - kGolden * (high - low), right = low + kGolden * (high - low);
    if (miss(left) < miss(right))
      high = right;
    else
      low = left;
  }
  return (low + high) / 2;
}

std::vector<double> figures(const std::vector<Course>& courses, std::span<const std::size_t> drawn,
                            double per_rate) {
  double fall = 0, weight = 0;
  stats::Rows rows;
  std::vector<double> shares;
  for (const std::size_t i : drawn) {
    const Course& one = courses[i];
    fall += one.weight * (one.before - one.after);
    weight += one.weight;
    if (one.before <= 0) continue;
    const double root = std::sqrt(one.weight);
    rows.push_back({root, root * one.met});
    shares.push_back(root * (one.before - one.after) / one.before);
  }
  const double slope = rows.empty() ? std::nan("") : stats::least_squares(rows, shares)[1];
  return {fall / weight, rate_of(courses, drawn) / per_rate, slope};
}

Eased ease(const std::string& name, const std::vector<Course>& courses, double per_rate) {
  Eased eased{name, courses.size(), {}, {}, {}};
  if (courses.empty()) return eased;
  std::vector<int> strata;
  for (const Course& course : courses) strata.push_back(course.kept ? 1 : 0);
  const auto all = estimate(strata, [&](auto drawn) { return figures(courses, drawn, per_rate); });
  eased.fall = all[0];
  eased.ease = all[1];
  eased.slope = all[2];
  return eased;
}

std::vector<Course> courses_of(const CodedTalks& talks, const std::vector<Exchange>& exchanges) {
  std::map<std::size_t, double> met;
  for (const Exchange& exchange : exchanges) met[exchange.talk] += exchange.weighed.met;
  std::vector<Course> courses;
  for (const auto& [i, sum] : met) {
    const Scores& scores = talks.talks[i].scores;
    if (!scores.before || !scores.after) continue;
    courses.push_back(
        {talks.talks[i].good, (*scores.before - 1) / 4, (*scores.after - 1) / 4, sum});
  }
  return courses;
}

}  // namespace

std::vector<Rated> rated_by_strategy(const CodedTalks& talks) {
  return {rate(talks, "relief", relief_of),
          rate(talks, "empathy", [](const Scores& scores) { return scores.empathy; }),
          rate(talks, "relevance", [](const Scores& scores) { return scores.relevance; })};
}

std::vector<Eased> eased(const CodedTalks& talks, const std::vector<Exchange>& exchanges,
                         const client::Case& person, const client::Dynamics& dynamics) {
  std::vector<Course> all = courses_of(talks, exchanges), kept, failed;
  for (const Course& course : all) (course.kept ? kept : failed).push_back(course);
  for (Course& course : all)
    course.weight = course.kept ? kKept / static_cast<double>(kept.size())
                                : kFailed / static_cast<double>(failed.size());
  // One turn multiplies distress by 1 - distress_ease * met * these; over a talk nearly exp.
  const double per_rate =
      dynamics("relief_followed") * (1 - dynamics("rumination_slows") * person.traits.rumination);
  return {ease("kept", kept, per_rate), ease("failed", failed, per_rate),
          ease("both, as collected", all, per_rate)};
}

}  // namespace attune::study
