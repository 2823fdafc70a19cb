#include "conversation/event_log.h"

namespace attune::conversation {

void fold(SessionSummary& summary, const Event& event) {
  summary.last = event.at;
  if (const auto* opened = std::get_if<Opened>(&event.body)) {
    summary.case_id = opened->case_id;
    summary.opened = event.at;
    summary.branch = opened->branch_of.has_value();
    summary.owner = opened->owner;
    summary.announced = opened->announced;
    summary.days = opened->days;
  }
  if (const auto* agreed = std::get_if<Agreed>(&event.body)) summary.agreed = *agreed;
  summary.erased = summary.erased || std::holds_alternative<Erased>(event.body);
  const auto* said = std::get_if<Said>(&event.body);
  if (said && said->speaker == Speaker::supporter) ++summary.turns;
  summary.closed = summary.closed || std::holds_alternative<Closed>(event.body);
  summary.rated = summary.rated || std::holds_alternative<Rated>(event.body);
}

}  // namespace attune::conversation
