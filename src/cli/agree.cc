#include <iostream>

#include "cli/commands.h"
#include "review/agreement_report.h"

namespace attune::cli {

base::Result<void> run_agree(const AgreeOptions& options) {
  using stats::Level;
  Level level = Level::nominal;
  for (const Level one : {Level::ordinal, Level::interval})
    if (review::name(one) == options.level) level = one;
  const auto file = review::read_ratings(options.file, level);
  if (!file) return tl::unexpected(base::wrap("reading the ratings", file.error()));
  const review::AgreementReport report = review::agreement(*file, level);
  std::cout << (options.json ? review::to_json(report) : review::to_text(report)) << std::flush;
  return {};
}

}  // namespace attune::cli
