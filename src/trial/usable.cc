#include "trial/usable.h"

#include <set>

namespace attune::trial {

std::function<bool(const std::string& session)> usable(
    const std::vector<conversation::SessionSummary>& sessions) {
  std::set<std::string> all;
  for (const conversation::SessionSummary& one : sessions)
    if (one.closed && (one.owner.empty() || one.agreed.research)) all.insert(one.id.text());
  return [all = std::move(all)](const std::string& session) { return all.contains(session); };
}

}  // namespace attune::trial
