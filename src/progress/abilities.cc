#include "progress/abilities.h"

#include <algorithm>

#include "stats/bootstrap.h"
#include "stats/compare.h"

namespace attune::progress {
namespace {

constexpr int kDraws = 1000;  // our choice
constexpr std::uint64_t kSeed = 1;

stats::Interval by_talk(const std::vector<Tally>& tallies) {
  const std::vector<int> strata(tallies.size(), 0);
  return stats::bootstrap(
      strata,
      [&](std::span<const std::size_t> drawn) {
        double hits = 0, of = 0;
        for (const std::size_t i : drawn) {
          hits += tallies[i].hits;
          of += tallies[i].of;
        }
        return hits / of;
      },
      kDraws, kSeed);
}

AbilityCourse course(Ability ability, const std::vector<Record>& records) {
  AbilityCourse course{.ability = ability};
  std::vector<Tally> tallies;
  int hits = 0;
  for (const Record& record : records) {
    const Tally& tally = record.of(ability);
    if (!record.counts() || tally.of == 0) continue;
    tallies.push_back(tally);
    hits += tally.hits;
    course.n += tally.of;
    course.talks.push_back({record.session, static_cast<double>(tally.hits) / tally.of, tally.of});
  }
  if (course.n == 0) return course;
  course.value = static_cast<double>(hits) / course.n;
  const stats::Estimate turns =
      stats::wilson({static_cast<double>(hits), static_cast<double>(course.n)});
  course.low = turns.low;
  course.high = turns.high;
  if (tallies.size() < kTalksForBootstrap) return course;
  course.basis = AbilityCourse::Basis::talks;
  const stats::Interval talks = by_talk(tallies);
  course.low = std::min(course.low, talks.low);
  course.high = std::max(course.high, talks.high);
  return course;
}

}  // namespace

std::vector<AbilityCourse> abilities(const std::vector<Record>& records) {
  std::vector<AbilityCourse> all;
  for (std::size_t i = 0; i < kAbilities; ++i) {
    AbilityCourse one = course(static_cast<Ability>(i), records);
    if (one.n > 0) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace attune::progress
