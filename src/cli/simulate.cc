#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/graph.h"
#include "study/bulk.h"

namespace attune::cli {
namespace {

constexpr int kBar = 40;

/// Draws anew only when it would look different.
class Progress {
 public:
  explicit Progress(int all) : all_(all) {}
  ~Progress() {
    if (drawn_ >= 0) std::cerr << '\n';
  }

  void show(int done) {
    const int filled = done * kBar / all_;
    if (filled == drawn_) return;
    drawn_ = filled;
    std::cerr << "\r[" << std::string(static_cast<std::size_t>(filled), '#')
              << std::string(static_cast<std::size_t>(kBar - filled), ' ') << "] " << done << " of "
              << all_ << " talks" << std::flush;
  }

 private:
  int all_;
  int drawn_ = -1;
};

}  // namespace

base::Result<void> run_simulate(const SimulateOptions& options) {
  auto graph = build_graph();
  if (!graph) return tl::unexpected(graph.error());
  std::vector<session::Desk*> desks;
  for (const std::string& id : graph->order) desks.push_back(graph->desks.at(id).get());
  const auto unwritable = [&] {
    return base::fail(base::Code::unavailable, "cannot write " + options.out.string() +
                                                   "; is there room, and leave to write?");
  };
  std::ofstream out(options.out, std::ios::binary | std::ios::trunc);
  if (!out) return unwritable();
  Progress progress(options.bulk.sessions);
  auto held = study::hold_talks(
      desks, options.bulk,
      [&](const std::string& lines) -> base::Result<void> {
        if (!out.write(lines.data(), static_cast<std::streamsize>(lines.size())))
          return unwritable();
        return {};
      },
      [&](int done) { progress.show(done); });
  if (!held) return held;
  out.close();
  if (!out) return unwritable();
  return {};
}

}  // namespace attune::cli
