#include "conversation/without_words.h"

#include "conversation/uptake.h"

namespace attune::conversation {
namespace {

struct TakeOut {
  const std::map<TurnNumber, Round>& rounds;  ///< by the reply

  void operator()(Said& said) const {
    said.text.clear();
    said.typing_ms.clear();
    said.lines.clear();
    if (said.speaker != Speaker::supporter) return;
    const auto round = rounds.find(said.turn);
    if (round == rounds.end()) return;
    said.adopted = round->second.adopted;
    said.distance = round->second.distance;
  }
  void operator()(Read& read) const {
    read.reading.why.clear();
    if (read.reading.risk) read.reading.risk->spans.clear();
  }
  void operator()(Suggested& suggested) const {
    for (Suggestion& card : suggested.cards) {
      card.why.clear();
      card.text.clear();
      card.cue.clear();
    }
  }
  void operator()(Nudged& nudged) const {
    nudged.text.clear();
    nudged.words.clear();
  }
  void operator()(Disputed& disputed) const { disputed.reason.clear(); }
  template <class Figures>
  void operator()(Figures&) const {}
};

}  // namespace

std::vector<Event> without_words(std::vector<Event> events) {
  std::map<TurnNumber, Round> replies;
  for (const Round& round : rounds(events))
    if (round.answered) replies[round.turn + 1] = round;
  for (Event& event : events) std::visit(TakeOut{replies}, event.body);
  return events;
}

}  // namespace attune::conversation
