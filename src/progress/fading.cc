#include "progress/fading.h"

#include <algorithm>
#include <array>

namespace attune::progress {
namespace {

using conversation::Help;

// Our choice, all of them.
constexpr std::size_t kRecent = 4;    // talks that the level is read off
constexpr std::size_t kLonely = 4;    // one talk in so many is without suggestions
constexpr std::size_t kFewTalks = 2;  // with fewer nothing is known yet

/// What is looked at, from which share it is steady, and of how many at least.
struct Bar {
  Ability ability;
  double steady;
  int least;
};
constexpr std::array<Bar, 4> kBars{{
    {Ability::reflections, 1.0 / 3, 6},  // one to two questions
    {Ability::takes_up, 1.0 / 3, 8},
    {Ability::no_unasked_advice, 0.85, 8},
    {Ability::cues_caught, 0.5, 4},
}};

Tally pooled(const std::vector<const Record*>& talks, Ability ability) {
  Tally sum;
  for (const Record* talk : talks) {
    sum.hits += talk->of(ability).hits;
    sum.of += talk->of(ability).of;
  }
  return sum;
}

/// The last talks that count, oldest first.
std::vector<const Record*> counted(const std::vector<Record>& records) {
  std::vector<const Record*> talks;
  for (const Record& record : records)
    if (record.counts()) talks.push_back(&record);
  return talks;
}

bool is_due_alone(const std::vector<const Record*>& talks) {
  if (talks.size() + 1 < kLonely) return false;
  return std::all_of(talks.end() - (kLonely - 1), talks.end(),
                     [](const Record* talk) { return talk->help != Help::off; });
}

void read_level(Fading& fading, const std::vector<const Record*>& recent) {
  std::size_t known = 0, steady = 0;
  double furthest = 0;
  for (const Bar& bar : kBars) {
    const Tally tally = pooled(recent, bar.ability);
    if (tally.of < bar.least) continue;
    ++known;
    const double short_of = bar.steady - static_cast<double>(tally.hits) / tally.of;
    if (short_of <= 0) ++steady;
    if (short_of <= furthest) continue;
    furthest = short_of;
    fading.least = bar.ability;
  }
  if (known == 0) return;
  const bool all = steady == kBars.size(), half = 2 * steady >= kBars.size();
  fading.level = all ? Help::off : half ? Help::on_request : Help::always;
  fading.reason = all    ? Fading::Reason::steady
                  : half ? Fading::Reason::growing
                         : Fading::Reason::learning;
}

}  // namespace

Fading fading(const std::vector<Record>& records) {
  Fading fading;
  std::vector<const Record*> talks = counted(records);
  if (talks.size() >= kFewTalks) {
    const auto some = static_cast<std::ptrdiff_t>(std::min(kRecent, talks.size()));
    read_level(fading, {talks.end() - some, talks.end()});
  }
  fading.scheduled = fading.level != Help::off && is_due_alone(talks);
  fading.without_help_next = fading.scheduled || fading.level == Help::off;
  return fading;
}

}  // namespace attune::progress
