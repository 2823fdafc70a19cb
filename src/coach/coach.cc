#include "coach/coach.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/draw.h"
#include "coach/check.h"
#include "coach/compose.h"
#include "coach/focus.h"
#include "coach/mentions.h"
#include "coach/nudges_yaml.h"
#include "coach/phrases_yaml.h"
#include "coach/reply.h"
#include "coach/situation.h"
#include "coach/written.h"
#include "language/fit.h"

namespace attune::coach {

using conversation::Observed;
using conversation::Suggested;
using conversation::Suggestion;
using conversation::Turn;

namespace {

constexpr double kNearRisk = 0.2;  // of the reader's score: too near to be met lightly; our choice
constexpr std::size_t kLongestCue = 120;  // bytes; our choice: a line or two to mark on a page

constexpr double kWeighs = 0.5;  // of a sentence, from which it is more than a remark; our choice

/// What can be taken up of one line of the client's.
struct Material {
  std::string_view text;
  Recognized emotion;
  std::vector<Recognized> asides;
  Range heavy;                    ///< the sentence most worth taking up
  std::vector<Range> light = {};  ///< sentences that weigh little beside it
  double weight = 0;              ///< of it
  bool at_risk = false;           ///< something in the line reads as risk
  Fillings fillings = {};

  [[nodiscard]] Source source(Range words) const {
    const auto cut = text.rfind(' ', words.begin + kLongestCue);
    if (words.end > words.begin + kLongestCue && cut != text.npos && cut > words.begin)
      words.end = cut;
    return {std::string(text.substr(words.begin, words.end - words.begin)), words,
            overlap(words, heavy),
            std::ranges::any_of(light, [&](const Range& one) { return overlap(words, one); })};
  }
  /// Leaves what is heavy to say again.
  void keep_heavy() {
    std::erase_if(fillings.clauses, [](const auto& one) { return !one.from.heavy; });
    for (auto* words : {&fillings.quotes, &fillings.people, &fillings.things})
      std::erase_if(*words, [](const Filling& one) { return !one.from.heavy; });
  }
  /// Leaves what nothing of these says again.
  void keep_new(const std::vector<std::string>& said) {
    const auto said_again = [&](const std::string& words) {
      return std::ranges::any_of(
          said, [&](const std::string& one) { return one.find(words) != one.npos; });
    };
    std::erase_if(fillings.clauses, [&](const auto& one) { return said_again(one.you.text); });
    std::erase_if(fillings.quotes, [&](const Filling& one) { return said_again(one.text); });
  }
  /// An everyday thing, told as one: no feeling, and nothing that weighs.
  [[nodiscard]] bool is_light() const {
    return emotion.situation->id == "neutral" && fillings.feelings.empty() && weight < kWeighs &&
           !at_risk;
  }
  /// What the heaviest clause does: tells of what happened, of what is so, or of others; nullptr
  /// where that cannot be told.
  [[nodiscard]] const Fillings::Clause* told() const {
    const auto found = std::ranges::find_if(fillings.clauses, [](const auto& one) {
      return one.from.heavy && (!one.you.own || one.you.tense != Tense::unsure);
    });
    return found == fillings.clauses.end() ? nullptr : &*found;
  }
  /// Whether there is nothing in it to take up.
  [[nodiscard]] bool is_empty() const {
    return fillings.clauses.empty() && fillings.things.empty() && fillings.people.empty() &&
           weight < kWeighs;
  }
  [[nodiscard]] Lender lender(const Recognized& found) const {
    return {found.situation, source(found.in), &fillings};
  }
};

}  // namespace

struct Coach::Parts {
  Phrases phrases;
  Nudges nudges;
  Written written;
  OwnStory stance;
  const language::Reader& reader;
  const language::Meaning& meaning;
  Recognizer recognizer;

  Parts(Phrases loaded, Nudges loaded_nudges, Written loaded_ideas, OwnStory a_stance,
        const language::Reader& a_reader, const language::Meaning& a_meaning)
      : phrases(std::move(loaded)),
        nudges(std::move(loaded_nudges)),
        written(std::move(loaded_ideas)),
        stance(a_stance),
        reader(a_reader),
        meaning(a_meaning),
        recognizer(phrases, reader, meaning) {}

  /// What one of the client's last lines offers, and how heavy it is.
  Material material(const Moment& moment, std::size_t line) const;
  /// What is asked of the supporter goes first, then what is heavy.
  Recognized fitting(const Moment& moment, const Material& material) const;
  /// What the client's turn before this one offers, where the reply left it lying.
  std::optional<Material> passed_by(const Moment& moment) const;
  /// What was told earlier, for words that offer nothing to take up.
  std::optional<Material> told_before(const Moment& moment,
                                      const std::vector<std::string>& said) const;
  std::vector<std::vector<Lender>> ranks(const Recognized& fitting, const Material& material) const;
  /// Puts cards that came from elsewhere in the place of the house's own of their kinds, where they
  /// are new, pass and do not press; the others are counted.
  void put_in(const Moment& moment, std::span<Suggestion> others,
              const std::function<bool(const Suggestion&)>& passes, Suggested& own) const;
};

namespace {

constexpr std::size_t kListening = 0;  // the place of motivational interviewing in kKindNames

// Where nothing is asked of the supporter, who may then turn to heavier words before or after.
bool gives_way(const Situation& situation) {
  constexpr std::array kFirst{"risk_", "asks_", "pushes_back", "leaving", "unclear", "takes_back"};
  return std::ranges::none_of(kFirst, [&](const char* id) { return situation.id.starts_with(id); });
}

// Said to the supporter about the talk itself: met before anything that was told.
bool is_about_talk(const Situation& situation) {
  constexpr std::array kAbout{
      "arriving", "joke",       "hard_to_answer", "deflects_sympathy", "keeps_names",
      "pausing",  "apologizes", "kept_waiting",   "polite_no",         "worse_by_writing"};
  return !gives_way(situation) ||
         std::ranges::any_of(kAbout, [&](const char* id) { return situation.id == id; });
}

bool is_brief(const Situation& situation) {
  return situation.id == "silent" || situation.id == "confirms" || situation.id == "corrects";
}

// Of a short reply: whether it answers nothing.
bool withholds(const PlainWords& words) {
  constexpr std::array kNothing{"don't know", "no idea", "i'm here"};
  return words.empty() ||
         std::ranges::any_of(kNothing, [&](const char* no) { return holds_sequence(words, no); }) ||
         is_one_of(
             "hm hmm mm mhm huh er um ok okay oh wait pass sorry …sorry … maybe perhaps dunno idk "
             "anyway typing",
             words.front().form);
}

bool is_about_risk(const Situation& situation) {
  return situation.id.starts_with("risk_");
}

bool asks_about_suicide(const language::Reader& reader, const std::string& card) {
  const auto reading = reader.read_skills(card, {});
  return reading.asks && reading.asks->about_suicide;
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

Material Coach::Parts::material(const Moment& moment, std::size_t line) const {
  const LineWords& said = moment.said(line);
  const auto felt = recognizer.feelings().said(said.words);
  const auto reading = recognizer.reading(moment.observed, line);
  Material material{said.text, recognizer.emotion(moment, line), recognizer.asides(moment, line)};
  material.at_risk = reading.risk && reading.risk->score >= kNearRisk;
  const auto heavy = focus(said.words, felt, reading, said.text);
  if (heavy) {
    material.heavy = typed(heavy->words);
    material.light = heavy->light;
    material.weight = heavy->weight;
  }
  Fillings& fill = material.fillings;
  fill.name = moment.observed.client_name;
  fill.asks = phrases.asks;
  const auto turned = turn_around(said.words, fill.name);
  // Of all that was said only the point is said again.
  const Range point = heavy ? typed(heavy->point) : Range{};
  const auto add = [&](const TurnedAround& you) {
    if (overlap(you.from, point)) fill.clauses.push_back({you, material.source(you.from)});
  };
  for (const TurnedAround& you : turned) add(you);
  for (const TurnedAround& one : turned)
    for (const TurnedAround& next : turned)
      if (const auto both = joined(one, next)) add(*both);
  const auto put = [&](const std::vector<Given>& all, std::vector<Filling>& into) {
    for (const Given& one : all) into.push_back({one.text, material.source(one.from)});
  };
  put(quotes(said.words, said.text), fill.quotes);
  put(people_mentioned(said.words, fill.name), fill.people);
  put(things_mentioned(said.words), fill.things);
  for (const FeelingSaid& one : felt) {
    auto& words = one.feeling->joy ? fill.joys : fill.feelings;
    if (words.empty()) words.push_back({one.feeling->say, material.source(one.from)});
  }
  fill.seems = fill.feelings;
  // A "sorry" that leads to something else reads as sad.
  if (material.emotion.in.end > 0 && !overlap(material.emotion.in, material.heavy))
    material.emotion = {phrases.find("neutral"), {}};
  const auto read = conversation::emotion(material.emotion.situation->id);
  if (read && fill.seems.empty()) {
    auto& words = read == conversation::Emotion::happiness ? fill.joys : fill.seems;
    if (words.empty())
      for (const std::string& word : phrases.read_as[static_cast<std::size_t>(*read)])
        words.push_back({word, material.source(material.emotion.in)});
  }
  return material;
}

Recognized Coach::Parts::fitting(const Moment& moment, const Material& material) const {
  const Recognized found = recognizer.recognize(moment);
  const bool elsewhere = found.in.end > 0 && material.heavy.begin > found.in.end;
  if (elsewhere && gives_way(*found.situation)) return material.emotion;
  if (!is_brief(*found.situation) || withholds(moment.last_said().words)) return found;
  const auto answer = std::ranges::find_if(
      material.asides, [](const Recognized& one) { return !one.situation->after.empty(); });
  return answer == material.asides.end() ? found : *answer;
}

// When risk is due nothing but risk lends phrases; else asides and the emotion do, then what fits
// anything.
std::vector<std::vector<Lender>> Coach::Parts::ranks(const Recognized& fitting,
                                                     const Material& material) const {
  Lender first = material.lender(fitting);
  first.from.heavy = !first.from.words.empty();
  std::vector<std::vector<Lender>> all{{first}};
  const auto plain = [&](const char* id) {
    return Lender{phrases.find(id), {}, &material.fillings};
  };
  if (is_about_risk(*fitting.situation)) {
    const std::string& id = fitting.situation->id;
    const auto lend = [&](std::initializer_list<const char*> lenders) {
      for (const char* lender : lenders) {
        if (lender == id) continue;
        all.push_back({plain(lender)});
        all.back().front().from = first.from;
      }
      return all;
    };
    if (id == "risk_denied") return lend({"told", "neutral"});  // who said no is not asked again
    if (id == "risk_hint") return lend({});
    return lend({"risk_answered", "risk_open", "risk_hint"});
  }
  if (fitting.situation->id == "neutral") all.front().clear();
  if (fitting.situation != material.emotion.situation) all.emplace_back();
  if (material.emotion.situation->id != "neutral" &&
      material.emotion.situation != fitting.situation)
    all.back().push_back(material.lender(material.emotion));
  const bool light = material.is_light();
  std::vector<Lender> elsewhere;
  for (const Recognized& aside : material.asides)
    (overlap(aside.in, material.heavy) ? all.back() : elsewhere).push_back(material.lender(aside));
  const auto* told = material.told();
  if (told != nullptr && !light) {
    const char* own = told->you.tense == Tense::then ? "told_then" : "told_now";
    all.push_back(
        {{phrases.find(told->you.own ? own : "told_of_others"), told->from, &material.fillings}});
  }
  // A remark that names nothing leaves nothing to ask about.
  if (!light || told != nullptr || !material.fillings.things.empty()) {
    all.push_back({plain(light ? "told_lightly" : "told")});
    if (told != nullptr)
      all.back().back().from = told->from;
    else if (material.weight >= kWeighs)
      all.back().back().from = material.source(material.heavy);
  }
  all.push_back(std::move(elsewhere));
  for (const char* lender : {"neutral", "sadness", "confirms", "silent"})
    all.push_back({plain(lender)});
  return all;
}

std::optional<Material> Coach::Parts::passed_by(const Moment& moment) const {
  constexpr double kHeavy = 0.8;  // of what is worth going back to
  constexpr double kMet = 0.6;    // content, feeling or a question, from which a reply took it up
  const auto lines = moment.client_lines();  // both figures are our choice
  if (lines.size() < 2 || lines[1] + 1 >= moment.last) return std::nullopt;
  if (recognizer.answers_risk(moment.observed, lines[1])) return std::nullopt;
  Material earlier = material(moment, lines[1]);
  if (earlier.weight < kHeavy) return std::nullopt;
  const auto all = turns(moment.observed, moment.last);
  const auto fit = language::fit(all.back(), std::span(all).first(all.size() - 1), meaning);
  if (std::max({fit.content, fit.feeling, fit.follows}) >= kMet) return std::nullopt;
  return earlier;
}

// The heaviest of the client's turns just before that has words which were not given back yet, in
// what was offered or said.
std::optional<Material> Coach::Parts::told_before(const Moment& moment,
                                                  const std::vector<std::string>& said) const {
  constexpr std::size_t kTurns = 4;  // our choice: what is still in both minds
  const auto lines = moment.client_lines();
  std::optional<Material> best;
  for (std::size_t i = 1; i < std::min(lines.size(), kTurns + 1); ++i) {
    if (recognizer.answers_risk(moment.observed, lines[i])) continue;
    Material told = material(moment, lines[i]);
    told.keep_heavy();
    told.keep_new(said);
    if (!told.is_empty() && (!best || told.weight > best->weight)) best = std::move(told);
  }
  return best;
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
  Written written;
  if (!files.ideas.empty()) {
    auto loaded = Written::load(files.ideas);
    if (!loaded) return tl::unexpected(loaded.error());
    written = *std::move(loaded);
  }
  return std::unique_ptr<Coach>(new Coach(std::make_unique<Parts>(
      *std::move(phrases), *std::move(nudges), std::move(written), stance, reader, meaning)));
}

void Coach::Parts::put_in(const Moment& moment, std::span<Suggestion> others,
                          const std::function<bool(const Suggestion&)>& passes,
                          Suggested& own) const {
  const bool only_listens = recognizer.only_listens(moment);
  std::vector<std::string> taken = texts_offered(moment.observed);
  for (Suggestion& card : own.cards) {
    const auto other = std::ranges::find(others, card.kind, &Suggestion::kind);
    if (other == others.end()) continue;
    const bool is_new = std::ranges::find(taken, other->text) == taken.end();
    const bool pushes =
        only_listens && card.kind == kKindNames[kListening] && wants_change(other->text);
    if (!is_new || pushes || !passes(*other)) {
      ++own.refused;
      continue;
    }
    if (moment.last_said().text.find(other->cue) == std::string::npos) other->cue.clear();
    card = std::move(*other);
    taken.push_back(card.text);
  }
}

Suggested Coach::suggest(const Observed& observed, std::uint64_t seed) const {
  const auto found = last_words(observed);
  if (!found) return {};
  const Moment& moment = *found;
  const auto turn = observed.lines[moment.last].turn;
  Material material = parts_->material(moment, moment.last);
  const Recognized fitting = parts_->fitting(moment, material);
  if (is_about_risk(*fitting.situation)) material.keep_heavy();  // no "you wrote 'mm yeah'"
  Draft draft;
  draft.ranks = parts_->ranks(fitting, material);
  draft.offered = texts_offered(observed);
  draft.seed = seed;
  draft.turn = static_cast<std::uint64_t>(turn);
  const bool may_go_back = !is_about_talk(*fitting.situation);
  draft.rank_by_rank = !may_go_back;  // what is asked is answered first
  std::optional<Material> earlier;
  const auto go_back = [&](const char* id) {  // in one idea; more would press
    draft.earlier = earlier->lender({parts_->phrases.find(id), earlier->heavy});
    earlier->keep_heavy();
    draft.goes_back[base::draw_index(seed, draft.turn, "go back", kKinds)] = true;
  };
  // What is asked stands before what was said earlier.
  if (may_go_back && (material.is_empty() || material.is_light()))
    earlier = parts_->passed_by(moment);
  if (earlier) {
    go_back("passed_by");
  } else if (may_go_back && material.is_empty()) {
    std::vector<std::string> said = draft.offered;
    for (const auto& line : observed.lines)
      if (line.said.speaker == conversation::Speaker::supporter) said.push_back(line.said.text);
    earlier = parts_->told_before(moment, said);
    if (earlier) go_back("told_before");
  }
  // Our phrases hold no advice, welcome or not.
  const Check check(parts_->reader, turns(observed, moment.last + 1), false);
  const bool only_listens = parts_->recognizer.only_listens(moment);
  draft.passes = [&](std::size_t kind, std::string_view card) {
    if (only_listens && kind == kListening && wants_change(card)) return false;
    return check.passes(card);
  };
  Composed composed = compose(draft);
  Suggested own{turn, std::move(composed.cards), composed.refused};
  const auto cards = parts_->written.find(observed.client_name, material.text, material.heavy,
                                          base::draw(seed, draft.turn, "written"));
  std::vector<Suggestion> others;
  for (std::size_t kind = 0; cards && kind < kKinds; ++kind)
    if (!draft.goes_back[kind]) others.push_back((*cards)[kind]);
  const auto passes = [&](const Suggestion& card) {
    if (!check.passes(card.text)) return false;
    if (!is_about_risk(*fitting.situation)) return true;
    // When risk is due all three ask; what was answered is not asked again.
    return asks_about_suicide(parts_->reader, card.text) == (fitting.situation->id == "risk_hint");
  };
  parts_->put_in(moment, others, passes, own);
  return own;
}

bool Coach::takes_others(const Observed& observed) const {
  const auto moment = last_words(observed);
  return moment && !is_about_risk(*parts_->recognizer.recognize(*moment).situation);
}

Suggested Coach::vet(const Observed& observed, std::uint64_t seed,
                     std::vector<conversation::Suggestion> written) const {
  Suggested own = suggest(observed, seed);
  const auto moment = last_words(observed);
  if (!moment || !takes_others(observed)) return own;
  const Check check(parts_->reader, turns(observed, moment->last + 1),
                    parts_->recognizer.welcomes_advice(*moment));
  parts_->put_in(
      *moment, written, [&](const Suggestion& card) { return check.passes_from_outside(card); },
      own);
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
