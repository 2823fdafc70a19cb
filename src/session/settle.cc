#include <algorithm>

#include "conversation/without_words.h"
#include "language/fit.h"
#include "session/session.h"

namespace attune::session {
namespace {

using namespace conversation;

/// Collects the events of one settling and folds each in as it comes.
struct Scribe {
  Progress& progress;
  base::Instant now;
  std::vector<Event> events;

  void write(Body body) {
    events.push_back({progress.last + 1, now, std::move(body)});
    fold(progress, events.back());
  }
  void write(std::vector<Body> bodies) {
    for (Body& body : bodies) write(std::move(body));
  }
};

/// A voice that has run out of words brings the talk to its end, unless something weightier is due.
void wind_up(std::vector<Body>& bodies) {
  auto* intended = std::get_if<Intended>(&bodies.back());
  base::expects(intended != nullptr);
  if (intended->intent == Intent::answer_risk || intended->intent == Intent::close) return;
  *intended = Intended{.turn = intended->turn, .intent = Intent::close, .ending = "half"};
}

std::span<const Turn> before(const Progress& progress) {
  return std::span(progress.talk).first(progress.talk.size() - 1);
}

/// How the supporter's last turn meets the talk; nothing before there is one.
language::Fit fit_of(const Desk& desk, const Progress& progress) {
  if (progress.talk.empty()) return {};
  const std::span<const language::Heard> heard = progress.heard_talk;
  return language::fit(progress.talk.back(), before(progress), heard.first(heard.size() - 1),
                       desk.meaning);
}

void hear(const Desk& desk, Scribe& scribe, const language::Fit& fit) {
  const Progress& progress = scribe.progress;
  const Turn& turn = progress.talk.back();
  client::Heard heard{progress.turn, turn.text, desk.reader.read(turn, before(progress)), fit};
  if (progress.goodbye) heard.fit.goodbye = 1;
  scribe.write(Read{progress.turn, Speaker::supporter, heard.reading});
  if (progress.opened.help != Help::off)
    if (auto nudged = desk.coach.nudge(progress.observed, progress.opened.seed))
      scribe.write(*std::move(nudged));
  std::vector<Body> bodies = desk.mind.hear(progress.standing, heard, progress.opened.seed);
  if (progress.exhausted) wind_up(bodies);
  scribe.write(std::move(bodies));
}

voice::Brief brief_of(const Progress& progress, const language::Fit& fit) {
  voice::Brief brief;
  brief.intended = progress.intended;
  brief.state = progress.standing.state;
  brief.disclosed = progress.standing.disclosed;
  brief.talk = progress.talk;
  brief.used = progress.used;
  brief.lines = progress.lines;
  brief.seed = progress.opened.seed;
  brief.fit = fit;
  if (progress.heard) brief.heard = progress.heard->reading;
  return brief;
}

base::Result<Said> word(Desk& desk, const Progress& progress, const language::Fit& fit) {
  auto utterance = desk.voice.word(brief_of(progress, fit));
  if (!utterance) return tl::unexpected(base::wrap("wording the client's turn", utterance.error()));
  return said(progress.turn, *std::move(utterance));
}

void write_words(const Desk& desk, Scribe& scribe, Said words) {
  Progress& progress = scribe.progress;
  const Reading reading = desk.reader.read({Speaker::client, words.text}, progress.talk);
  const Intended intended = progress.intended;
  scribe.write(std::move(words));
  scribe.write(Read{progress.turn, Speaker::client, reading});
  if (intended.intent != Intent::close) {
    const bool at_once = progress.opened.help == Help::always && desk.ideas == nullptr;
    if (at_once) scribe.write(suggest(desk, progress));
    return;
  }
  scribe.write(desk.mind.end(progress.standing));
  scribe.write(Closed{intended.ending == "leave" ? Ending::left : Ending::goodbye});
}

/// The mind's part of what is owed.
void write_decision(const Desk& desk, Scribe& scribe, const language::Fit& fit) {
  Progress& progress = scribe.progress;
  if (progress.owed == Owed::opening) return scribe.write(desk.mind.begin(progress.opened.seed));
  if (progress.owed == Owed::hearing) hear(desk, scribe, fit);
}

/// Pays what `progress` owes; `word` makes the client's turn.
template <class Word>
base::Result<std::vector<Event>> pay(const Desk& desk, Progress& progress, base::Instant now,
                                     Word word) {
  Scribe scribe{progress, now, {}};
  if (progress.owed == Owed::nothing) return std::vector<Event>{};
  const language::Fit fit = fit_of(desk, progress);
  write_decision(desk, scribe, fit);
  base::Result<Said> words = word(fit);
  if (!words) return tl::unexpected(words.error());
  write_words(desk, scribe, *std::move(words));
  return std::move(scribe.events);
}

}  // namespace

Event open(const Desk& desk, std::uint64_t seed, base::Instant now, Manner manner) {
  Opened opened;
  opened.case_id = desk.person.id;
  opened.case_hash = desk.person.hash;
  opened.seed = seed;
  opened.mind = desk.mind_version;
  opened.reader = desk.reader.version();
  opened.voice = desk.voice.version();
  opened.help = manner.help;
  opened.fading = manner.fading;
  return {1, now, std::move(opened)};
}

base::Result<std::vector<Event>> settle_and_fold(Desk& desk, Progress& progress,
                                                 base::Instant now) {
  return pay(desk, progress, now,
             [&](const language::Fit& fit) { return word(desk, progress, fit); });
}

base::Result<std::vector<Event>> settle(Desk& desk, Progress progress, base::Instant now) {
  return settle_and_fold(desk, progress, now);
}

base::Result<std::vector<Event>> settle_as(Desk& desk, Progress progress, std::string words,
                                           base::Instant now) {
  return pay(desk, progress, now, [&](const language::Fit&) {
    auto lines = desk.voice.lines_in(words);
    return base::Result<Said>(Said{progress.turn,
                                   Speaker::client,
                                   std::move(words),
                                   "",
                                   "",
                                   {},
                                   std::move(lines),
                                   false,
                                   false});
  });
}

std::vector<Event> decide(const Desk& desk, Progress progress, base::Instant now) {
  if (progress.owed == Owed::nothing || progress.owed == Owed::words) return {};
  Scribe scribe{progress, now, {}};
  write_decision(desk, scribe, fit_of(desk, progress));
  return std::move(scribe.events);
}

Suggested suggest(const Desk& desk, const Progress& progress) {
  Suggested suggested = desk.coach.suggest(progress.observed, progress.opened.seed);
  suggested.turn = progress.turn;
  return suggested;
}

Suggested suggest(const Desk& desk, const Progress& progress, const llm::Answer& answer) {
  Suggested suggested = desk.ideas->take(progress.observed, progress.opened.seed, answer);
  suggested.turn = progress.turn;
  return suggested;
}

voice::Brief brief(const Desk& desk, const Progress& progress) {
  base::expects(progress.owed == Owed::words);
  return brief_of(progress, fit_of(desk, progress));
}

Said said(TurnNumber turn, voice::Utterance utterance) {
  Said words{.turn = turn, .speaker = Speaker::client};
  for (const std::string& bubble : utterance.bubbles) {
    if (!words.text.empty()) words.text += '\n';
    words.text += bubble;
  }
  words.typing_ms = std::move(utterance.typing_ms);
  words.lines = std::move(utterance.lines);
  words.exhausted = utterance.exhausted;
  return words;
}

std::vector<Event> speak(const Desk& desk, Progress progress, Said words, base::Instant now) {
  base::expects(progress.owed == Owed::words);
  Scribe scribe{progress, now, {}};
  write_words(desk, scribe, std::move(words));
  return std::move(scribe.events);
}

base::Result<std::vector<Event>> branch(const SessionId& from, const std::vector<Event>& events,
                                        TurnNumber turn) {
  if (std::ranges::any_of(events, is_erased)) return base::fail(base::Code::conflict, kErased);
  const auto cut = std::find_if(events.begin(), events.end(), [&](const Event& event) {
    const auto* said = std::get_if<Said>(&event.body);
    return said != nullptr && said->speaker == Speaker::supporter && said->turn == turn;
  });
  if (cut == events.end()) {
    return base::fail(base::Code::not_found,
                      "this talk has no such turn to try again from; choose one of your own turns");
  }
  std::vector<Event> copy(events.begin(), cut);
  if (auto* opened = std::get_if<Opened>(&copy.front().body)) {
    opened->branch_of = from;
    opened->branch_at = copy.back().seq;
  }
  return copy;
}

}  // namespace attune::session
