#include "server/standing.h"

#include <utility>

#include "review/differing.h"

namespace attune::server {
namespace {

using base::Result;
using conversation::SessionId;
using review::ScoreTrust;

/// The kinds of a case's cues, by their ids.
std::map<std::string, std::string> cue_kinds(const client::Case& person) {
  std::map<std::string, std::string> kinds;
  for (const client::Cue& cue : person.cues) kinds[cue.id] = cue.kind;
  return kinds;
}

/// Evidence, map and trust of what a moment holds.
void lay_out(Standing::Moment& moment,
             const std::map<std::string, review::Instrument>& instruments) {
  moment.evidence.emplace(*moment.book, instruments, moment.beneath);
  moment.map = to_json(review::map(*moment.evidence));
  moment.trust = review::trust(*moment.evidence);
  for (const ScoreTrust& one : moment.trust)
    if (one.state == ScoreTrust::State::not_yet) moment.hidden.insert(one.score->id);
}

debrief::Trust told(const ScoreTrust& one, const review::Book& book) {
  const review::Recalibrated* version = book.trust.in_use(one.score->id);
  return {.title = one.score->title,
          .shown = one.state != ScoreTrust::State::not_yet,
          .text = one.text,
          .steps = version == nullptr ? stats::Steps{} : version->steps,
          .grain = review::grain(one.spread)};
}

}  // namespace

/// What lies beneath each rated talk; logs that did not change are not read again.
Result<void> Standing::read_beneath(Moment& moment) {
  const auto sessions = sources_.log.sessions();
  if (!sessions) return tl::unexpected(sessions.error());
  std::map<std::string, const conversation::SessionSummary*> known;
  for (const auto& session : *sessions) known[session.id.text()] = &session;
  std::set<std::string> rated;
  for (const review::Rating& rating : moment.book->ratings) rated.insert(rating.talk);
  std::map<std::string, Read> read;
  for (const std::string& talk : rated) {
    const auto session = known.find(talk);
    if (session == known.end()) continue;
    const auto before = read_.find(talk);
    if (before != read_.end() && before->second.last == session->second->last) {
      read.insert(read_.extract(before));
    } else {
      const auto events = sources_.log.events(SessionId(talk), 0);
      if (!events && events.error().code == base::Code::not_found) continue;  // deleted just now
      if (!events) return tl::unexpected(events.error());
      const auto desk = sources_.desks.find(session->second->case_id);
      const auto kinds = desk == sources_.desks.end() ? std::map<std::string, std::string>{}
                                                      : cue_kinds(desk->second->person);
      read[talk] = {session->second->last, review::beneath(talk, *events, kinds)};
    }
    moment.beneath.emplace(talk, read.at(talk).beneath);
  }
  read_ = std::move(read);
  return {};
}

Standing::Shared Standing::last() const {
  const std::lock_guard lock(last_mutex_);
  return last_;
}

Result<Standing::Shared> Standing::now() {
  const std::lock_guard lock(making_);
  auto book = sources_.reviews.book();
  if (!book) return tl::unexpected(book.error());
  if (const Shared known = last(); known && known->book == *book) return known;
  auto moment = std::make_shared<Moment>();
  moment->book = *std::move(book);
  if (auto read = read_beneath(*moment); !read) return tl::unexpected(read.error());
  lay_out(*moment, sources_.instruments);
  const std::lock_guard keeping(last_mutex_);
  last_ = std::move(moment);
  return last_;
}

Result<Standing::Shared> Standing::to_look_at() {
  auto own = now();
  if (!own || !(*own)->book->ratings.empty() || !sources_.example) return own;
  const std::lock_guard lock(making_example_);
  if (example_) return example_;
  auto made = sources_.example();
  if (!made) return tl::unexpected(made.error());
  auto moment = std::make_shared<Moment>();
  moment->book = std::make_shared<const review::Book>(std::move(made->book));
  moment->beneath = std::move(made->beneath);
  lay_out(*moment, sources_.instruments);
  example_ = std::move(moment);
  return example_;
}

void Standing::look_ahead(Workers& aside) {
  const Shared here = last();
  if (!sources_.example || (here && !here->book->ratings.empty())) return;
  if (looked_ahead_.exchange(true)) return;
  const bool taken = aside.offer([this] {
    static_cast<void>(to_look_at());  // whoever asks for it is told what is wrong
  });
  if (!taken) looked_ahead_ = false;
}

debrief::ExpertView Standing::experts(const SessionId& session) const {
  debrief::ExpertView view;
  const Shared here = last();
  if (!here) return view;
  for (const ScoreTrust& one : here->trust)
    if (one.state != ScoreTrust::State::unknown)
      view.scores.emplace(one.score->id, told(one, *here->book));
  for (const review::RatedTalk& talk : here->evidence->talks()) {
    if (talk.id != session.text()) continue;
    for (review::Differing& one : review::differing(*here->evidence, talk))
      view.differ.push_back({one.turn, std::move(one.title), std::move(one.reasons)});
  }
  return view;
}

bool Standing::hides_nudge(const std::string& kind) const {
  const Shared here = last();
  return here && here->hidden.contains("nudge." + kind);
}

}  // namespace attune::server
