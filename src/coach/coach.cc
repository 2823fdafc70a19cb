#include "coach/coach.h"

#include <algorithm>
#include <utility>

#include "coach/check.h"
#include "coach/compose.h"
#include "coach/mentions.h"
#include "coach/nudges_yaml.h"
#include "coach/phrases_yaml.h"
#include "coach/reply.h"
#include "coach/situation.h"
#include "language/fit.h"

namespace attune::coach {

using conversation::Observed;
using conversation::Suggested;
using conversation::Turn;

struct Coach::Parts {
  Phrases phrases;
  Nudges nudges;
  OwnStory stance;
  const language::Reader& reader;
  const language::Meaning& meaning;
  Recognizer recognizer;

  Parts(Phrases loaded, Nudges loaded_nudges, OwnStory a_stance, const language::Reader& a_reader,
        const language::Meaning& a_meaning)
      : phrases(std::move(loaded)),
        nudges(std::move(loaded_nudges)),
        stance(a_stance),
        reader(a_reader),
        meaning(a_meaning),
        recognizer(phrases, reader, meaning) {}

  Fillings fillings(const Moment& moment, const Situation& emotion) const;
  std::vector<const Situation*> drawn_from(const Situation& fitting,
                                           const Situation& emotion) const;
};

namespace {

bool is_about_risk(const Situation& situation) {
  return situation.id.starts_with("risk_");
}

std::vector<std::string> texts_offered(const Observed& observed) {
  std::vector<std::string> texts;
  for (const Suggested& suggested : observed.suggested) {
    for (const auto& card : suggested.cards) texts.push_back(card.text);
  }
  return texts;
}

/// The first `count` turns of the talk.
std::vector<Turn> turns(const Observed& observed, std::size_t count) {
  std::vector<Turn> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(observed.lines[i].said);
  return all;
}

/// Nothing before the client has spoken.
std::optional<Moment> last_words(const Observed& observed) {
  for (std::size_t i = observed.lines.size(); i-- > 0;) {
    if (observed.lines[i].said.speaker == conversation::Speaker::client) return Moment(observed, i);
  }
  return std::nullopt;
}

}  // namespace

Fillings Coach::Parts::fillings(const Moment& moment, const Situation& emotion) const {
  const PlainWords& said = moment.last_said().words;
  Fillings fillings;
  fillings.name = moment.observed.client_name;
  fillings.you = turn_around(said, fillings.name);
  for (const Feeling* feeling : recognizer.feelings().said(said)) {
    auto& words = feeling->joy ? fillings.joys : fillings.feelings;
    if (words.empty()) words.push_back(feeling->say);
  }
  fillings.seems = fillings.feelings;
  if (const auto read = conversation::emotion(emotion.id); read && fillings.seems.empty()) {
    auto& words = read == conversation::Emotion::happiness ? fillings.joys : fillings.seems;
    if (words.empty()) words = phrases.read_as[static_cast<std::size_t>(*read)];
  }
  fillings.people = people_mentioned(said, fillings.name);
  fillings.things = things_mentioned(said);
  fillings.asks = phrases.asks;
  return fillings;
}

// When risk is due nothing but risk lends phrases; else the emotion does, then what fits anything.
std::vector<const Situation*> Coach::Parts::drawn_from(const Situation& fitting,
                                                       const Situation& emotion) const {
  std::vector<const Situation*> all{&fitting};
  const auto add = [&](const Situation* situation) {
    if (std::find(all.begin(), all.end(), situation) == all.end()) all.push_back(situation);
  };
  if (is_about_risk(fitting)) {
    if (fitting.id != "risk_hint") add(phrases.find("risk_answered"));
    if (fitting.id == "risk_answered") add(phrases.find("risk_open"));
    add(phrases.find("risk_hint"));
    return all;
  }
  add(&emotion);
  for (const char* lender : {"neutral", "sadness", "confirms", "silent"}) add(phrases.find(lender));
  return all;
}

Coach::Coach(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Coach::~Coach() = default;

base::Result<std::unique_ptr<Coach>> Coach::open(const Files& files, const language::Reader& reader,
                                                 const language::Meaning& meaning,
                                                 OwnStory stance) {
  auto phrases = load_phrases(files.suggestions);
  if (!phrases) return tl::unexpected(phrases.error());
  auto nudges = load_nudges(files.nudges);
  if (!nudges) return tl::unexpected(nudges.error());
  return std::unique_ptr<Coach>(new Coach(
      std::make_unique<Parts>(*std::move(phrases), *std::move(nudges), stance, reader, meaning)));
}

Suggested Coach::suggest(const Observed& observed, std::uint64_t seed) const {
  const auto found = last_words(observed);
  if (!found) return {};
  const Moment& moment = *found;
  const auto turn = observed.lines[moment.last].turn;
  const Situation& fitting = parts_->recognizer.recognize(moment);
  const Situation& emotion = parts_->recognizer.emotion(moment);
  const Check check(parts_->reader, turns(observed, moment.last + 1),
                    parts_->recognizer.welcomes_advice(moment));
  const Draft draft{parts_->drawn_from(fitting, emotion),
                    parts_->fillings(moment, emotion),
                    texts_offered(observed),
                    seed,
                    static_cast<std::uint64_t>(turn),
                    [&](std::string_view card) { return check.passes(card); }};
  return {turn, compose(draft).cards};
}

bool Coach::takes_others(const Observed& observed) const {
  const auto moment = last_words(observed);
  return moment && !is_about_risk(parts_->recognizer.recognize(*moment));
}

Suggested Coach::vet(const Observed& observed, std::uint64_t seed,
                     std::vector<conversation::Suggestion> written) const {
  Suggested own = suggest(observed, seed);
  const auto moment = last_words(observed);
  if (!moment || !takes_others(observed)) return own;
  const std::string& said = observed.lines[moment->last].said.text;
  const Check check(parts_->reader, turns(observed, moment->last + 1),
                    parts_->recognizer.welcomes_advice(*moment));
  std::vector<std::string> taken = texts_offered(observed);
  for (conversation::Suggestion& card : own.cards) {
    const auto other = std::ranges::find(written, card.kind, &conversation::Suggestion::kind);
    if (other == written.end()) continue;
    const bool is_new = std::ranges::find(taken, other->text) == taken.end();
    if (!is_new || !check.passes_from_outside(*other)) {
      ++own.refused;
      continue;
    }
    if (said.find(other->cue) == std::string::npos) other->cue.clear();
    card = std::move(*other);
    taken.push_back(card.text);
  }
  return own;
}

std::optional<Remark> Coach::remark(const Observed& observed, std::string_view draft) const {
  const auto moment = last_words(observed);
  if (!moment) return std::nullopt;
  const Turn turn{conversation::Speaker::supporter, std::string(draft)};
  const auto before = turns(observed, observed.lines.size());
  const auto reading = parts_->reader.read(turn, before);
  const auto fit = language::fit(turn, before, parts_->meaning);
  const auto kind = choose_remark({draft, reading, fit, parts_->recognizer.welcomes_advice(*moment),
                                   questions_in_a_row(observed)});
  if (!kind) return std::nullopt;
  return Remark{*kind, parts_->phrases.remarks[static_cast<std::size_t>(*kind)]};
}

std::optional<conversation::Nudged> Coach::nudge(const Observed& observed,
                                                 std::uint64_t seed) const {
  const auto reply = Reply::last_of(observed, parts_->recognizer, parts_->reader, parts_->meaning);
  if (!reply) return std::nullopt;
  const auto chosen = choose_nudge(*reply, parts_->stance);
  if (!chosen) return std::nullopt;
  const auto turn = reply->line().turn;
  const NudgeTexts& texts = parts_->nudges[static_cast<std::size_t>(chosen->kind)];
  return conversation::Nudged{turn,
                              std::string(name(chosen->kind)),
                              nudge_text(*chosen, texts, seed, turn),
                              chosen->fault.words,
                              chosen->fault.probability,
                              chosen->asks};
}

const std::string& Coach::why(NudgeKind kind) const {
  return parts_->nudges[static_cast<std::size_t>(kind)].why;
}

}  // namespace attune::coach
