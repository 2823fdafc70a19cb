#include "debrief/talk.h"

#include <algorithm>
#include <variant>

namespace attune::debrief {
namespace {

using namespace conversation;

struct Take {
  const client::Case& person;
  Talk& talk;
  Sequence seq;
  std::string& client;  ///< the client's last words
  std::string& trap;    ///< sprung by them, or ""

  Exchange* of(TurnNumber turn) const {
    const bool there = !talk.exchanges.empty() && talk.exchanges.back().turn == turn;
    return there ? &talk.exchanges.back() : nullptr;
  }
  CueStory* story(const std::string& cue) const {
    const auto found = std::find_if(talk.cues.begin(), talk.cues.end(),
                                    [&](const CueStory& one) { return one.cue->id == cue; });
    return found == talk.cues.end() ? nullptr : &*found;
  }

  void operator()(const Opened& opened) const { talk.opened = opened; }
  void operator()(const Said& said) const;
  void operator()(const Read& read) const {
    Exchange* one = of(read.turn);
    if (read.speaker == Speaker::client && read.turn == 0) talk.opening_reading = read.reading;
    if (one == nullptr) return;
    (read.speaker == Speaker::supporter ? one->reading : one->answer_reading) = read.reading;
  }
  void operator()(const Nudged& nudged) const { talk.nudged.push_back(nudged); }
  void operator()(const Disputed& disputed) const { talk.disputed.push_back(disputed); }
  void operator()(const Consulted& consulted) const { talk.consulted.push_back(consulted.turn); }
  void operator()(const Moved& moved) const {
    Exchange* one = of(moved.turn);
    if (one == nullptr) return;
    one->after = moved.state;
    one->causes = moved.causes;
    one->trap_met = one->trap_met || one->has_cause("trap met");
    one->trap_fed = one->trap_fed || one->has_cause("trap fed");
  }
  void operator()(const CueMoved& moved) const;
  void operator()(const Disclosed& disclosed) const {
    talk.disclosed.emplace(disclosed.layer, disclosed.turn);
    if (Exchange* one = of(disclosed.turn)) one->disclosed.push_back(disclosed.layer);
  }
  void operator()(const Intended& intended) const;
  void operator()(const Rated& rated) const {
    if (rated.rater == "self") talk.rated = rated;
  }
  void operator()(const Closed& closed) const { talk.ending = closed.how; }
  [[nodiscard]] std::string words_of(const client::Cue& cue, const Said& said) const;
  template <class Other>
  void operator()(const Other&) const {}
};

void Take::operator()(const Said& said) const {
  if (said.speaker == Speaker::client) {
    if (said.turn == 0) talk.opening = said.text;
    if (Exchange* one = of(said.turn)) one->answer = said.text;
    client = said.text;
    for (CueStory& one : talk.cues)
      if (one.opened == said.turn && one.words.empty()) one.words = words_of(*one.cue, said);
    return;
  }
  if (talk.opened.branch_of && seq > talk.opened.branch_at && talk.from == 1) talk.from = said.turn;
  Exchange one;
  one.turn = said.turn;
  one.client = client;
  one.reply = said.text;
  one.card = said.adopted;
  one.trap = trap;
  one.before = one.after = talk.last();
  talk.exchanges.push_back(std::move(one));
}

/// The client's words that planted the cue: the authored line where it was said as it stands.
std::string Take::words_of(const client::Cue& cue, const Said& said) const {
  for (const std::string& id : said.lines) {
    const client::Line* line = person.line(id);
    if (line == nullptr || line->cue != cue.id) continue;
    std::string words;
    for (const std::string& bubble : line->bubbles) words += (words.empty() ? "" : "\n") + bubble;
    if (said.text.find(words) != std::string::npos) return words;
  }
  return said.text;
}

void Take::operator()(const CueMoved& moved) const {
  const client::Cue* cue = person.cue(moved.cue);
  if (cue == nullptr) return;
  if (Exchange* one = of(moved.turn)) one->cues.push_back(moved);
  CueStory* known = story(moved.cue);
  if (moved.change == CueChange::opened) {
    if (known == nullptr) {
      talk.cues.push_back({.cue = cue, .opened = moved.turn, .hinted = {moved.turn}});
    }
    return;
  }
  if (known == nullptr || known->outcome == CueChange::caught) return;
  known->outcome = moved.change;
  known->turn = moved.change == CueChange::missed ? 0 : moved.turn;
  known->how = moved.how;
  known->late = moved.late;
  known->probability = moved.probability;
}

void Take::operator()(const Intended& intended) const {
  if (Exchange* one = of(intended.turn)) {
    one->meant = intended;
    if (intended.intent == Intent::react) (intended.met ? one->trap_met : one->trap_fed) = true;
  }
  const client::Trap* sprung = person.trap(intended.trap);
  trap = intended.intent == Intent::ask && sprung != nullptr ? sprung->kind : "";
  if (intended.intent == Intent::close)
    talk.went = intended.ending == "leave" ? "badly" : intended.ending;
  CueStory* known = story(intended.cue);
  if (known != nullptr && intended.again) known->hinted.push_back(intended.turn);
}

void note_use(Talk& talk, const Round& round) {
  if (round.adopted.empty()) return;
  for (Exchange& one : talk.exchanges) {
    if (one.turn != round.turn + 1) continue;
    one.card = round.adopted;
    one.own = round.edited;
  }
}

}  // namespace

bool Exchange::has_cause(std::string_view what) const {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return cause.what == what; });
}

bool Exchange::has_skill(Skill skill) const {
  if (!reading || !reading->skills) return false;
  const auto& labels = reading->skills->labels;
  return std::find(labels.begin(), labels.end(), skill) != labels.end();
}

bool Exchange::asks_plainly() const {
  return reading && reading->asks && reading->asks->about_suicide && !reading->asks->leading;
}

double Exchange::cost() const {
  return std::max(0.0, -trust()) + std::max(0.0, guard()) / 2;
}

double Exchange::gain() const {
  return std::max(0.0, trust()) + std::max(0.0, -guard()) / 2;
}

const Exchange* Talk::at(TurnNumber turn) const {
  const auto found = std::find_if(exchanges.begin(), exchanges.end(),
                                  [&](const Exchange& one) { return one.turn == turn; });
  return found == exchanges.end() ? nullptr : &*found;
}

const State& Talk::last() const {
  return exchanges.empty() ? start : exchanges.back().after;
}

Talk fold_talk(const client::Case& person, const std::vector<Event>& events) {
  Talk talk;
  talk.start = person.start;
  std::string client, trap;
  for (const Event& event : events)
    std::visit(Take{person, talk, event.seq, client, trap}, event.body);
  talk.rounds = conversation::rounds(events);
  for (const Round& round : talk.rounds) note_use(talk, round);
  return talk;
}

}  // namespace attune::debrief
