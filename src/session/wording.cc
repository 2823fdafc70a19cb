#include "session/wording.h"

#include <utility>

namespace attune::session {

using conversation::Said;
using conversation::Worded;

Wording::Wording(Desk& desk, const Progress& progress, std::string endpoint)
    : desk_(desk), turn_(progress.turn), brief_(session::brief(desk, progress)) {
  base::expects(desk.modeled != nullptr);
  worded_.endpoint = std::move(endpoint);
  worded_.prompts = desk.modeled->version();
  voice::Brief without_cue = brief_;
  without_cue.intended.cue.clear();
  const Said draft = spoken(without_cue);
  brief_.draft = draft.text;
  drafted_ = draft.lines;
}

Said Wording::spoken(const voice::Brief& asked) {
  auto utterance = desk_.voice.word(asked);
  base::expects(utterance.has_value());
  return said(turn_, *std::move(utterance));
}

llm::Prompt Wording::prompt() const {
  return desk_.modeled->prompt(brief_, refused_ ? &*refused_ : nullptr);
}

std::optional<Said> Wording::take(const llm::Answer& answer) {
  worded_.model = answer.model;
  auto taken = desk_.modeled->take(brief_, answer.text);
  if (taken) {
    Said words = said(turn_, *std::move(taken));
    words.lines = drafted_;  // their matter is said, in whatever words
    words.worded = worded_;
    return words;
  }
  for (const voice::Fault& fault : taken.error()) worded_.faults.push_back(fault.what);
  if (refused_) return authored();
  refused_ = voice::Refused{answer.text, std::move(taken.error())};
  return std::nullopt;
}

Said Wording::give_up(std::string_view trouble) {
  worded_.trouble = trouble;
  return authored();
}

Said Wording::authored() {
  Said words = spoken(brief_);
  words.worded = worded_;
  words.worded->by = Worded::By::authored;
  return words;
}

}  // namespace attune::session
