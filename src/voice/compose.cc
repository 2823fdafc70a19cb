#include "voice/compose.h"

#include <algorithm>

namespace attune::voice {
namespace {

// Matching floors and lengths; our choice, tuned by reading whole talks.
constexpr double kAsksTopic = 0.5;       // a question is about a topic
constexpr double kMentionsTopic = 0.74;  // words that ask nothing, and yet mean the topic
constexpr double kSecondTopic = 0.6;     // a second question in the turn
constexpr double kFollows = 0.22;        // a line follows from a question that no topic knows
constexpr double kSaysAsVolunteered = 0.3;
constexpr double kUnrelated = 0.05;
constexpr std::size_t kLongBody = 34;  // words; nothing is added to more
constexpr std::size_t kReactionBefore = 30;

std::string risk_intent(const std::string& risk) {
  return "risk_" + (risk.empty() ? "told" : risk);
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

bool Composer::say(std::string_view intent) {
  return say_first({{intent}});
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
  }
  return composed_;
}

/// Turns that stand outside the talk's flow: endings, questions about risk, and words that are
/// none.
bool Composer::compose_apart() {
  if (meant({Intent::close})) {
    const std::string ending = brief_.intended.ending;
    const std::string goodbye = ending == "leave" ? "leave" : "goodbye_" + ending;
    if (!say(goodbye) && !say("goodbye_half") && !say("leave")) add(chooser_.again("leave"));
    return true;
  }
  if (meant({Intent::answer_risk})) {
    const std::string risk = risk_intent(brief_.intended.risk);
    if (!say(risk)) {
      const Part* again = chooser_.again(risk);
      if (again)
        add(again);
      else
        say("risk_told");
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
    if (!say(apart.intent)) add(chooser_.again(apart.intent));
    if (meant({Intent::disclose})) say_first({{"disclose", brief_.intended.layer}});
    plant_cue();
    if (composed_.body.empty()) go_on();
    return true;
  }
  return false;
}

void Composer::answer_questions() {
  if (is_repeated() && asks()) {
    if (say("repeated")) {
      answered_ = true;
      return;
    }
  }
  struct Found {
    const Sentence* sentence;
    Asked asked;
    std::size_t at;
  };
  std::vector<Found> found;
  for (std::size_t at = 0; at < heard_.sentences.size(); ++at) {
    const Sentence& sentence = heard_.sentences[at];
    if (const client::Assumption* wrong = script_.wrong(sentence); wrong && !answered_)
      if (say_first({{.intent = "correct", .topic = wrong->id}})) {
        answered_ = true;
        continue;
      }
    const bool invited = heard_.does(Act::elicit) || heard_.does(Act::how_are_you);
    const double floor = !sentence.asks ? kMentionsTopic : invited ? kSecondTopic : kAsksTopic;
    const std::vector<Asked> topics = script_.asked(sentence, floor);
    if (!topics.empty())
      found.push_back({&sentence, topics[0], at});
    else if (sentence.asks)
      unplaced_ = true;
  }
  std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
    const bool plainly = (a.asked.score > 0.9) != (b.asked.score > 0.9);
    return plainly ? a.asked.score > b.asked.score : a.at > b.at;
  });
  std::size_t answers = 0;
  for (const Found& one : found) {
    if (answers == 2 ||
        (answers == 1 && (words() > kLongBody / 2 || one.asked.topic == found[0].asked.topic)))
      break;
    if (answer(*one.sentence, one.asked)) ++answers;
  }
  if (answers > 0) {
    answered_ = true;
    unplaced_ = false;
  }
}

bool Composer::answer(const Sentence& sentence, const Asked& asked) {
  const client::Topic& topic = *asked.topic;
  chooser_.talk_about(sentence.text);
  const bool out = topic.layer.empty() || brief_.disclosed.contains(topic.layer);
  const std::string_view intent = out ? "answer" : "dodge";
  const bool more_to_come = meant({Intent::disclose, Intent::hint}) || !brief_.intended.cue.empty();
  const std::size_t most = more_to_come ? kLongBody / 2 : 60;
  const std::size_t before = composed_.body.size();
  say_first({{.intent = intent, .topic = topic.id, .most_words = most},
             {.intent = intent, .topic = topic.id}});
  if (composed_.body.size() == before) {
    // Asked before in other words and all said: something else of the same matter, or a sigh.
    const Part* other = chooser_.best_of(
        {{{.intent = "stay", .layer = topic.layer}, 0, topic.layer.empty() ? kFollows : 0}});
    if (!out) other = nullptr;
    add(other);
    if (!other && sentence.asks) say("repeated");
  }
  if (composed_.body.size() == before) return false;
  if (out && topic.reveals && topic.layer == brief_.intended.layer) revealed_ = true;
  return true;
}

bool Composer::is_repeated() const {
  std::string now;
  for (const Sentence& sentence : heard_.sentences) now += (now.empty() ? "" : " ") + sentence.text;
  if (count_words(now) < 3) return false;
  const language::Sense sense = script_.meaning().sense(now);
  return std::ranges::any_of(past_.heard, [&](const std::string& before) {
    return before == now ||
           (count_words(before) > 3 &&
            script_.meaning().similarity(sense, script_.meaning().sense(before)) > 0.95);
  });
}

void Composer::compose_intent() {
  const conversation::Intended& intended = brief_.intended;
  switch (intended.intent) {
    case Intent::disclose:
      if (!revealed_)
        say_first({{.intent = "disclose",
                    .layer = intended.layer,
                    .most_words = words() > 8 ? kLongBody - 8 : 60},
                   {.intent = "disclose", .layer = intended.layer},
                   {.intent = "stay", .layer = intended.layer}});
      break;
    case Intent::ask:
      say_first({{.intent = "ask", .trap = intended.trap}, {"test"}});
      break;
    case Intent::react:
      if (!say_first({{.intent = intended.met ? "met" : "fed", .trap = intended.trap}}) &&
          !answered_)
        say_first({{intended.met ? "soften" : "resist"}});
      break;
    case Intent::silent:
      composed_.body.clear();
      if (!say("silent")) add(chooser_.again("silent"));
      break;
    case Intent::resist:
      say_first({{"resist"}, {"flinch"}});
      break;
    case Intent::flinch:
      say_first({{"flinch"}, {"resist"}});
      break;
    case Intent::test:
      say("test");
      break;
    case Intent::withdraw:
      say("withdraw");
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
  if (answered_ || (own_words && !composed_.body.empty())) return;
  if (say_act()) return;
  if (!meant({Intent::hint})) go_on();
}

/// Words that call for a reply of their own kind; true when that is reply enough.
bool Composer::say_act() {
  if (heard_.does(Act::permission)) return say("permit");
  if (heard_.does(Act::bounce) || (heard_.does(Act::how_are_you) && asks()))
    if (say("how_are_you")) return true;
  if (heard_.does(Act::resource)) return say("resource");
  if (heard_.does(Act::your_story) && !asks() && !heard_.does(Act::reflection))
    return say("your_story");
  if (heard_.does(Act::off_topic) && say("off_topic")) return true;
  if (heard_.does(Act::greet) && past_.turns.size() <= 2 && say("greet"))
    return chooser_.draw("greet only") < 0.35 && !asks();
  return false;
}

/// Carries on with what the talk is about, or says in character that there is no answer.
void Composer::go_on() {
  const bool wide = heard_.does(Act::elicit);
  if (unplaced_ && !wide) return answer_unplaced();
  const bool nothing_out = brief_.disclosed.empty();
  std::vector<Chooser::Offer> offers;
  for (const client::Layer& layer : script_.person().layers)
    if (brief_.disclosed.contains(layer.id))
      offers.push_back(
          {{.intent = "stay", .layer = layer.id}, layer.id == past_.layer ? 0.3 : 0, 0});
  offers.push_back({{.intent = "elicit"}, nothing_out ? 0.1 : -0.25, 0});
  offers.push_back({{.intent = "answer"}, -0.1, kSaysAsVolunteered});
  add(chooser_.best_of(offers));
  if (composed_.body.empty()) {
    composed_.exhausted = true;
    if (!say("unplaced") && !say("silent")) add(chooser_.again("silent"));
  }
}

void Composer::answer_unplaced() {
  std::string question;
  for (const Sentence& sentence : heard_.sentences)
    if (sentence.asks) question += sentence.text + ". ";
  chooser_.talk_about(question);
  std::vector<Chooser::Offer> offers;
  for (const client::Layer& layer : script_.person().layers)
    if (brief_.disclosed.contains(layer.id))
      offers.push_back(
          {{.intent = "stay", .layer = layer.id}, layer.id == past_.layer ? 0.1 : 0, kFollows});
  offers.push_back({{.intent = "answer"}, 0, kFollows});
  offers.push_back({{.intent = "elicit"}, 0, kFollows});
  add(chooser_.best_of(offers));
  if (!composed_.body.empty()) return;
  if (past_.last_had("unplaced") && brief_.disclosed.contains(past_.layer))
    say_first({{.intent = "stay", .layer = past_.layer}});
  if (composed_.body.empty() && !say("unplaced")) {
    composed_.exhausted = true;
    if (!say("silent")) add(chooser_.again("silent"));
  }
}

void Composer::plant_cue() {
  const std::string& cue = brief_.intended.cue;
  if (cue.empty()) return;
  const auto hint = brief_.intended.again ? Want::Hint::again : Want::Hint::first;
  say_first({{.intent = "hint", .cue = cue, .hint = hint}, {.intent = "hint", .cue = cue}});
}

/// Off the mark: names a feeling of the other sign, or something that nobody has spoken of.
bool Composer::is_off() const {
  if (!heard_.does(Act::reflection)) return false;
  if (heard_.pleasant && brief_.state.valence < -0.1) return true;
  if (brief_.fit.content > 0.12 || brief_.fit.feeling > 0.12 || !heard_.feeling.empty())
    return false;
  return std::ranges::all_of(
      composed_.body, [&](const Part* part) { return chooser_.related(*part) < kUnrelated; });
}

std::string_view Composer::reaction_intent() const {
  if (heard_.does(Act::pity) && !heard_.does(Act::reflection)) return "pity";
  if (heard_.does(Act::praise)) return "praise";
  if (meant({Intent::forgive})) return "forgive";
  if (heard_.does(Act::reflection) && !asks()) return is_off() ? "deny" : "confirm";
  if (heard_.does(Act::thanks) || heard_.does(Act::apology)) return "thanks";
  if (heard_.does(Act::pity)) return "pity";
  if (heard_.does(Act::reflection)) return is_off() ? "deny" : "confirm";
  return meant({Intent::soften}) ? "soften" : "";
}

void Composer::react() {
  if (meant({Intent::silent, Intent::resist, Intent::flinch, Intent::react, Intent::test,
             Intent::withdraw}))
    return;
  std::string_view intent = reaction_intent();
  if (meant({Intent::soften}) && intent == "confirm" && chooser_.draw("soften") < 0.4)
    intent = "soften";
  if (intent.empty() || words() > kReactionBefore || past_.last_had(intent)) {
    if (!meant({Intent::forgive})) return;
    intent = "forgive";
  }
  if (!meant({Intent::forgive, Intent::soften}) && chooser_.draw("react") > 0.85) return;
  chooser_.talk_about("");
  composed_.reaction = chooser_.best({.intent = intent, .most_words = 14});
  if (!composed_.reaction) composed_.reaction = chooser_.again(intent);
}

}  // namespace attune::voice
