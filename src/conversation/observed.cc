#include "conversation/observed.h"

namespace attune::conversation {

Observed observe(const std::vector<Event>& events, std::string client_name) {
  Observed observed;
  observed.client_name = std::move(client_name);
  for (const Event& event : events) {
    if (const auto* said = std::get_if<Said>(&event.body)) {
      observed.lines.push_back({said->turn, {said->speaker, said->text}, std::nullopt});
    } else if (const auto* read = std::get_if<Read>(&event.body)) {
      for (auto line = observed.lines.rbegin(); line != observed.lines.rend(); ++line) {
        if (line->turn != read->turn || line->said.speaker != read->speaker) continue;
        line->reading = read->reading;
        break;
      }
    } else if (const auto* suggested = std::get_if<Suggested>(&event.body)) {
      observed.suggested.push_back(*suggested);
    }
  }
  return observed;
}

}  // namespace attune::conversation
