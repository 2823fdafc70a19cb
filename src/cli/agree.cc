#include <iostream>
#include <vector>

#include "cli/commands.h"
#include "review/agreement_report.h"

namespace attune::cli {

base::Result<void> run_agree(const AgreeOptions& options) {
  using stats::Level;
  Level level = Level::nominal;
  for (const Level one : {Level::ordinal, Level::interval})
    if (review::name(one) == options.level) level = one;
  const auto files = review::read_ratings(options.file, level, options.absent);
  if (!files) return tl::unexpected(base::wrap("reading the ratings", files.error()));
  std::vector<review::AgreementReport> reports;
  for (const review::RatingsFile& one : *files) reports.push_back(review::agreement(one, level));
  std::cout << (options.json ? review::to_json(reports) : review::to_text(reports)) << std::flush;
  return {};
}

}  // namespace attune::cli
