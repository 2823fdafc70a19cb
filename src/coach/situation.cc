#include "coach/situation.h"

#include <algorithm>
#include <array>
#include <span>

#include "coach/feelings.h"
#include "coach/plain_words.h"

namespace attune::coach {

using conversation::Asks;
using conversation::Observed;
using conversation::Speaker;
using conversation::Turn;

namespace {

// How like an example a text must be; our choice, set on the words of the authored clients. For risk it
// is lower: a question too many costs little, a question too few may cost much.
constexpr double kFloor = 0.62;
constexpr double kRiskFloor = 0.60;
// For so many client turns a hint that nobody asked about stays due.
constexpr int kHintLasts = 3;
// Within so many supporter turns a question about suicide is not asked again, but stayed with.
constexpr int kAskedLasts = 6;
// An answer of at most so many words is nearly silence.
constexpr std::size_t kFewWords = 3;

constexpr auto kInOrder = std::to_array<std::string_view>(
    {"asks_advice", "asks_reassurance", "asks_secrecy", "asks_about_you", "pushes_back", "joke"});
constexpr auto kNoes = std::to_array<std::string_view>({"nothing like that", "course not", "of course not",
                                                        "not like that", "god no", "christ no",
                                                        "i'm not suicidal", "i wouldn't do that"});

bool is_client(const Observed::Line& line) { return line.said.speaker == Speaker::client; }

std::vector<Turn> turns_before(const Observed& observed, std::size_t line) {
  constexpr std::size_t kBack = 6;
  std::vector<Turn> turns;
  for (std::size_t i = line > kBack ? line - kBack : 0; i < line; ++i) {
    turns.push_back(observed.lines[i].said);
  }
  return turns;
}

bool is_first_of_client(const Moment& moment) {
  const auto& lines = moment.observed.lines;
  return std::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(moment.last), is_client);
}

}  // namespace

bool denies(std::string_view answer) {
  const PlainWords words = plain_words(answer);
  if (words.empty()) return false;
  std::size_t first = 0;
  while (first + 1 < words.size() && is_one_of("oh haha lol well god what hey um", words[first].form)) ++first;
  if (is_one_of("no nah nope never not", words[first].form)) return true;
  const std::span<const PlainWord> opening(words.data(), std::min<std::size_t>(words.size(), 8));
  return std::any_of(kNoes.begin(), kNoes.end(),
                     [&](std::string_view phrase) { return holds_sequence(opening, phrase); });
}

Recognizer::Recognizer(const Phrases& phrases, const language::Reader& reader,
                       const language::Meaning& meaning)
    : phrases_(phrases), reader_(reader), matcher_(meaning) {
  for (std::size_t i = 0; i < phrases.situations.size(); ++i) {
    for (const std::string& example : phrases.situations[i].when) matcher_.add(i, example);
  }
}

const Situation& Recognizer::named(std::string_view id) const {
  const Situation* situation = phrases_.find(id);
  return situation != nullptr ? *situation : *phrases_.find("neutral");
}

std::vector<Recognizer::Found> Recognizer::find(std::string_view said) const {
  std::vector<Found> found;
  const PlainWords words = plain_words(said);
  for (const Situation& situation : phrases_.situations) {
    const bool has = std::any_of(situation.has.begin(), situation.has.end(), [&](const std::string& sequence) {
      return holds_sequence(words, sequence);
    });
    if (has) found.push_back({situation.id, 1});
  }
  for (const auto& match : matcher_.match(said, std::min(kFloor, kRiskFloor))) {
    const std::string_view id = phrases_.situations[match.label].id;
    if (match.score >= (id == "risk_hint" ? kRiskFloor : kFloor)) found.push_back({id, match.score});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

bool Recognizer::hints_at_risk(std::string_view said) const {
  const auto found = find(said);
  return std::any_of(found.begin(), found.end(), [](const Found& f) { return f.id == "risk_hint"; });
}

Asks Recognizer::asks(const Moment& moment, std::size_t line) const {
  const Observed::Line& spoken = moment.observed.lines[line];
  if (spoken.reading && spoken.reading->asks) return *spoken.reading->asks;
  return reader_.read(spoken.said, turns_before(moment.observed, line)).asks.value_or(Asks{});
}

std::string_view Recognizer::risk_after_question(const Moment& moment, std::size_t asked) const {
  const auto& lines = moment.observed.lines;
  std::size_t answer = asked + 1;
  while (answer < moment.last && !is_client(lines[answer])) ++answer;
  const std::string_view said = lines[answer].said.text;
  const bool denied = denies(said) && !hints_at_risk(said);
  if (answer == moment.last) {
    return denied && asks(moment, asked).about_suicide ? "risk_denied" : "risk_answered";
  }
  const bool first_after = std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(answer) + 1,
                                        lines.begin() + static_cast<std::ptrdiff_t>(moment.last), is_client);
  if (hints_at_risk(lines[moment.last].said.text)) return denied ? "risk_hint" : "risk_open";
  return !denied && first_after && asks(moment, asked).about_suicide ? "risk_open" : "";
}

std::string_view Recognizer::risk(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  bool hinted = false;
  int client_turns = 0;
  int supporter_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && supporter_turns < kAskedLasts;) {
    if (is_client(lines[at])) {
      hinted = hinted || (client_turns++ < kHintLasts && hints_at_risk(lines[at].said.text));
      continue;
    }
    ++supporter_turns;
    const Asks heard = asks(moment, at);
    if (heard.about_suicide || heard.about_safety) return risk_after_question(moment, at);
  }
  return hinted ? "risk_hint" : "";
}

const Situation& Recognizer::emotion(const Moment& moment) const {
  const Observed::Line& line = moment.observed.lines[moment.last];
  const conversation::Reading reading =
      line.reading ? *line.reading : reader_.read(line.said, turns_before(moment.observed, moment.last));
  const bool abstains =
      std::find(reading.abstains.begin(), reading.abstains.end(), "emotion") != reading.abstains.end();
  return named(abstains ? "neutral" : name(reading.emotion.label));
}

const Situation& Recognizer::recognize(const Moment& moment) const {
  if (const std::string_view id = risk(moment); !id.empty()) return named(id);
  const std::string& said = moment.observed.lines[moment.last].said.text;
  const std::vector<Found> found = find(said);
  for (const std::string_view id : kInOrder) {
    if (std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.id == id; })) return named(id);
  }
  if (!found.empty()) return named(found.front().id);
  if (is_first_of_client(moment)) return named("arriving");
  if (plain_words(said).size() <= kFewWords && feelings_said(said, phrases_.feelings).empty()) {
    return named("silent");
  }
  return emotion(moment);
}

bool Recognizer::welcomes_advice(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  int client_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && client_turns < kHintLasts;) {
    if (is_client(lines[at])) {
      ++client_turns;
      const auto found = find(lines[at].said.text);
      if (std::any_of(found.begin(), found.end(), [](const Found& f) { return f.id == "asks_advice"; })) {
        return true;
      }
    } else if (asks(moment, at).permission && !denies(lines[moment.last].said.text)) {
      return true;
    }
  }
  return false;
}

}  // namespace attune::coach
