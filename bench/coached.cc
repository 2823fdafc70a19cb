// Does taking the coach's ideas help? Usage: coached --data DIR [CASE...]; docs/data.md says what
// DIR holds.
//
// Two supporters talk with every client over the same seeds and for as many turns: one says what a
// person said in a real talk (AnnoMI's counselors of high quality, ESConv's supporters, as `attune
// case card` plays them), the other one of the three ideas each time, drawn with the seed. Compared
// are trust at the end and cues left lying; mean differences with bootstrap intervals over seeds.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "cli/graph.h"
#include "client/ledger.h"
#include "session/session.h"
#include "stats/bootstrap.h"
#include "study/real_talks.h"
#include "study/supporter.h"
#include "study/talk.h"

namespace attune {
namespace {

constexpr std::size_t kSeeds = 60;
constexpr int kTurns = 20;
constexpr std::size_t kLeastReplayed = 8;  // turns that a real talk must have to be replayed
constexpr int kDraws = 2'000;

using Talk = std::vector<conversation::Turn>;

/// How a talk ended for the client. Subtle cues count for nothing, as in the debrief.
struct End {
  double trust = 0;
  double planted = 0;
  double left_lying = 0;  ///< planted, neither taken up nor withdrawn
};

End end_of(const session::Desk& desk, const std::vector<conversation::Event>& log) {
  client::Standing standing = client::begin(desk.person);
  for (const auto& event : log) standing = client::fold(std::move(standing), event);
  End end{standing.state.trust, 0, 0};
  for (const client::PlantedCue& cue : standing.cues) {
    if (desk.person.cue(cue.cue)->subtle) continue;
    ++end.planted;
    end.left_lying += cue.caught || cue.withdrawn ? 0 : 1;
  }
  return end;
}

struct Pair {
  End real, coached;
};

std::vector<Pair> hold(session::Desk& desk, const std::vector<Talk>& talks) {
  std::vector<Pair> pairs;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Talk& talk = talks[(seed - 1) % talks.size()];
    const auto said =
        std::ranges::count(talk, conversation::Speaker::supporter, &conversation::Turn::speaker);
    const int turns = std::min(kTurns, static_cast<int>(said));
    const auto hear = [&](study::Supporter& supporter, bool ideas) {
      return end_of(desk, study::hold_talk(desk, supporter, {seed, turns, ideas}).value());
    };
    pairs.push_back({hear(*study::replay(talk), false), hear(*study::take_ideas(seed), true)});
  }
  return pairs;
}

struct Figure {
  const char* name;
  double (*of)(const End&);
};

/// Prints means and the difference; true when the difference is not against the coach.
bool print(const std::vector<Pair>& pairs, const Figure& figure, bool more_is_better) {
  double real = 0, coached = 0;
  for (const Pair& pair : pairs) real += figure.of(pair.real), coached += figure.of(pair.coached);
  const auto n = static_cast<double>(pairs.size());
  const auto interval = stats::bootstrap(
      std::vector<int>(pairs.size(), 0),
      [&](std::span<const std::size_t> drawn) {
        double sum = 0;
        for (const std::size_t i : drawn)
          sum += figure.of(pairs[i].coached) - figure.of(pairs[i].real);
        return sum / static_cast<double>(drawn.size());
      },
      kDraws, 1);
  std::printf("; %s %.2f, coached %.2f, difference %+.2f [%+.2f, %+.2f]", figure.name, real / n,
              coached / n, (coached - real) / n, interval.low, interval.high);
  return more_is_better ? coached >= real : coached <= real;
}

constexpr Figure kTrust{"trust", [](const End& end) { return end.trust; }};
constexpr Figure kLeft{"cues left lying", [](const End& end) { return end.left_lying; }};
constexpr Figure kShare{"share of those planted", [](const End& end) {
                          return end.planted == 0 ? 0 : end.left_lying / end.planted;
                        }};

int measure(session::Desk& desk, const study::RealTalks& real) {
  std::vector<Talk> talks;
  for (const Talk& talk : real.talks)
    if (std::ranges::count(talk, conversation::Speaker::supporter, &conversation::Turn::speaker) >=
        static_cast<std::ptrdiff_t>(kLeastReplayed))
      talks.push_back(talk);
  const auto pairs = hold(desk, talks);
  std::printf("%s beside %s", desk.person.id.c_str(), real.name.c_str());
  int against = 0;
  against += print(pairs, kTrust, true) ? 0 : 1;
  against += print(pairs, kLeft, false) ? 0 : 1;
  against += print(pairs, kShare, false) ? 0 : 1;
  std::puts(against > 0 ? "; AGAINST" : "");
  return against;
}

}  // namespace
}  // namespace attune

int main(int count, char** arguments) {
  using namespace attune;
  std::string data;
  std::vector<std::string> cases;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--data") == 0 && i + 1 < count)
      data = arguments[++i];
    else
      cases.emplace_back(arguments[i]);
  }
  auto graph = cli::build_graph();
  if (!graph) {
    std::fprintf(stderr, "coached: %s\n", graph.error().message.c_str());
    return 1;
  }
  const auto real = study::load_real_talks(data);
  if (!real) {
    std::fprintf(stderr, "coached: %s\n", real.error().message.c_str());
    return 1;
  }
  if (cases.empty()) cases = graph->order;
  int against = 0;
  for (const std::string& id : cases) {
    auto desk = graph->desk(id);
    if (!desk) {
      std::fprintf(stderr, "coached: %s\n", desk.error().message.c_str());
      return 1;
    }
    against += measure(**desk, real->back()) + measure(**desk, real->front());
  }
  std::printf("%d figures against the coach\n", against);
  return 0;
}
