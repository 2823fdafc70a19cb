#include <iostream>

#include "cli/commands.h"
#include "cli/places.h"
#include "protocol/protocol.h"

namespace attune::cli {
namespace {

base::Result<void> check(const std::filesystem::path& file) {
  const auto protocol = protocol::load_protocol(file);
  if (!protocol) return tl::unexpected(protocol.error());
  std::cout << file.string() << ": accepted; " << protocol->steps.size() << " steps\n";
  for (const protocol::Step& step : protocol->steps) {
    std::cout << "  " << step.id << ": " << step.title
              << (protocol->asks_for(step) ? "" : " (not in use)") << '\n';
  }
  return {};
}

}  // namespace

base::Result<void> run_protocols(const std::filesystem::path& file) {
  if (!file.empty()) return check(file);
  const auto places = find_places();
  if (!places) return tl::unexpected(places.error());
  const auto all = protocol::load_protocols(places->content / "protocols");
  if (!all) return tl::unexpected(all.error());
  for (const protocol::Protocol& one : *all) {
    std::cout << one.id << "  " << one.title << ", " << one.steps.size() << " steps"
              << (one.is_for_risk() ? ", when something points to danger\n" : "\n");
    for (const protocol::Option& option : one.options)
      std::cout << "    " << option.id << (option.on ? " (in use): " : " (not in use): ")
                << option.about << '\n';
  }
  return {};
}

}  // namespace attune::cli
