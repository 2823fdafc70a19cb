#include <iostream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "cli/write_file.h"
#include "conversation/event_json.h"
#include "study/demo_report.h"

namespace attune::cli {
namespace {

std::string logs(const study::Demo& demo) {
  std::string lines;
  for (const study::DemoTalk& talk : demo.talks) {
    const std::string before = "{\"session\":\"" + talk.planted.id + "\",\"habit\":\"" +
                               std::string(name(talk.planted.leaning)) + "\",\"event\":";
    for (const conversation::Event& event : talk.log)
      lines.append(before).append(to_json(event)).append("}\n");
  }
  return lines;
}

std::string journal(const review::Book& book) {
  std::string lines;
  const auto write = [&](const review::Entry& entry) { lines += to_json(entry) + "\n"; };
  for (const auto& [_, talk] : book.talks) write(talk);
  for (const auto& [_, batch] : book.batches) write(batch);
  for (const review::Rating& rating : book.ratings) write(rating);
  return lines;
}

base::Result<void> write_all(const std::filesystem::path& folder, const study::Demo& demo,
                             const study::DemoReport& report) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return base::fail(base::Code::unavailable, "making the folder " + folder.string() + ": " +
                                                   error.message() + "; choose another with --out");
  const std::pair<const char*, std::string> files[] = {{"report.html", to_html(report)},
                                                       {"report.json", to_json(report)},
                                                       {"report.txt", to_text(report)},
                                                       {"talks.jsonl", logs(demo)},
                                                       {"review.jsonl", journal(demo.book)}};
  for (const auto& [name, text] : files) {
    if (auto written = write_file(folder / name, text); !written) return written;
    std::cerr << (folder / name).string() << '\n';
  }
  return {};
}

}  // namespace

base::Result<study::Demo> worked_example(const Graph& graph, const study::DemoOptions& options) {
  std::vector<session::Desk*> desks;
  for (const auto& [_, desk] : graph.desks) desks.push_back(desk.get());
  return study::demo(desks, options);
}

base::Result<void> run_study_demo(const StudyDemoOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  const auto demo = worked_example(*graph, options.demo);
  if (!demo) return tl::unexpected(demo.error());
  const study::DemoReport report = study::demo_report(*demo, graph->instruments);
  if (!options.out.empty())
    if (auto written = write_all(options.out, *demo, report); !written) return written;
  std::cout << (options.json ? to_json(report) : to_text(report)) << std::flush;
  return {};
}

}  // namespace attune::cli
