#include "base/result.h"
#include "session/session.h"

namespace attune::session {
namespace {

using namespace conversation;

struct Take {
  Progress& progress;
  Sequence seq;

  void operator()(const Opened& opened) const { progress.opened = opened; }
  void operator()(const Said& said) const {
    progress.last_said = seq;
    progress.talk.push_back({said.speaker, said.text});
    progress.heard_talk.push_back(language::heard(progress.talk.back()));
    if (progress.heard_talk.size() > language::kReach + 1)
      progress.heard_talk.erase(progress.heard_talk.begin());
    if (said.speaker == Speaker::supporter) {
      progress.turn = said.turn;
      progress.keys.emplace(said.key, seq);
      progress.goodbye = said.goodbye;
      progress.owed = Owed::hearing;
    } else {
      progress.used.insert(said.lines.begin(), said.lines.end());
      progress.lines.push_back(said.lines);
      progress.exhausted = said.exhausted;
      progress.owed = Owed::nothing;
    }
  }
  void operator()(const Read& read) const {
    if (read.speaker == Speaker::supporter) progress.heard = read;
  }
  void operator()(const Intended& intended) const {
    progress.intended = intended;
    progress.owed = Owed::words;
  }
  void operator()(const Rated&) const { progress.rated = true; }
  void operator()(const Paused&) const { progress.paused = true; }
  void operator()(const Resumed&) const { progress.paused = false; }
  void operator()(const Closed&) const {
    progress.last_said = seq;
    progress.closed = true;
    progress.owed = Owed::nothing;
  }
  void operator()(const Erased&) const {
    progress.erased = true;
    progress.closed = true;
    progress.owed = Owed::nothing;
  }
  void operator()(const Unheard& unheard) const { progress.turn = unheard.turn; }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

Progress begin(const client::Case& person) {
  Progress progress;
  progress.standing = client::begin(person);
  progress.observed.client_name = person.name;
  return progress;
}

void fold(Progress& progress, const Event& event) {
  base::expects(event.seq == progress.last + 1);
  progress.last = event.seq;
  std::visit(Take{progress, event.seq}, event.body);
  progress.standing = client::fold(std::move(progress.standing), event);
  conversation::fold(progress.observed, event);
}

}  // namespace attune::session
