#include "conversation/observed.h"

#include <algorithm>

namespace attune::conversation {

void fold(Observed& observed, const Event& event) {
  if (const auto* said = std::get_if<Said>(&event.body)) {
    observed.lines.push_back({said->turn, {said->speaker, said->text}, std::nullopt});
  } else if (const auto* read = std::get_if<Read>(&event.body)) {
    const auto line = std::find_if(
        observed.lines.rbegin(), observed.lines.rend(), [&](const Observed::Line& spoken) {
          return spoken.turn == read->turn && spoken.said.speaker == read->speaker;
        });
    if (line != observed.lines.rend()) line->reading = read->reading;
  } else if (const auto* suggested = std::get_if<Suggested>(&event.body)) {
    observed.suggested.push_back(*suggested);
  } else if (const auto* nudged = std::get_if<Nudged>(&event.body)) {
    observed.nudged.push_back(*nudged);
  } else if (const auto* disputed = std::get_if<Disputed>(&event.body)) {
    observed.disputed.push_back(*disputed);
  } else if (const auto* consulted = std::get_if<Consulted>(&event.body)) {
    observed.consulted.push_back(consulted->turn);
  }
}

Observed observe(const std::vector<Event>& events, std::string client_name) {
  Observed observed;
  observed.client_name = std::move(client_name);
  for (const Event& event : events) fold(observed, event);
  return observed;
}

}  // namespace attune::conversation
