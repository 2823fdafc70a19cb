#include "session/desk.h"

#include <utility>

namespace attune::session {

Desk::Desk(client::Case a_case, const client::Dynamics& dynamics, const language::Reader& a_reader,
           const language::Meaning& a_meaning, const coach::Coach& a_coach, voice::Acts acts,
           const voice::Prompts* prompts, const coach::ModeledCoach* a_ideas)
    : person(std::move(a_case)),
      reader(a_reader),
      meaning(a_meaning),
      coach(a_coach),
      mind(person, dynamics, meaning),
      voice(person, meaning, std::move(acts)),
      modeled(prompts == nullptr
                  ? nullptr
                  : std::make_unique<const voice::ModeledVoice>(person, reader, meaning, *prompts)),
      ideas(a_ideas),
      mind_version(dynamics.version) {}

}  // namespace attune::session
