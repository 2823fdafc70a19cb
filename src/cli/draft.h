#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "client/case_draft.h"
#include "llm/chat_model.h"
#include "voice/prompts.h"

namespace attune::cli {

/// What a draft is made with.
struct DraftSources {
  voice::CasePrompts prompts;  ///< what the model is told
  voice::Prompts checks;       ///< for their phrases: what never stands beside words about dying
  std::string editors;         ///< content/templates/case.schema.json
  std::string story;
  bool named = false;  ///< the person has a name already
};

/// How a draft came out.
struct Drafted {
  int taken = 0, refused = 0;           ///< pieces
  std::optional<llm::Failure> failure;  ///< why no more pieces were asked for
};

/// Has a model write a case piece by piece into `draft`. Each piece passes the rules of the case,
/// or is asked for once more with what was wrong, or stays the skeleton's with a comment that says
/// why. A model that answers no more ends it. `saved` is called after each piece; its error ends it
/// too. One line a piece goes to standard error.
[[nodiscard]] base::Result<Drafted> write_draft(llm::ChatModel& model, const DraftSources& sources,
                                                client::CaseDraft& draft,
                                                const std::function<base::Result<void>()>& saved);

}  // namespace attune::cli
