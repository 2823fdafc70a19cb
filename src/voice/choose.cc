#include "voice/choose.h"

#include <algorithm>
#include <array>

#include "base/draw.h"

namespace attune::voice {
namespace {

// How much each thing counts in choosing; our choice, tuned by reading whole talks.
constexpr double kNear = 0.9;           // to the supporter's words
constexpr double kNearDisclosed = 0.5;  // the same for words that come whatever was said
constexpr double kNearBefore = 0.2;     // to the client's own last words
constexpr double kBand = 0.15;
constexpr double kChance = 0.3;       // among about equally good lines
constexpr double kFirstAnswer = 0.4;  // answers add to those before; each next one gets half
constexpr double kSameBeginning = 0.3;
constexpr double kEcho = 0.2;

double nearness_weight(const std::string& intent) {
  static constexpr std::array<std::string_view, 5> answering = {"stay", "answer", "dodge", "elicit",
                                                                "unplaced"};
  static constexpr std::array<std::string_view, 4> coming = {"disclose", "hint", "step", "correct"};
  if (std::ranges::find(answering, intent) != answering.end()) return kNear;
  return std::ranges::find(coming, intent) != coming.end() ? kNearDisclosed : 0;
}

}  // namespace

client::Band band(const conversation::State& state) {
  if (state.valence < 0 && state.arousal > 0.15) return client::Band::tense;
  return state.arousal < -0.1 ? client::Band::low : client::Band::even;
}

Chooser::Chooser(const Script& script, const Brief& brief, const Past& past, const TurnActs& heard)
    : script_(script),
      brief_(brief),
      past_(past),
      heard_(heard),
      band_(band(brief.state)),
      before_(script.meaning().sense(past.last_words)) {
  std::string all;
  for (const Sentence& sentence : heard.sentences) all += sentence.text + ". ";
  talk_about(all);
}

void Chooser::talk_about(std::string_view words) {
  about_ = script_.meaning().sense(words);
}

double Chooser::draw(std::string_view purpose) const {
  return base::draw(brief_.seed, static_cast<std::uint64_t>(brief_.intended.turn), purpose);
}

bool Chooser::is_open(const client::Line& line) const {
  if (line.layer.empty() || line.intent == "dodge") return true;
  return brief_.disclosed.contains(line.layer) ||
         (line.intent == "disclose" && line.layer == brief_.intended.layer);
}

bool Chooser::may_say(const Part& part) const {
  if (brief_.used.contains(part.line->id) || !is_open(*part.line)) return false;
  if (part.wants_feeling && heard_.feeling.empty()) return false;
  if (part.wants_echo && heard_.echo.empty()) return false;
  return std::ranges::find(given_, &part) == given_.end();
}

bool Chooser::matches(const Part& part, const Want& want) const {
  const client::Line& line = *part.line;
  return (want.layer.empty() || line.layer == want.layer) &&
         (want.cue.empty() || line.cue == want.cue) &&
         (want.topic.empty() || line.topic == want.topic) &&
         (want.trap.empty() || line.trap == want.trap) && line.asks == want.asks &&
         (want.hint == Want::Hint::any || line.again == (want.hint == Want::Hint::again)) &&
         part.words <= want.most_words && may_say(part);
}

double Chooser::related(const Part& part) const {
  return script_.meaning().similarity(about_, part.sense);
}

double Chooser::score(const Part& part, double nearness) const {
  const client::Line& line = *part.line;
  const double weight = nearness_weight(line.intent);
  double score = weight * nearness + kChance * draw("line " + line.id);
  if (weight > 0) score += kNearBefore * script_.meaning().similarity(before_, part.sense);
  if (line.band == band_)
    score += kBand;
  else if (line.band != client::Band::any)
    score -= kBand * 2;
  if (part.first_word == past_.first_word) score -= kSameBeginning;
  if (part.wants_feeling || part.wants_echo) score += kEcho;
  return score;
}

const Part* Chooser::best(const Want& want) {
  return best_of({{want, 0, 0}});
}

const Part* Chooser::best_of(const std::vector<Offer>& offers) {
  const Part* chosen = nullptr;
  double most = 0;
  for (const Offer& offer : offers) {
    double earlier = kFirstAnswer;
    for (const Part* part : script_.with_intent(offer.want.intent)) {
      if (!matches(*part, offer.want)) continue;
      const double nearness = related(*part);
      if (nearness < offer.related_floor) continue;
      double value = score(*part, nearness) + offer.prior;
      if (offer.want.intent == "answer") value += earlier;
      earlier /= 2;
      if (chosen && value <= most) continue;
      chosen = part;
      most = value;
    }
  }
  if (chosen) given_.push_back(chosen);
  return chosen;
}

const Part* Chooser::again(const Want& want, int turns) {
  const Part* oldest = nullptr;
  int longest = turns - 1;
  for (const Part* part : script_.with_intent(want.intent)) {
    if (!want.topic.empty() && part->line->topic != want.topic) continue;
    if (part->wants_feeling || part->wants_echo || !is_open(*part->line)) continue;
    if (std::ranges::find(given_, part) != given_.end() || past_.ago(*part) <= longest) continue;
    longest = past_.ago(*part);
    oldest = part;
  }
  if (oldest) given_.push_back(oldest);
  return oldest;
}

std::size_t Chooser::left(const Want& want) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      script_.with_intent(want.intent), [&](const Part* part) { return matches(*part, want); }));
}

}  // namespace attune::voice
