#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "study/fit_report.h"

namespace attune::cli {

base::Result<void> run_fit(const FitOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto talks = study::load_coded_talks(options.from);
  if (!talks) return tl::unexpected(base::wrap("reading the real talks", talks.error()));
  std::vector<client::Case> people;
  for (const auto& [id, desk] : graph->desks) people.push_back(desk->person);
  const auto report = study::make_fit_report(*talks, *graph->reader, *graph->meaning,
                                             study::everybody(people), graph->dynamics);
  const std::string text =
      options.out.extension() == ".json" ? study::to_json(report) : study::to_markdown(report);
  if (options.out.empty()) {
    std::cout << text << std::flush;
    return {};
  }
  std::ofstream out(options.out, std::ios::binary | std::ios::trunc);
  if (!out || !out.write(text.data(), static_cast<std::streamsize>(text.size())).flush())
    return base::fail(base::Code::unavailable, "cannot write " + options.out.string() +
                                                   "; is there room, and leave to write?");
  return {};
}

}  // namespace attune::cli
