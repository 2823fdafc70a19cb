// Does each client reward good habits over poor ones? Usage: ladder [CASE...]
//
// Every habit talks with each client over 200 seeds; the figure is trust less guard at the end, its
// mean and a bootstrap interval. A rung holds when the mean above is not below the one under it.
#include <algorithm>
#include <array>
#include <cstdio>
#include <future>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "cli/graph.h"
#include "stats/bootstrap.h"
#include "study/talk.h"

namespace attune {
namespace {

using study::Habit;

constexpr int kSeeds = 200;
constexpr int kTurns = 20;
constexpr int kDraws = 1'000;

double standing_after(const std::vector<conversation::Event>& log) {
  double standing = 0;
  for (const auto& event : log)
    if (const auto* moved = std::get_if<conversation::Moved>(&event.body))
      standing = moved->state.trust - moved->state.guard;
  return standing;
}

std::vector<double> standings(session::Desk& desk, Habit habit) {
  std::vector<double> all;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const auto supporter = study::make_supporter(habit, desk.coach, seed);
    all.push_back(standing_after(study::hold_talk(desk, *supporter, {seed, kTurns}).value()));
  }
  return all;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

stats::Interval interval_of(const std::vector<double>& values) {
  return stats::bootstrap(
      std::vector<int>(values.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        double sum = 0;
        for (const std::size_t i : drawn) sum += values[i];
        return sum / static_cast<double>(drawn.size());
      },
      kDraws, 1);
}

struct Rung {
  Habit above, under;
};

// Sympathizer and parrot are to stand alike; which of them is higher does not matter.
constexpr std::array kRungs{Rung{Habit::good, Habit::mends},
                            Rung{Habit::mends, Habit::unmended},
                            Rung{Habit::unmended, Habit::sympathizer},
                            Rung{Habit::unmended, Habit::parrot},
                            Rung{Habit::sympathizer, Habit::interrogator},
                            Rung{Habit::parrot, Habit::interrogator},
                            Rung{Habit::interrogator, Habit::lecturer},
                            Rung{Habit::asks, Habit::good}};

int measure(session::Desk& desk) {
  std::map<Habit, std::future<std::vector<double>>> running;
  for (const Habit habit : study::kHabits)
    running[habit] =
        std::async(std::launch::async, [&desk, habit] { return standings(desk, habit); });
  std::map<Habit, std::vector<double>> all;
  std::printf("%s:", desk.person.id.c_str());
  for (const Habit habit : study::kHabits) {
    const auto& values = all[habit] = running[habit].get();
    const auto interval = interval_of(values);
    std::printf(" %s %.3f [%.3f, %.3f]", std::string(name(habit)).c_str(), mean(values),
                interval.low, interval.high);
  }
  int inverted = 0;
  for (const auto& [above, under] : kRungs) {
    if (mean(all[above]) >= mean(all[under])) continue;
    ++inverted;
    std::vector<double> apart;  // seed by seed
    for (std::size_t i = 0; i < all[above].size(); ++i)
      apart.push_back(all[above][i] - all[under][i]);
    const auto interval = interval_of(apart);
    std::printf("; INVERTED: %s below %s, %.3f [%.3f, %.3f]", std::string(name(above)).c_str(),
                std::string(name(under)).c_str(), mean(apart), interval.low, interval.high);
  }
  std::puts("");
  return inverted;
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  auto graph = attune::cli::build_graph();
  if (!graph) {
    std::fprintf(stderr, "ladder: %s\n", graph.error().message.c_str());
    return 1;
  }
  std::vector<std::string> cases(arguments + 1, arguments + count);
  if (cases.empty()) cases = graph->order;
  int inverted = 0;
  for (const std::string& id : cases) {
    auto desk = graph->desk(id);
    if (!desk) {
      std::fprintf(stderr, "ladder: %s\n", desk.error().message.c_str());
      return 1;
    }
    inverted += attune::measure(**desk);
  }
  std::printf("%d rungs inverted\n", inverted);
  return 0;
}
