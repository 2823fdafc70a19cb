#pragma once

#include <string>
#include <vector>

#include "client/case.h"
#include "conversation/event.h"
#include "debrief/expert_view.h"
#include "debrief/texts.h"
#include "language/reader.h"
#include "protocol/protocol.h"

namespace attune::debrief {

/// What a debrief is made from. The references must outlive the call.
struct Source {
  const client::Case& person;
  const std::vector<conversation::Event>& events;  ///< the whole log of a closed session
  const std::vector<language::Card>& cards;        ///< how far each reading can be trusted
  const Texts& texts;                              ///< content/debrief.yaml, by `load_texts`
  const std::vector<conversation::Event>* first = nullptr;  ///< for a branch: the log it began from
  const std::vector<protocol::Protocol>* protocols = nullptr;  ///< that the service follows
  const ExpertView* experts = nullptr;  ///< null: nobody has rated anything here
};

/// The debrief as JSON (docs/formats/debrief.md): a fold over the log, pure, made anew on each
/// request.
[[nodiscard]] std::string debrief_json(const conversation::SessionId& session,
                                       const Source& source);

}  // namespace attune::debrief
