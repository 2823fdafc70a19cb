// Whether studies keep what their plans promise: the same study rehearsed over and over, once with
// nothing put in and once with the difference that it was planned for.
//   build/release/bench/trials [REHEARSALS]
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "stats/compare.h"
#include "trial/rehearse.h"

namespace {

using namespace attune;

struct Bench {
  std::map<std::string, review::Instrument> instruments;
  trial::Known known;
  int times = 2000;
};

std::string shipped() {
  std::ifstream file(std::string(ATTUNE_ROOT) + "/content/trials/help-that-stays.yaml");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  base::expects(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The first two arms alone, so that each holds both conditions.
std::string crossed(const std::string& test) {
  return R"(format: attune-trial
version: 1
id: crossed
title: With and without
question: Do ideas help while they are there?
conditions:
  - {id: a, title: "with ideas", help: always}
  - {id: b, title: "without ideas", help: "off"}
arms:
  - {id: ab, title: AB, talks: [{client: adaeze, condition: a}, {client: goran, condition: b}]}
  - {id: ba, title: BA, talks: [{client: adaeze, condition: b}, {client: goran, condition: a}]}
randomization: {blocks: [2, 4], seed: 7}
consent: None, this is a bench.
raters: {instruments: [support-quality], number: 2}
primary: {id: p, title: P, measure: ratings, instrument: support-quality, score: mean, compare: [a, b], test: )" +
         test + R"(}
sample: {smallest: 0.5, power: 0.8, alpha: 0.05, people: 40}
analysis: As drawn.
)";
}

std::string shown(const stats::Estimate& share) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3f [%.3f, %.3f]", share.value, share.low, share.high);
  return text;
}

/// The share of rehearsals whose primary outcome is found, and that with any secondary one.
struct Found {
  stats::Estimate primary, secondary;
};
Found found(const Bench& bench, const std::string& text, trial::Rehearsal how) {
  int primary = 0, secondary = 0;
  for (int i = 1; i <= bench.times; ++i) {
    how.seed = static_cast<std::uint64_t>(i);
    const auto done = trial::rehearse(text, bench.known, how);
    base::expects(done.has_value());
    const auto report = trial::report(trial::source(*done, bench.instruments));
    const double alpha = report.plan.sample.alpha;
    primary += report.findings.at(0).p < alpha ? 1 : 0;
    bool any = false;
    for (std::size_t one = 1; one < report.findings.size(); ++one)
      any = any || report.findings[one].p < alpha;
    secondary += any ? 1 : 0;
  }
  const auto times = static_cast<double>(bench.times);
  return {stats::wilson({static_cast<double>(primary), times}),
          stats::wilson({static_cast<double>(secondary), times})};
}

void tell(const Bench& bench, const char* name, const std::string& text) {
  const auto plan = trial::parse_plan(text, "plan", &bench.known).value();
  const int people = trial::needed(plan).people;
  const Found none = found(bench, text, {.people = people, .effect = 0, .lost = 0});
  const Found planned =
      found(bench, text, {.people = people, .effect = plan.sample.smallest, .lost = 0});
  std::printf("%s, %d people: alarm %s; found %s", name, people, shown(none.primary).c_str(),
              shown(planned.primary).c_str());
  if (!plan.secondary.empty())
    std::printf("; any secondary alarm %s", shown(none.secondary).c_str());
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const auto instruments =
      review::load_instruments(std::filesystem::path(ATTUNE_ROOT) / "content" / "instruments")
          .value();
  Bench bench{instruments, {instruments, {"adaeze", "goran", "lupe"}}};
  if (argc > 1) bench.times = std::atoi(argv[1]);
  std::printf("%d rehearsals each; level 0.05, planned power 0.80; intervals by Wilson\n",
              bench.times);
  tell(bench, "help-that-stays, Welch", shipped());
  tell(bench, "help-that-stays, Mann-Whitney",
       with(shipped(), "test: welch_t", "test: mann_whitney"));
  tell(bench, "crossed, paired t", crossed("paired_t"));
  tell(bench, "crossed, Wilcoxon", crossed("wilcoxon"));
  const Found lossy = found(bench, shipped(), {.effect = 0.8});
  std::printf("help-that-stays as planned, 90 enrolled, 8 %% refuse, 8 %% stop: found %s\n",
              shown(lossy.primary).c_str());
}
