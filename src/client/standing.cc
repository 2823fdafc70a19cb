#include <algorithm>

#include "client/mind.h"

namespace attune::client {
namespace {

using conversation::CueChange;

PlantedCue* planted(Standing& standing, const std::string& cue) {
  const auto found = std::find_if(standing.cues.begin(), standing.cues.end(),
                                  [&](const PlantedCue& one) { return one.cue == cue; });
  return found == standing.cues.end() ? nullptr : &*found;
}

void apply(Standing& standing, const conversation::Moved& moved) {
  standing.state = moved.state;
  standing.memory = moved.memory;
  standing.turn = moved.turn;
}

void apply(Standing& standing, const conversation::CueMoved& moved) {
  PlantedCue* cue = planted(standing, moved.cue);
  if (moved.change == CueChange::opened && cue == nullptr)
    standing.cues.push_back({moved.cue, moved.turn, 1, false, false});
  if (cue == nullptr) return;
  if (moved.change == CueChange::caught) cue->caught = true;
  if (moved.change == CueChange::withdrawn) cue->withdrawn = true;
}

void apply(Standing& standing, const conversation::Disclosed& disclosed) {
  standing.disclosed.insert(disclosed.layer);
}

void apply(Standing& standing, const conversation::Intended& intended) {
  standing.open_trap = intended.intent == conversation::Intent::ask ? intended.trap : "";
  if (!standing.open_trap.empty()) standing.sprung.insert(standing.open_trap);
  if (PlantedCue* cue = planted(standing, intended.cue); cue != nullptr && intended.again)
    ++cue->hints;
}

template <class Other>
void apply(Standing&, const Other&) {}

}  // namespace

Standing begin(const Case& person) {
  Standing standing;
  standing.state = person.start;
  return standing;
}

Standing fold(Standing standing, const conversation::Event& event) {
  std::visit([&](const auto& body) { apply(standing, body); }, event.body);
  return standing;
}

}  // namespace attune::client
