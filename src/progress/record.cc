#include "progress/record.h"

#include <algorithm>
#include <set>

namespace attune::progress {
namespace {

using namespace conversation;

// As in debrief and in the mind's first values: trust less guard from which a talk without the
// client's goodbye went well. Our choice.
constexpr double kWell = 0.15;

constexpr std::array<std::string_view, kAbilities> kNames{
    "reflections",       "complex_reflections", "open_questions", "takes_up",
    "no_unasked_advice", "cues_caught",         "risk_asked"};

bool abstains(const Reading& reading, std::string_view head) {
  return std::find(reading.abstains.begin(), reading.abstains.end(), head) !=
         reading.abstains.end();
}

/// What is not in the record itself while a log is read.
struct Fold {
  Record& record;
  const client::Case* person;
  std::set<TurnNumber> borrowed;             ///< turns that are an idea as it stood
  std::map<std::string, TurnNumber> opened;  ///< cues → the client's words that planted them
  std::map<std::string, CueMoved> settled;
  bool asked = false, asked_by_idea = false;  ///< plainly, about suicide
  std::optional<State> last;
  std::string goodbye;  ///< the client's: well half badly leave
  bool closed = false;

  void operator()(const Opened& opened_now, base::Instant at) {
    record.case_id = opened_now.case_id;
    record.opened = at;
    record.help = opened_now.help;
    record.branch = opened_now.branch_of.has_value();
  }
  void operator()(const Said& said, base::Instant) {
    if (said.speaker == Speaker::supporter) ++record.turns;
  }
  void operator()(const Read& read, base::Instant) {
    if (read.speaker != Speaker::supporter) return;
    const auto& asks = read.reading.asks;
    const bool own = !borrowed.contains(read.turn);
    if (asks && asks->about_suicide && !asks->leading) (own ? asked : asked_by_idea) = true;
    if (own) count_reply(read.reading);
  }
  void operator()(const Moved& moved, base::Instant) { last = moved.state; }
  void operator()(const Intended& intended, base::Instant) {
    if (intended.intent == Intent::close) goodbye = intended.ending;
  }
  void operator()(const CueMoved& moved, base::Instant) {
    if (moved.change == CueChange::opened)
      opened.emplace(moved.cue, moved.turn);
    else if (const auto known = settled.find(moved.cue);
             known == settled.end() || known->second.change != CueChange::caught)
      settled[moved.cue] = moved;
  }
  void operator()(const Closed& now, base::Instant at) {
    closed = true;
    record.closed = at;
    record.ending = now.how;
  }
  template <class Other>
  void operator()(const Other&, base::Instant) {}

  void count(Ability ability, bool hit) {
    Tally& tally = record.tallies[static_cast<std::size_t>(ability)];
    ++tally.of;
    tally.hits += hit ? 1 : 0;
  }
  void count_reply(const Reading& reading);
  void count_cues();
  void count_risk();
  void count_use(const std::vector<Round>& rounds);
};

void Fold::count_reply(const Reading& reading) {
  if (reading.empathy && !abstains(reading, "empathy")) {
    const auto level = [&](Mechanism of) {
      return reading.empathy->levels[static_cast<std::size_t>(of)];
    };
    count(Ability::takes_up,
          level(Mechanism::interpretations) >= 1 || level(Mechanism::emotional_reactions) >= 1);
  }
  if (!reading.skills || abstains(reading, "skills")) return;
  const SkillReading& skills = *reading.skills;
  count(Ability::no_unasked_advice, !skills.has(Skill::advise_without_permission));
  const bool adds = skills.has(Skill::complex_reflection);
  if (adds || skills.has(Skill::simple_reflection)) {
    count(Ability::reflections, true);
    count(Ability::complex_reflections, adds);
  }
  // Asking about suicide or safety wants a plain yes or no: never counted as a closed question.
  const bool of_safety =
      reading.asks && (reading.asks->about_suicide || reading.asks->about_safety);
  const bool open = skills.has(Skill::open_question);
  if (!of_safety && (open || skills.has(Skill::closed_question))) {
    count(Ability::reflections, false);
    count(Ability::open_questions, open);
  }
}

void Fold::count_cues() {
  for (const auto& [id, moved] : settled) {
    const client::Cue* cue = person == nullptr ? nullptr : person->cue(id);
    if (cue == nullptr || cue->subtle || moved.change == CueChange::withdrawn) continue;
    const bool caught = moved.change == CueChange::caught;
    if (caught && borrowed.contains(moved.turn)) continue;
    const auto planted = opened.find(id);
    const bool too_late = planted != opened.end() && planted->second >= record.turns;
    if (caught || !too_late) count(Ability::cues_caught, caught);
  }
}

/// Due once a cue of risk showed and a reply came after it.
void Fold::count_risk() {
  const bool due = std::any_of(opened.begin(), opened.end(), [&](const auto& one) {
    const client::Cue* cue = person == nullptr ? nullptr : person->cue(one.first);
    return cue != nullptr && cue->kind == "risk" && one.second < record.turns;
  });
  if (due && (asked || !asked_by_idea)) count(Ability::risk_asked, asked);
}

void Fold::count_use(const std::vector<Round>& rounds) {
  Use& use = record.use;
  std::vector<std::chrono::milliseconds> decided;
  double distances = 0;
  for (const Round& round : rounds) {
    ++use.offered;
    ++(round.adopted.empty() ? use.ignored : round.edited ? use.edited : use.adopted);
    if (round.decide) decided.push_back(*round.decide);
    if (!round.adopted.empty()) distances += round.distance;
  }
  const int used = use.adopted + use.edited;
  if (used > 0) use.distance = distances / used;
  if (record.turns > 0) use.share = (used - distances) / record.turns;
  if (decided.empty()) return;
  const auto middle = decided.begin() + static_cast<std::ptrdiff_t>(decided.size() / 2);
  std::nth_element(decided.begin(), middle, decided.end());
  use.decide = *middle;
}

}  // namespace

std::string_view name(Ability ability) {
  return kNames[static_cast<std::size_t>(ability)];
}

std::optional<Record> record(const SessionId& session, const std::vector<Event>& events,
                             const client::Case* person) {
  Record record{.session = session};
  Fold fold{.record = record, .person = person};
  const std::vector<Round> rounds = conversation::rounds(events);
  for (const Round& round : rounds)
    if (!round.adopted.empty() && !round.edited) fold.borrowed.insert(round.turn + 1);
  for (const Event& event : events)
    std::visit([&](const auto& body) { fold(body, event.at); }, event.body);
  if (!fold.closed) return std::nullopt;
  fold.count_cues();
  fold.count_risk();
  fold.count_use(rounds);
  const bool close_by = fold.last && fold.last->trust - fold.last->guard >= kWell;
  record.went_well =
      record.ending != Ending::left && (fold.goodbye.empty() ? close_by : fold.goodbye == "well");
  return record;
}

}  // namespace attune::progress
