#include "voice/compose.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attune::voice {
namespace {

// Our choice, tuned by reading whole talks.
constexpr double kTells = 0.55;  // the words already say what a hint would
constexpr double kUnrelated = 0.05;
constexpr double kSameMatter = 0.4;  // no word of another matter is put between
constexpr double kOwnStory = 0.5;    // read as the supporter's own story
constexpr std::size_t kReactionBefore = 30;
constexpr std::size_t kFewWords = 5;
constexpr double kAnswers = 0.6;  // a line of another matter is near enough to a question

std::string risk_intent(const std::string& risk) {
  return "risk_" + (risk.empty() ? "told" : risk);
}

std::string words_of(const std::vector<const Part*>& parts) {
  std::string words;
  for (const Part* part : parts)
    for (const std::string& bubble : part->line->bubbles) words += bubble + " ";
  return words;
}

}  // namespace

Composer::Composer(const Script& script, const Brief& brief, const Past& past,
                   const TurnActs& heard)
    : script_(script),
      brief_(brief),
      past_(past),
      heard_(heard),
      chooser_(script, brief, past, heard) {}

bool Composer::meant(std::initializer_list<Intent> intents) const {
  return std::ranges::find(intents, brief_.intended.intent) != intents.end();
}

const Sentence* Composer::last_question() const {
  const auto last =
      std::ranges::find_if(heard_.sentences.rbegin(), heard_.sentences.rend(), &Sentence::asks);
  return last == heard_.sentences.rend() ? nullptr : &*last;
}

bool Composer::asks_one_thing() const {
  static constexpr std::array<std::string_view, 5> kOneThing = {"who", "when", "where", "how_much",
                                                                "which"};
  return last_question() && std::ranges::count(kOneThing, sort_of(*last_question())) > 0;
}

/// Asks for more of whatever it was, naming nothing.
bool Composer::is_wide() const {
  if (asks_one_thing()) return false;
  const Sentence* last = last_question();
  return (last ? last->invites : heard_.does(Act::elicit)) || brief_.fit.narrow < 0.5;
}

/// Asks about the client's own last words: "what happened then?"
bool Composer::asks_on() const {
  const Sentence* last = last_question();
  if (!last || past_.turns.empty()) return false;
  const std::string_view sort = sort_of(*last);
  return sort != "feel" && sort != "like" && (last->invites || brief_.fit.asks_on > 0.5);
}

bool Composer::tells_own_story() const {
  return heard_.does(Act::your_story) || brief_.fit.own_story >= kOwnStory;
}

bool Composer::asks() const {
  return std::ranges::any_of(heard_.sentences, &Sentence::asks);
}

void Composer::add(const Part* part) {
  if (part) composed_.body.push_back(part);
}

std::size_t Composer::words() const {
  std::size_t sum = 0;
  for (const Part* part : composed_.body) sum += part->words;
  return sum;
}

bool Composer::say_first(std::initializer_list<Want> wants) {
  for (const Want& want : wants)
    if (const Part* part = chooser_.best(want)) {
      add(part);
      return true;
    }
  return false;
}

/// The mind has words of its own for this turn, whatever was asked.
bool Composer::brings_more() const {
  return !brief_.intended.cue.empty() || !meant({Intent::stay, Intent::soften, Intent::forgive});
}

bool Composer::say(std::string_view intent) {
  return say_first({{intent}});
}

void Composer::say_before(std::initializer_list<Want> wants) {
  if (say_first(wants)) std::ranges::rotate(composed_.body, composed_.body.end() - 1);
}

Composed Composer::compose() {
  if (meant({Intent::open})) {
    if (!say("opening")) say("greet");
  } else if (!compose_apart()) {
    answer_questions();
    compose_intent();
    plant_cue();
    if (composed_.body.empty()) go_on();
    react();
    part_hint();
    if (composed_.body.empty() && !composed_.reaction) add(chooser_.best_of(offers(0)));
    if (composed_.body.empty() && !composed_.reaction) run_dry();
    if (composed_.body.empty() && chooser_.left({"stay"}) + chooser_.left({"elicit"}) == 0)
      composed_.exhausted = true;
  }
  return composed_;
}

/// Turns that stand outside the talk's flow: endings, questions about risk, and words that are
/// none.
bool Composer::compose_apart() {
  if (meant({Intent::close})) {
    const std::string ending = brief_.intended.ending;
    const std::string goodbye = ending == "leave" ? "leave" : "goodbye_" + ending;
    if (!say(goodbye) && !say("goodbye_half") && !say("leave")) add(chooser_.again({"leave"}));
    return true;
  }
  if (meant({Intent::answer_risk})) {
    if (answer_harm()) return true;
    // Asked again, once it is told: a question that some topic knows wants its answer.
    if (brief_.intended.risk == "told" && answer_nearest(kPlainly)) return true;
    const std::string risk = risk_intent(brief_.intended.risk);
    if (!say(risk) && !say("risk_told")) {
      const Part* again = chooser_.again({risk}, 0);
      add(again ? again : chooser_.again({"risk_told"}, 0));
    }
    plant_cue();
    return true;
  }
  struct Apart {
    Act act;
    std::string_view intent;
  };
  for (const Apart& apart :
       {Apart{Act::foreign, "foreign"}, Apart{Act::gibberish, "gibberish"},
        Apart{Act::insult, "insult"}, Apart{Act::bot, "bot"}, Apart{Act::wait, "wait"}}) {
    if (!heard_.does(apart.act)) continue;
    if (apart.act == Act::wait && meant({Intent::silent, Intent::disclose, Intent::hint})) break;
    if (!say(apart.intent)) add(chooser_.again({apart.intent}));
    if (meant({Intent::disclose})) say_first({{"disclose", brief_.intended.layer}});
    plant_cue();
    if (composed_.body.empty()) go_on();
    return true;
  }
  return false;
}

void Composer::compose_intent() {
  const conversation::Intended& intended = brief_.intended;
  switch (intended.intent) {
    case Intent::disclose:
      if (revealed_) break;
      if (answered_) chooser_.talk_about(words_of(composed_.body));
      if (say_first({{.intent = "disclose",
                      .layer = intended.layer,
                      .most_words = words() > 8 ? kLongBody - 8 : 60},
                     {.intent = "disclose", .layer = intended.layer},
                     {.intent = "stay", .layer = intended.layer}}))
        shift();
      break;
    case Intent::ask:
      say_first({{.intent = "ask", .trap = intended.trap}, {"test"}});
      break;
    case Intent::react:
      if (answered_)
        say_before({{.intent = intended.met ? "met" : "fed", .trap = intended.trap}});
      else if (!say_first({{.intent = intended.met ? "met" : "fed", .trap = intended.trap}}))
        say_first({{intended.met ? "soften" : "resist"}});
      break;
    case Intent::silent:
      composed_.body.clear();
      if (!say("silent")) add(chooser_.again({"silent"}));
      break;
    case Intent::resist:
      say_before({{"resist"}, {"flinch"}});
      break;
    case Intent::flinch:
      say_before({{"flinch"}, {"resist"}});
      break;
    case Intent::test:
      say("test");
      break;
    case Intent::withdraw:
      if (!answered_) say("withdraw");
      break;
    case Intent::escalate:
      say("escalate");
      break;
    case Intent::step:
      if (!heard_.does(Act::permission) || !say("permit")) say("step");
      break;
    default:
      break;
  }
  const bool own_words = meant({Intent::disclose, Intent::ask, Intent::react, Intent::silent,
                                Intent::resist, Intent::flinch, Intent::test, Intent::withdraw,
                                Intent::escalate, Intent::step, Intent::hint});
  if (answered_ || (own_words && !composed_.body.empty() && !meant({Intent::hint})))
    return lead_in();
  if (say_act() || (meant({Intent::forgive}) && !asks())) return;
  if (!meant({Intent::hint})) return go_on();
  if (unplaced_ && (asks_on() || !is_wide())) {
    if (!asks_on() || !say_more()) decline(kShortAnswer);
  } else if (unplaced_ && !past_.layer.empty()) {
    say_first({{.intent = "stay", .layer = past_.layer, .most_words = kShortAnswer}});
  }
}

/// Before what the mind brings of itself, a short word to what was said: an act, or a question that
/// no topic knows, is not passed over; nor a wide one, unless it asks for whatever comes.
void Composer::lead_in() {
  if (answered_ || !meant({Intent::disclose, Intent::ask, Intent::escalate, Intent::step})) return;
  const std::vector<const Part*> own = std::exchange(composed_.body, {});
  const Sentence* asked = last_question();
  const bool open = asked && !asked->closed && meant({Intent::disclose});
  const bool narrow = open && !is_wide();
  if (open) chooser_.talk_about(asked->text);
  const bool answers = std::ranges::any_of(own, [&](const Part* part) {
    return chooser_.related(*part) > (narrow ? kAnswers : kTouches);
  });
  const bool later = past_.turns.size() > 2;
  bool announce = false;
  if (say_short_act())
    announce = later && heard_.does(Act::how_are_you) && meant({Intent::disclose});
  else if (unplaced_ && is_wide())
    announce = later && asked && (asked->closed || (open && !asked->invites));
  else if (unplaced_ && !answers)
    announce = decline(kShortAnswer);
  if (announce && !answers) say("shift");
  composed_.body.insert(composed_.body.end(), own.begin(), own.end());
}

bool Composer::say_short_act() {
  struct Short {
    Act act;
    std::string_view intent;
  };
  const bool greets = heard_.does(Act::greet) && !heard_.does(Act::how_are_you);
  if (greets && past_.turns.size() <= 1 && say("greet")) return true;
  for (const Short& one :
       {Short{Act::resource, "resource"}, Short{Act::your_story, "your_story"},
        Short{Act::off_topic, "off_topic"}, Short{Act::how_are_you, "how_are_you"},
        Short{Act::permission, "permit"}})
    if ((one.act == Act::your_story ? tells_own_story() : heard_.does(one.act)) &&
        say_first({{.intent = one.intent, .most_words = kShortAnswer}, {one.intent}}))
      return true;
  return false;
}

/// Words that call for a reply of their own kind; true when that is reply enough.
bool Composer::say_act() {
  if (heard_.does(Act::permission)) return say("permit");
  if (heard_.does(Act::bounce) || heard_.does(Act::how_are_you))
    if (say("how_are_you")) return true;
  if (heard_.does(Act::resource)) return say("resource");
  if (tells_own_story() && !asks() && !heard_.does(Act::reflection)) return say("your_story");
  if (heard_.does(Act::off_topic) && say("off_topic")) return true;
  if (heard_.does(Act::greet) && past_.turns.size() <= 2 && say("greet"))
    return chooser_.draw("greet only") < 0.35 && !asks();
  return false;
}

void Composer::plant_cue() {
  const std::string& cue = brief_.intended.cue;
  if (cue.empty() || meant({Intent::withdraw})) return;
  // Told in the answer already: the cue is out, in other words.
  const auto tells = [&](const Part* part) {
    return part->line->cue == cue && chooser_.related(*part) > kTells;
  };
  chooser_.talk_about(words_of(composed_.body));
  if (!composed_.body.empty() && std::ranges::any_of(script_.with_intent("hint"), tells)) return;
  const auto hint = brief_.intended.again ? Want::Hint::again : Want::Hint::first;
  if (say_first({{.intent = "hint", .cue = cue, .hint = hint}, {.intent = "hint", .cue = cue}}))
    shift();
}

/// Of the same matter as what was asked, or as these words.
bool Composer::is_near(const Part& part, const std::string& words) const {
  std::string asked;
  for (const Sentence& sentence : heard_.sentences) asked += sentence.text + ". ";
  const language::Meaning& meaning = script_.meaning();
  for (const std::string& one : {asked, words})
    if (meaning.similarity(meaning.sense(one), part.sense) > kSameMatter) return true;
  return false;
}

/// Between a plain answer and another matter that follows it, a word that says so.
void Composer::shift() {
  // What is first told in answer to "what brings you?" is no other matter.
  const bool first = last_question() && meant({Intent::disclose}) && brief_.disclosed.size() < 2;
  if (composed_.body.size() < 2 || (is_wide() && !asks_on() && (first || !answered_))) return;
  const Part* last = composed_.body.back();
  const std::vector<const Part*> answer(composed_.body.begin(), composed_.body.end() - 1);
  const bool same_layer = !asked_layer_.empty() && last->line->layer == asked_layer_;
  if (same_layer || is_near(*last, words_of(answer))) return;
  if (say("shift")) std::iter_swap(composed_.body.end() - 2, composed_.body.end() - 1);
}

/// Gives back a feeling of the other sign.
bool Composer::is_wrong() const {
  return heard_.does(Act::reflection) && heard_.pleasant && brief_.state.valence < -0.1;
}

/// Gives back something that nobody has spoken of, as far as one can tell.
bool Composer::is_off() const {
  if (brief_.fit.content > 0.12 || brief_.fit.feeling > 0.12 || !heard_.feeling.empty())
    return false;
  static constexpr std::array<std::string_view, 6> kPointing = {"he", "she",  "they",
                                                                "it", "that", "this"};
  for (const Sentence& sentence : heard_.sentences)
    if (std::ranges::find_first_of(sentence.words, kPointing) != sentence.words.end()) return false;
  return std::ranges::all_of(
      composed_.body, [&](const Part* part) { return chooser_.related(*part) < kUnrelated; });
}

/// A "yes" to what was given back would stand before a question as its answer, unless it says what
/// a feeling is; and a turn that only asks gives nothing back, however it reads.
std::string_view Composer::to_reflection() const {
  if (std::ranges::none_of(heard_.sentences, [](const Sentence& sentence) {
        return !sentence.asks && sentence.words.size() > 2;
      }))
    return "";
  const Sentence& last = heard_.sentences.back();
  if (is_wrong()) return last.asks && !last.closed ? "" : "deny";
  const bool unclear = last.asks && (last.closed || !answered_ || heard_.feeling.empty());
  return is_off() || unclear ? "" : "confirm";
}

std::string_view Composer::reaction_intent() const {
  if (heard_.does(Act::pity) && !heard_.does(Act::reflection)) return "pity";
  if (heard_.does(Act::praise)) return "praise";
  if (meant({Intent::forgive})) return "forgive";
  if (heard_.does(Act::reflection) && !asks()) return to_reflection();
  if (heard_.does(Act::thanks) || heard_.does(Act::apology)) return "thanks";
  if (heard_.does(Act::pity)) return "pity";
  if (const std::string_view reflected = heard_.does(Act::reflection) ? to_reflection() : "";
      !reflected.empty())
    return reflected;
  return meant({Intent::soften}) ? "soften" : "";
}

void Composer::react() {
  if (meant({Intent::silent, Intent::resist, Intent::flinch, Intent::react, Intent::test,
             Intent::withdraw}))
    return;
  if (evaded_ || corrected_) return;
  if (!composed_.body.empty() && composed_.body[0]->line->intent == "greet") return;
  std::string_view intent = reaction_intent();
  if (meant({Intent::soften}) && intent == "confirm" && chooser_.draw("soften") < 0.4)
    intent = "soften";
  if (intent == "confirm" && past_.last_had("confirm")) intent = "soften";
  // A reflection, or an apology, is not passed over for a hint.
  const bool due = meant({Intent::forgive, Intent::soften}) || heard_.does(Act::apology) ||
                   (meant({Intent::hint}) && heard_.does(Act::reflection) && !answered_);
  if (intent.empty() || words() > kReactionBefore || (past_.last_had(intent) && !due)) {
    if (!meant({Intent::forgive})) return;
    intent = "forgive";
  }
  if (!due && chooser_.draw("react") > 0.85) return;
  chooser_.talk_about("");
  // Before an answer, much warmth would be heard as the answer.
  const bool brief = intent == "soften" && asks();
  composed_.reaction = chooser_.best({.intent = intent, .most_words = brief ? kFewWords : 14});
  if (!composed_.reaction && !brief) composed_.reaction = chooser_.again({intent});
}

/// A hint of something else, put where something was given back or asked for, is announced: after a
/// nod in any words, else in few.
void Composer::part_hint() {
  if (composed_.body.size() != 1) return;
  if (!composed_.reaction && (past_.turns.size() < 2 || (asks() && is_wide()))) return;
  const Part* hint = composed_.body[0];
  if (hint->line->intent != "hint" || is_near(*hint, past_.last_words)) return;
  if (say_first({{.intent = "shift", .most_words = composed_.reaction ? 60 : kFewWords}}))
    std::swap(composed_.body[0], composed_.body[1]);
}

}  // namespace attune::voice
