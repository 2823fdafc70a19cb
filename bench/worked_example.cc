// How often the map's intervals hold what the worked example planted, over many seeds, and how
// often it calls a gap. Usage: worked_example [--seeds N] [--experts 5|6]
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "cli/graph.h"
#include "study/demo_report.h"

namespace attune {
namespace {

struct Count {
  int of = 0, covered = 0, covered_mean = 0, none = 0;
  int gaps = 0, called = 0;         ///< planted apart
  int equal = 0, equal_called = 0;  ///< planted alike
};

std::string key(const study::PlantedFigure& figure) {
  return std::to_string(static_cast<int>(figure.of)) + figure.row + figure.column;
}

/// The mean over seeds of each planted figure.
std::map<std::string, double> means(const std::vector<study::DemoReport>& reports) {
  std::map<std::string, double> sum, n;
  for (const study::DemoReport& report : reports)
    for (const study::Recovered& one : report.figures) {
      sum[key(one.planted)] += one.planted.value;
      n[key(one.planted)] += 1;
    }
  for (auto& [figure, total] : sum) total /= n[figure];
  return sum;
}

/// Figures that are counted together; cues apart by how many talks they rest on.
std::string label(const study::Recovered& one) {
  constexpr const char* kOf[] = {"codes", "items", "cues"};
  std::string text = kOf[static_cast<std::size_t>(one.planted.of)];
  if (one.planted.of == study::PlantedFigure::Of::cue)
    text += one.found.n < 8 ? ", under 8 talks" : ", 8 talks and more";
  return text + (one.is_gap() ? ", gaps" : ", groups");
}

void take(std::map<std::string, Count>& counts, const study::DemoReport& report,
          const std::map<std::string, double>& means) {
  for (const study::Recovered& one : report.figures) {
    Count& count = counts[label(one)];
    if (!one.has_interval()) {
      ++count.none;
      continue;
    }
    ++count.of;
    count.covered += one.covered ? 1 : 0;
    const double mean = means.at(key(one.planted));
    const auto& [_, low, high] = one.found.estimate;
    count.covered_mean += low <= mean && mean <= high ? 1 : 0;
    if (!one.is_gap()) continue;
    (one.is_planted_equal() ? count.equal : count.gaps) += 1;
    (one.is_planted_equal() ? count.equal_called : count.called) += one.called ? 1 : 0;
  }
}

void print(const std::map<std::string, Count>& counts) {
  std::printf("%-32s %9s %18s %18s %12s %15s %15s\n", "figures", "interval", "planted inside",
              "its mean inside", "no interval", "apart: called", "alike: called");
  for (const auto& [of, count] : counts)
    std::printf("%-32s %9d %16.1f %% %16.1f %% %12d %7d / %-6d %6d / %-6d\n", of.c_str(), count.of,
                100.0 * count.covered / count.of, 100.0 * count.covered_mean / count.of, count.none,
                count.called, count.gaps, count.equal_called, count.equal);
}

int run(int seeds, int experts) {
  const auto graph = cli::build_graph();
  if (!graph) {
    std::fprintf(stderr, "%s\n", graph.error().message.c_str());
    return EXIT_FAILURE;
  }
  std::vector<study::DemoReport> reports;
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto demo =
        cli::worked_example(*graph, {.seed = static_cast<std::uint64_t>(seed), .experts = experts});
    if (!demo) return EXIT_FAILURE;
    reports.push_back(study::demo_report(*demo, graph->instruments));
  }
  std::map<std::string, Count> counts;
  const auto all = means(reports);
  for (const study::DemoReport& report : reports) take(counts, report, all);
  print(counts);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace attune

int main(int argc, char** argv) {
  int seeds = 200, experts = 6;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--seeds") == 0) seeds = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--experts") == 0) experts = std::atoi(argv[i + 1]);
  }
  return attune::run(seeds, experts);
}
