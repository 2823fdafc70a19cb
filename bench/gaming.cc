// Can trust be had by formula? A seeded search over policies of stock turns (study/policy.h) looks
// for the one that ends with the most trust, over all clients and seeds; beside it stand AnnoMI's
// talks of high quality, as each client's mind follows them, and replayed to the client.
//
// Usage: gaming --data DIR [--steps N] [CASE...]; docs/data.md says what DIR holds.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "base/draw.h"
#include "cli/graph.h"
#include "study/follow.h"
#include "study/manner.h"
#include "study/policy.h"
#include "study/real_talks.h"
#include "study/talk.h"

namespace attune {
namespace {

using conversation::Turn;
using study::Formula;
using study::Policy;
using Desks = std::vector<session::Desk*>;

constexpr int kTurns = 20;
constexpr std::uint64_t kSearchSeeds = 4;  // talks with each client while searching
constexpr std::uint64_t kFinalSeeds = 10;  // and others than these, for what is reported
constexpr std::size_t kParents = 6;

/// How a talk ended.
struct End {
  double trust = 0, standing = 0, layers = 0;  // standing: trust less guard

  End& operator+=(const End& other) {
    trust += other.trust, standing += other.standing, layers += other.layers;
    return *this;
  }
  End over(double count) const { return {trust / count, standing / count, layers / count}; }
};

End end_of(const std::vector<conversation::Event>& log) {
  End end;
  for (const auto& event : log) {
    if (const auto* moved = std::get_if<conversation::Moved>(&event.body)) {
      end.trust = moved->state.trust;
      end.standing = moved->state.trust - moved->state.guard;
    }
    end.layers += std::holds_alternative<conversation::Disclosed>(event.body) ? 1 : 0;
  }
  return end;
}

/// Calls `act` with 0 to `count` - 1 on as many threads as there are processors.
void each(std::size_t count, const std::function<void(std::size_t)>& act) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < count; at = next++) act(at);
    });
}

/// Means of each client, over talks with `seeds` seeds after `first`.
std::vector<End> play(const Desks& desks, const Policy& policy, std::uint64_t first,
                      std::uint64_t seeds) {
  std::vector<End> ends(desks.size() * seeds);
  each(ends.size(), [&](std::size_t i) {
    const std::uint64_t seed = first + i / desks.size();
    const auto supporter = study::make_supporter(policy, seed);
    ends[i] =
        end_of(study::hold_talk(*desks[i % desks.size()], *supporter, {seed, kTurns}).value());
  });
  std::vector<End> means(desks.size());
  for (std::size_t i = 0; i < ends.size(); ++i) means[i % desks.size()] += ends[i];
  for (End& mean : means) mean = mean.over(static_cast<double>(seeds));
  return means;
}

End mean(const std::vector<End>& ends) {
  return std::accumulate(ends.begin(), ends.end(), End{},
                         [](End sum, const End& one) { return sum += one; })
      .over(static_cast<double>(ends.size()));
}

struct Tried {
  Policy policy;
  double trust = 0;
};

/// Formulas one by one; then the best of them, changed again and again, the best kept.
class Search {
 public:
  explicit Search(const Desks& desks) : desks_(desks) {}

  std::vector<Tried> run(int steps) {
    for (std::size_t i = 0; i < study::kFormulas; ++i)
      take({{}, {{static_cast<Formula>(i)}}, {}, {}});
    for (int step = 1; step <= steps; ++step) {
      const auto seed = static_cast<std::uint64_t>(step);
      const std::size_t most = std::min(kParents, best_.size());
      Policy policy = best_[base::draw_index(seed, 0, "parent", most)].policy;
      const std::size_t changes = 1 + base::draw_index(seed, 0, "changes", 3);
      for (std::size_t k = 0; k < changes; ++k) policy = study::mutate(policy, 10 * seed + k);
      take(policy);
      if (step % 50 == 0)
        std::fprintf(stderr, "%d tried, best %.3f: %s\n", step, best_[0].trust,
                     describe(best_[0].policy).c_str());
    }
    return best_;
  }

  [[nodiscard]] const std::vector<Tried>& best() const { return best_; }

 private:
  void take(const Policy& policy) {
    if (!seen_.emplace(describe(policy), true).second) return;
    best_.push_back({policy, mean(play(desks_, policy, 1, kSearchSeeds)).trust});
    std::ranges::stable_sort(best_, std::greater{}, &Tried::trust);
  }

  const Desks& desks_;
  std::map<std::string, bool> seen_;
  std::vector<Tried> best_;
};

/// The talk as far as a practice talk goes.
std::vector<Turn> first_turns(const std::vector<Turn>& talk) {
  std::vector<Turn> first;
  int turns = 0;
  for (const Turn& turn : talk) {
    turns += turn.speaker == conversation::Speaker::supporter ? 1 : 0;
    if (turns > kTurns) break;
    first.push_back(turn);
  }
  return first;
}

using Ends = std::vector<std::vector<End>>;  // [talk][client]

Ends follow_all(const Desks& desks, const std::vector<std::vector<Turn>>& talks) {
  Ends ends(talks.size(), std::vector<End>(desks.size()));
  each(talks.size(), [&](std::size_t t) {
    const auto hearing = study::hear({desks[0]->reader, desks[0]->meaning}, first_turns(talks[t]));
    for (std::size_t d = 0; d < desks.size(); ++d) {
      const auto states = study::follow(desks[d]->mind, desks[d]->person, hearing);
      ends[t][d] = {states.back().trust, states.back().trust - states.back().guard, 0};
    }
  });
  return ends;
}

Ends replay_all(const Desks& desks, const std::vector<std::vector<Turn>>& talks) {
  Ends ends(talks.size(), std::vector<End>(desks.size()));
  each(talks.size(), [&](std::size_t t) {
    for (std::size_t d = 0; d < desks.size(); ++d) {
      const auto supporter = study::replay(talks[t]);
      ends[t][d] = end_of(study::hold_talk(*desks[d], *supporter, {t + 1, kTurns}).value());
    }
  });
  return ends;
}

End median(const std::vector<End>& ends) {
  const auto middle = [&](double End::*field) {
    std::vector<double> values;
    for (const End& end : ends) values.push_back(end.*field);
    return study::quartiles(values).middle;
  };
  return {middle(&End::trust), middle(&End::standing), middle(&End::layers)};
}

/// The median talk, by what it reached on average over the clients.
End median_talk(const Ends& ends) {
  std::vector<End> means;
  for (const auto& talk : ends) means.push_back(mean(talk));
  return median(means);
}

End median_of_client(const Ends& ends, std::size_t client) {
  std::vector<End> own;
  for (const auto& talk : ends) own.push_back(talk[client]);
  return median(own);
}

void print(const char* what, const End& end) {
  std::printf("%-44s trust %.3f, less guard %+.3f, layers %.2f\n", what, end.trust, end.standing,
              end.layers);
}

void report(const Desks& desks, const std::vector<Tried>& tried, const Ends& followed,
            const Ends& replayed) {
  const auto best = play(desks, tried[0].policy, 1'000, kFinalSeeds);
  std::printf("%zu policies tried on %zu clients; best: %s\n", tried.size(), desks.size(),
              describe(tried[0].policy).c_str());
  print("best cheat, fresh seeds", mean(best));
  print("median AnnoMI talk, followed", median_talk(followed));
  print("median AnnoMI talk, replayed", median_talk(replayed));
  for (std::size_t i = 1; i < std::min<std::size_t>(6, tried.size()); ++i)
    std::printf("next: %.3f %s\n", tried[i].trust, describe(tried[i].policy).c_str());
  for (const Tried& one : tried)
    if (one.policy.cycle.size() == 1 && one.policy.cycle[0].size() == 1 &&
        one.policy.opening.empty() && !one.policy.to_question && !one.policy.to_little)
      std::printf("alone: %.3f %s\n", one.trust, describe(one.policy).c_str());
  int won = 0;
  for (std::size_t d = 0; d < desks.size(); ++d) {
    const End real = median_of_client(followed, d);
    won += best[d].trust >= real.trust ? 1 : 0;
    std::printf("%-10s cheat %.3f (%+.3f), followed %.3f (%+.3f), replayed %.3f\n",
                desks[d]->person.id.c_str(), best[d].trust, best[d].standing, real.trust,
                real.standing, median_of_client(replayed, d).trust);
  }
  std::printf("%d of %zu clients trust the best cheat as much as the median talk\n", won,
              desks.size());
}

struct Options {
  std::string from;
  int steps = 300;
  std::vector<std::string> cases;
};

base::Result<void> run(const Options& options) {
  auto graph = cli::build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto real = study::load_real_talks(options.from);
  if (!real) return tl::unexpected(real.error());
  Desks desks;
  for (const std::string& id : options.cases.empty() ? graph->order : options.cases) {
    auto desk = graph->desk(id);
    if (!desk) return tl::unexpected(desk.error());
    desks.push_back(*desk);
  }
  const auto& talks = real->back().talks;  // AnnoMI's of high quality
  const Ends followed = follow_all(desks, talks), replayed = replay_all(desks, talks);
  Search search(desks);
  report(desks, search.run(options.steps), followed, replayed);
  return {};
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  attune::Options options;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--data" && i + 1 < count)
      options.from = arguments[++i];
    else if (argument == "--steps" && i + 1 < count)
      options.steps = std::atoi(arguments[++i]);
    else
      options.cases.push_back(argument);
  }
  if (options.from.empty()) {
    std::fprintf(stderr, "usage: gaming --data DIR [--steps N] [CASE...]\n");
    return 2;
  }
  if (const auto done = attune::run(options); !done) {
    std::fprintf(stderr, "gaming: %s\n", done.error().message.c_str());
    return 1;
  }
  return 0;
}
