#include "review/shelf.h"

#include <algorithm>

namespace attune::review {

using base::Result;
using conversation::Speaker;
using conversation::Turn;
using conversation::TurnNumber;

Result<Shelf> Shelf::look(std::shared_ptr<const Book> book, conversation::EventLog& log,
                          Consent consent) {
  const auto sessions = log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  Shelf shelf(std::move(book), log);
  for (const conversation::SessionSummary& one : *sessions) {
    const bool training = consent == Consent::not_asked || one.agreed.training;
    if (!one.closed || one.erased || !(training || one.agreed.research)) continue;
    shelf.talks_[one.id.text()] = {Origin::session, one.turns,  one.owner,
                                   one.case_id,     one.opened, training};
  }
  for (const auto& [id, talk] : shelf.book_->talks) {
    if (talk.origin == Origin::session) continue;
    const auto replies = std::ranges::count(talk.turns, Speaker::supporter, &Turn::speaker);
    if (!talk.turns.empty())
      shelf.talks_[id] = {talk.origin, static_cast<int>(replies), talk.supporter, talk.case_id, {},
                          true};
  }
  return shelf;
}

const Shelved* Shelf::find(const std::string& talk, const Batch& batch) const {
  const auto found = talks_.find(talk);
  const bool lent = found != talks_.end() && (found->second.training || !batch.trial.empty());
  return lent ? &found->second : nullptr;
}

Result<std::vector<Turn>> Shelf::turns(const std::string& talk) const {
  const auto found = talks_.find(talk);
  if (found == talks_.end())
    return base::fail(base::Code::not_found,
                      "this talk is not here for review any more: its words were deleted, or whose "
                      "talk it is took their consent back");
  if (found->second.origin != Origin::session) return book_->talks.at(talk).turns;
  const auto events = log_->events(conversation::SessionId(talk), 0);
  if (!events) return tl::unexpected(events.error());
  std::vector<Turn> turns;
  for (const conversation::Event& event : *events)
    if (const auto* said = std::get_if<conversation::Said>(&event.body))
      turns.push_back({said->speaker, said->text});
  return turns;
}

std::vector<TurnNumber> numbers(const std::vector<Turn>& turns) {
  std::vector<TurnNumber> all;
  TurnNumber number = 0;
  for (const Turn& turn : turns)
    all.push_back(turn.speaker == Speaker::supporter ? ++number : number);
  return all;
}

const std::string* reply(const std::vector<Turn>& turns, TurnNumber n) {
  for (const Turn& turn : turns)
    if (turn.speaker == Speaker::supporter && --n == 0) return &turn.text;
  return nullptr;
}

}  // namespace attune::review
