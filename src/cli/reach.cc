#include "cli/reach.h"

#include <algorithm>
#include <utility>

namespace attune::cli {
namespace {

using base::Code;

std::string names_of(const std::vector<llm::Endpoint>& endpoints) {
  std::string names;
  for (const llm::Endpoint& endpoint : endpoints)
    names += (names.empty() ? "" : ", ") + endpoint.name;
  return names;
}

tl::unexpected<base::Error> unknown(const std::string& model,
                                    const std::vector<llm::Endpoint>& endpoints) {
  const std::string there = endpoints.empty()
                                ? "none is set up; set ATTUNE_LLM_URL (docs/formats/llm.md)"
                                : "those set up are " + names_of(endpoints);
  return base::fail(Code::not_found, "there is no language model '" + model + "'; " + there);
}

}  // namespace

std::filesystem::path ledger_in(const std::filesystem::path& data) {
  return data / "egress.jsonl";
}

base::Result<Reach> find_reach(const ReachOptions& options, const std::filesystem::path& data,
                               const base::Clock& clock) {
  Reach reach;
  reach.outside.offline = options.offline;
  reach.outside.ledger = ledger_in(data);
  if (options.offline && !options.model.empty())
    return base::fail(Code::invalid, "--offline and --model exclude each other; choose one");
  if (options.offline) return reach;
  auto endpoints = llm::read_endpoints(llm::environment());
  if (!endpoints) return tl::unexpected(endpoints.error());
  if (options.model.empty()) {
    if (!endpoints->empty())
      reach.hint = "Clients speak with written words. A language model is set up: --model " +
                   endpoints->front().name + " lets it word them.";
    return reach;
  }
  if (std::ranges::find(*endpoints, options.model, &llm::Endpoint::name) == endpoints->end())
    return unknown(options.model, *endpoints);
  for (llm::Endpoint& endpoint : *endpoints) {
    llm::Limits& limits = endpoint.limits;
    limits.total = std::max(limits.total, options.patience);
    limits.first_token = std::max(limits.first_token, options.patience / 2);
  }
  auto ledger = llm::Ledger::open(reach.outside.ledger, clock);
  if (!ledger) return tl::unexpected(ledger.error());
  reach.ledger = *std::move(ledger);
  auto models = llm::Models::open(*std::move(endpoints), *reach.ledger, {});
  if (!models) return tl::unexpected(models.error());
  reach.models = *std::move(models);
  reach.outside.models = reach.models.get();
  reach.outside.endpoint = options.model;
  return reach;
}

}  // namespace attune::cli
