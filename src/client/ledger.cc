#include "client/ledger.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "client/move.h"
#include "language/meaning.h"

namespace attune::client {
namespace {

struct Take {
  double probability = 0;
  std::string how;
};

double certainty(const Dynamics& of, double score) {
  return std::clamp((score - of("take_floor")) / (of("take_sure") - of("take_floor")), 0.0, 1.0);
}

bool just_hinted(const PlantedCue& cue, const Standing& standing) {
  return cue.opened == standing.turn ||
         recall(standing.memory, "hinted." + cue.cue) == standing.turn;
}

/// The turn after a hint: a question or reflection about the client's last words is about the hint.
Take by_place(const Dynamics& of, const PlantedCue& cue, const Standing& standing,
              const Heard& heard) {
  if (!just_hinted(cue, standing) || laughs(heard.text)) return {};
  const double about = std::max({heard.fit.follows, heard.fit.content, heard.fit.feeling});
  const double probability = of("take_by_place") * about;
  return {probability, heard.fit.follows >= heard.fit.content ? "explored" : "named"};
}

bool holds(std::string_view text) {
  constexpr std::array kHolding = {"come back to",
                                   "get back to that",
                                   "return to that",
                                   "stay with what you said",
                                   "not forgotten what you said",
                                   "hold on to that"};
  return std::any_of(kHolding.begin(), kHolding.end(), [&](const char* phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

std::vector<Take> read_takes(const Case& person, const Dynamics& of,
                             const std::vector<language::Matcher::Match>& matches,
                             const Standing& standing, const Heard& heard,
                             const std::vector<const PlantedCue*>& open) {
  std::vector<Take> read(open.size());
  const double against = std::max({heard.fit.pressure, heard.fit.minimizes, heard.fit.judges});
  const double fair = against < 0.5 ? 1 : of("take_against");
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Cue* cue = person.cue(open[i]->cue);
    read[i] = by_place(of, *open[i], standing, heard);
    const auto at = static_cast<std::size_t>(cue - person.cues.data());
    for (const auto& match : matches) {
      const double sure = certainty(of, match.score);
      if (match.label / 2 == at && sure > read[i].probability)
        read[i] = {sure, match.label % 2 == 0 ? "named" : "explored"};
    }
    read[i].probability *= fair;
    const bool asks = heard.reading.asks && heard.reading.asks->about_suicide;
    if (asks && cue->kind == "risk") read[i] = {0.95, "explored"};
  }
  if (holds(heard.text) && !open.empty() && read.back().probability < 0.7)
    read.back() = {0.7, "held"};
  return read;
}

}  // namespace

bool laughs(const std::string& text) {
  constexpr std::array kLaughs = {"haha", "lol", "lmao", "hehe", "😂", "🤣", "Haha", "LOL"};
  return std::any_of(kLaughs.begin(), kLaughs.end(),
                     [&](const char* laugh) { return text.find(laugh) != std::string::npos; });
}

void add_takes(language::Matcher& takes, const Case& person) {
  for (std::size_t i = 0; i < person.cues.size(); ++i) {
    for (const std::string& example : person.cues[i].named) takes.add(2 * i, example);
    for (const std::string& example : person.cues[i].explored) takes.add(2 * i + 1, example);
  }
}

std::vector<const PlantedCue*> open_cues(const Standing& standing) {
  std::vector<const PlantedCue*> open;
  for (const PlantedCue& cue : standing.cues)
    if (!cue.caught && !cue.withdrawn) open.push_back(&cue);
  return open;
}

Ledger take_up(const Case& person, const Dynamics& of, const language::Matcher& takes,
               const Standing& standing, const Heard& heard,
               std::span<const language::Sense> senses) {
  Ledger ledger;
  const auto open = open_cues(standing);
  if (open.empty()) return ledger;
  const auto matches = takes.match(senses, of("take_floor"));
  const auto read = read_takes(person, of, matches, standing, heard, open);
  double heaviest = 0;
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Cue& cue = *person.cue(open[i]->cue);
    heaviest = std::max(heaviest, cue.weight);
    const bool caught = read[i].probability >= of("take_at");
    if (!caught && just_hinted(*open[i], standing)) ledger.passed_by = cue.id;
    if (!caught) continue;
    const bool late = heard.turn - open[i]->opened > cue.window || open[i]->hints > 1;
    ledger.moves.push_back({heard.turn, cue.id, conversation::CueChange::caught, read[i].how,
                            rounded(read[i].probability), late});
    ledger.weight.caught = std::max(ledger.weight.caught, cue.weight);
  }
  ledger.excuses = open.size() > 1 && ledger.weight.caught == heaviest && heaviest > 0;
  const bool told_more = standing.turn > 0 && recall(standing.memory, "disclosed") == standing.turn;
  const bool excused =
      told_more || ledger.excuses || heard.turn <= recall(standing.memory, "excused_until");
  if (excused || ledger.weight.caught > 0) ledger.passed_by.clear();
  if (!ledger.passed_by.empty()) ledger.weight.passed_by = person.cue(ledger.passed_by)->weight;
  return ledger;
}

}  // namespace attune::client
