#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "language/train.h"

namespace attune::cli {

base::Result<void> run_train(const TrainOptions& options) {
  auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  language::TrainOptions how;
  how.own = places->content / "training";
  how.progress = [](std::string_view step) { std::cerr << step << std::endl; };
  auto report = language::train(options.head, options.from, options.out, how);
  if (!report) return tl::unexpected(base::wrap("training " + options.head, report.error()));
  for (const std::string& line : report->lines) std::cout << line << '\n';
  return {};
}

}  // namespace attune::cli
