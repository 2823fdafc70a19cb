#include <iomanip>
#include <iostream>
#include <map>

#include "cli/commands.h"
#include "cli/reach.h"
#include "cli/serve.h"

namespace attune::cli {
namespace {

struct Sum {
  std::size_t requests = 0, answered = 0, bytes = 0;
  std::uint64_t prompt_tokens = 0, completion_tokens = 0;
  double cost = 0;
};

void print(const llm::LedgerEntry& entry) {
  std::cout << std::left << std::setw(26) << entry.time << std::setw(12) << entry.endpoint
            << std::setw(24) << entry.host << std::setw(8) << entry.purpose << std::right
            << std::setw(8) << entry.bytes << "  " << entry.sha256.substr(0, 12) << "  "
            << (entry.ending.empty() ? "unknown" : entry.ending);
  if (entry.status != 0) std::cout << " (" << entry.status << ')';
  std::cout << '\n';
}

void print_sums(const std::vector<llm::LedgerEntry>& entries) {
  std::map<std::string, Sum> sums;
  for (const llm::LedgerEntry& entry : entries) {
    Sum& sum = sums[entry.endpoint + " at " + entry.host];
    ++sum.requests;
    sum.answered += entry.ending == "answered" ? 1 : 0;
    sum.bytes += entry.bytes;
    sum.prompt_tokens += static_cast<std::uint64_t>(entry.prompt_tokens);
    sum.completion_tokens += static_cast<std::uint64_t>(entry.completion_tokens);
    sum.cost += entry.cost;
  }
  for (const auto& [name, sum] : sums) {
    std::cout << '\n'
              << name << ": " << sum.requests << " requests, " << sum.answered << " answered, "
              << sum.bytes << " bytes; " << sum.prompt_tokens << " tokens sent, "
              << sum.completion_tokens << " received";
    if (sum.cost > 0) std::cout << "; cost " << std::fixed << std::setprecision(4) << sum.cost;
    std::cout << '\n';
  }
}

}  // namespace

base::Result<void> run_egress(const EgressOptions& options) {
  auto data =
      options.data.empty() ? default_data() : base::Result<std::filesystem::path>(options.data);
  if (!data) return tl::unexpected(data.error());
  const std::filesystem::path path = ledger_in(*data);
  if (!std::filesystem::exists(path)) {
    std::cout << "Nothing has left: there is no egress ledger in " << data->string() << ".\n";
    return {};
  }
  const auto page = llm::read_ledger(path, SIZE_MAX);
  if (!page) return tl::unexpected(page.error());
  const auto& all = page->entries;
  const std::size_t first = all.size() > options.last ? all.size() - options.last : 0;
  if (first > 0) std::cout << first << " earlier requests are not shown; --last shows more.\n";
  for (std::size_t i = first; i < all.size(); ++i) print(all[i]);
  print_sums(all);
  if (page->unreadable > 0)
    std::cout << page->unreadable << " lines cannot be read: torn or changed.\n";
  return {};
}

}  // namespace attune::cli
