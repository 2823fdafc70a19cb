#include "trial/plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <sodium.h>

#include "stats/planner.h"

namespace attune::trial {
namespace {

/// Mann-Whitney and Wilcoxon need pi/3 times the people of a t test where values are normal
/// (asymptotic relative efficiency 3/pi: Hodges & Lehmann 1956).
constexpr double kRankCost = std::numbers::pi / 3;

std::string count(int n, const std::string& what) {
  return std::to_string(n) + " " + what;
}

/// Those of both compared conditions, of arms that hold them.
std::set<std::string> clients(const Plan& plan, const std::string& condition) {
  std::set<std::string> all;
  for (const Arm& arm : plan.arms)
    for (const Talk& talk : arm.talks)
      if (talk.condition == condition) all.insert(talk.client);
  return all;
}

bool always_first(const Plan& plan, const std::string& condition) {
  return std::ranges::all_of(
      plan.arms, [&](const Arm& arm) { return arm.talks.front().condition == condition; });
}

}  // namespace

std::string_view name(Measure measure) {
  constexpr std::array<std::string_view, 3> kNames{"ratings", "after", "change"};
  return kNames[static_cast<std::size_t>(measure)];
}

std::string_view name(Test test) {
  constexpr std::array<std::string_view, 4> kNames{"welch_t", "mann_whitney", "paired_t",
                                                   "wilcoxon"};
  return kNames[static_cast<std::size_t>(test)];
}

bool is_paired(Test test) {
  return test == Test::paired_t || test == Test::wilcoxon;
}

bool Arm::holds(std::string_view condition) const {
  return std::ranges::find(talks, condition, &Talk::condition) != talks.end();
}

const Condition& Plan::condition(std::string_view wanted) const {
  const auto found = std::ranges::find(conditions, wanted, &Condition::id);
  base::expects(found != conditions.end());
  return *found;
}

const Arm& Plan::arm(std::string_view wanted) const {
  const auto found = std::ranges::find(arms, wanted, &Arm::id);
  base::expects(found != arms.end());
  return *found;
}

std::vector<const Outcome*> Plan::outcomes() const {
  std::vector<const Outcome*> all{&primary};
  for (const Outcome& one : secondary) all.push_back(&one);
  return all;
}

std::string fingerprint(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

Needed needed(const Plan& plan) {
  const Outcome& primary = plan.primary;
  const Sample& sample = plan.sample;
  const bool paired = is_paired(primary.test);
  const int by_t = paired
                       ? stats::pairs_for_difference(sample.smallest, sample.power, sample.alpha)
                       : stats::people_for_difference(sample.smallest, sample.power, sample.alpha);
  const bool ranks = primary.test == Test::mann_whitney || primary.test == Test::wilcoxon;
  const int compared = ranks ? static_cast<int>(std::ceil(by_t * kRankCost)) : by_t;
  if (paired) return {compared, compared};
  // The rarer of the two conditions decides, as every arm gets equally many people.
  const auto arms = [&](const std::string& condition) {
    return std::ranges::count_if(plan.arms, [&](const Arm& arm) { return arm.holds(condition); });
  };
  const auto fewest = static_cast<int>(std::min(arms(primary.first), arms(primary.second)));
  const int in_each_arm = (compared + fewest - 1) / fewest;
  return {compared, in_each_arm * static_cast<int>(plan.arms.size())};
}

std::vector<std::string> doubts(const Plan& plan) {
  std::vector<std::string> all;
  const Needed need = needed(plan);
  if (plan.sample.people < need.people)
    all.push_back("The plan enrolls " + count(plan.sample.people, "people") + " and needs " +
                  std::to_string(need.people) +
                  " with full data: enroll more, or say that a smaller difference may go unseen.");
  if (plan.raters < 2)
    all.push_back("One rater a talk: nobody can tell how far the ratings depend on who rated.");
  const std::string& first = plan.primary.first;
  const std::string& second = plan.primary.second;
  if (is_paired(plan.primary.test) && (always_first(plan, first) || always_first(plan, second)))
    all.push_back(
        "One of the compared conditions comes first for everybody: practice and tiredness cannot "
        "be told from it. Add an arm with the other order.");
  if (clients(plan, first) != clients(plan, second))
    all.push_back(
        "The compared conditions do not meet the same clients: a difference may lie in the "
        "clients.");
  return all;
}

}  // namespace attune::trial
