#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "voice/compose.h"

// What the supporter asked, and what to say where nobody knows.

namespace attune::voice {
namespace {

// Matching floors and lengths; our choice, tuned by reading whole talks. Of phrasings left out of
// the cases (bench/sureness), kAsksTopic places 67 of 100 with their own topic and 18 with another;
// of questions that no topic is written for, 54. In earnest more of the unsure ones are right.
constexpr double kAsksTopic = 0.2;
constexpr double kNearTopic = 0.12;     // the same where the answer is given as what they have
constexpr double kSurely = 0.3;         // below, it is
constexpr double kWondersTopic = 0.15;  // "you teach music?": it says what it is about
constexpr double kMentionsTopic = 0.7;  // words that ask nothing, and yet mean the topic
constexpr double kWordForWord = 1;      // as an author wrote it
constexpr double kWideTopic = 0.3;    // "what happened?" is about a topic, not about the last words
constexpr double kFollows = 0.55;     // a line follows from a question that no topic knows
constexpr double kOn = 0.25;          // a line goes on from the client's last words
constexpr double kTakesUp = 0.1;      // a line has to do with what was given back
constexpr double kTouchesMore = 0.1;  // and this much more than about anything told
constexpr double kSame = 0.93;        // two turns say the same
constexpr double kSameLayer = 0.45, kElicit = -0.25;
constexpr std::size_t kDecline = 20;
constexpr std::size_t kWonders = 4;  // words of "he reads it every night?"; fewer may well ask
constexpr int kAnswersAgain = 2;     // client turns, before the same is said to another question

/// Of a text whose words are set apart by single spaces.
std::unordered_set<std::string_view> words_of(std::string_view text) {
  std::unordered_set<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Half of the words of `a` stand among `b`: texts that share fewer say something else.
bool share_words(const std::vector<std::string>& a, const std::unordered_set<std::string_view>& b) {
  return 2 * std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }) >=
         std::ssize(a);
}

/// "He reads it every night? Since when?": the second is the question. But "they do your voice?
/// What does that mean?" is one, in two sentences.
bool is_wondered(const Sentence& sentence, const Sentence& question) {
  static constexpr std::array<std::string_view, 3> kHello = {"hi", "hello", "hey"};
  if (!sentence.marked || sentence.words.empty()) return false;
  if (std::ranges::find(kHello, sentence.words[0]) != kHello.end()) return true;
  static constexpr std::array<std::string_view, 4> kOneThing = {"who", "when", "where", "how_much"};
  const bool points =
      question.core.empty() && std::ranges::count(kOneThing, sort_of(question)) == 0;
  return sentence.words.size() >= kWonders && !points;
}

/// "Yes", "nobody": nothing is put before it.
bool is_direct(const Part& answer) {
  static constexpr std::array<std::string_view, 12> kDirect = {"yes",    "yeah",    "aye",  "no",
                                                               "nah",    "nope",    "not",  "never",
                                                               "nobody", "nothing", "none", "only"};
  return std::ranges::find(kDirect, answer.first_word) != kDirect.end();
}

bool is_about_you(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> kYou = {"you", "your", "yours", "it", "that"};
  return std::ranges::find_first_of(sentence.words, kYou) != sentence.words.end();
}

}  // namespace

bool Composer::is_out(const client::Topic& topic) const {
  return topic.layer.empty() || brief_.disclosed.contains(topic.layer);
}

/// How near a sentence must come to a topic to be answered by it.
double Composer::floor_for(const Sentence& sentence) const {
  const bool own_words = !meant({Intent::stay, Intent::soften, Intent::forgive});
  if (!sentence.asks)
    return own_words || heard_.does(Act::praise) || heard_.does(Act::thanks) ||
                   heard_.does(Act::apology) || heard_.does(Act::pity)
               ? kWordForWord
               : kMentionsTopic;
  if (sentence.marked && !sentence.core.empty()) return kWondersTopic;
  if (meant({Intent::disclose}) && is_wide())
    return sentence.core.empty() ? kWordForWord : kWideTopic;
  if (sentence.core.empty() || sentence.invites || heard_.does(Act::how_are_you)) return kWideTopic;
  return may_be_beside() ? kNearTopic : kAsksTopic;
}

/// Whether "this much I can tell you" may stand before an answer: not in every turn, nor where more
/// follows.
bool Composer::may_be_beside() const {
  return !brings_more() && !past_.last_had("beside") &&
         !(brief_.heard.asks && brief_.heard.asks->about_suicide);
}

void Composer::answer_questions() {
  if (answer_harm()) {
    answered_ = true;
    return;
  }
  if (asks() && is_repeated()) {
    if (say("repeated")) {
      answered_ = true;
      return;
    }
  }
  const std::vector<Found> found = find_asked();
  if (say_answers(found)) {
    answered_ = true;
    unplaced_ = false;
  }
}

/// What is asked, surest first, then the last; notes what no topic knows.
std::vector<Composer::Found> Composer::find_asked() {
  std::vector<Found> found;
  Sentence before = past_.last_said;
  const auto outright =
      std::ranges::find_if(heard_.sentences.rbegin(), heard_.sentences.rend(),
                           [](const Sentence& one) { return one.asks && !one.marked; });
  const auto last = static_cast<std::size_t>(heard_.sentences.rend() - outright);
  for (std::size_t at = 0; at < heard_.sentences.size(); ++at) {
    const Sentence& sentence = heard_.sentences[at];
    if (const client::Assumption* wrong = script_.topics().wrong(sentence); wrong && !answered_)
      if (say_first({{.intent = "correct", .topic = wrong->id}})) {
        answered_ = corrected_ = true;
        continue;
      }
    // A question is answered before what is merely mentioned, or wondered at, beside it.
    const bool wonders = at + 1 < last && is_wondered(sentence, heard_.sentences[last - 1]);
    const bool passed_over = asks() && (!sentence.asks || wonders);
    std::vector<Asked> topics =
        passed_over ? std::vector<Asked>{}
                    : script_.topics().asked_anywhere(sentence, before, floor_for(sentence));
    std::erase_if(topics, [&](const Asked& asked) { return !may_answer(sentence, asked); });
    before = join({before, sentence});
    if (!topics.empty())
      found.push_back({&sentence, topics[0], at});
    else if (sentence.asks && !passed_over)
      unplaced_ = true;
  }
  const auto rank = [](const Asked& asked) {
    return asked.score >= kWordForWord ? 2 : asked.score > kPlainly ? 1 : 0;
  };
  std::ranges::stable_sort(found, [&](const Found& a, const Found& b) {
    const int first = rank(a.asked), second = rank(b.asked);
    return first != second ? first > second : a.at > b.at;
  });
  return found;
}

/// A topic of risk tells who asks about risk, in whatever words, or asks on from what was just told
/// of it; and nobody else, however near the question comes. What is not out yet is only dodged.
bool Composer::may_answer(const Sentence& sentence, const Asked& asked) const {
  const RiskTopics& of_risk = script_.topics().of_risk();
  if (!of_risk.contains(*asked.topic) || asked.score >= kWordForWord) return true;
  if (!is_out(*asked.topic)) return true;
  const auto& asks = brief_.heard.asks;
  if (asks && (asks->about_suicide || asks->about_safety)) return true;
  if (of_risk.are_named(sentence)) return true;
  const client::Case& person = script_.person();
  return !past_.turns.empty() && std::ranges::any_of(past_.turns.back(), [&](const Part* part) {
    const client::Cue* cue = person.cue(part->line->cue);
    const auto topic = std::ranges::find(person.topics, part->line->topic, &client::Topic::id);
    return part->line->intent.starts_with("risk_") || (cue && cue->kind == "risk") ||
           (!person.risk.layer.empty() && part->line->layer == person.risk.layer) ||
           (topic != person.topics.end() && of_risk.contains(*topic));
  });
}

/// At most two, in the order in which they were asked.
bool Composer::say_answers(const std::vector<Found>& found) {
  std::size_t answers = 0, first_at = 0, first_lines = 0;
  const std::size_t begin = composed_.body.size();
  for (const Found& one : found) {
    if (answers == 2 || (answers == 1 && (!one.sentence->asks || words() > kLongBody / 2 ||
                                          one.asked.topic == found[0].asked.topic)))
      break;
    if (!answer(*one.sentence, one.asked)) continue;
    if (++answers == 1) {
      first_at = one.at;
      first_lines = composed_.body.size() - begin;
    } else if (one.at < first_at) {
      const auto first = composed_.body.begin() + static_cast<std::ptrdiff_t>(begin);
      std::rotate(first, first + static_cast<std::ptrdiff_t>(first_lines), composed_.body.end());
    }
  }
  return answers > 0;
}

bool Composer::answer(const Sentence& sentence, const Asked& asked) {
  const client::Topic& topic = *asked.topic;
  chooser_.talk_about(sentence.text);
  const bool out = is_out(topic);
  const std::string_view intent = out ? "answer" : "dodge";
  const std::size_t most = brings_more() ? kShortAnswer : 60;
  const std::size_t before = composed_.body.size();
  say_first({{.intent = intent, .topic = topic.id, .most_words = most},
             {.intent = intent, .topic = topic.id, .most_words = 2 * most},
             {.intent = intent, .topic = topic.id}});
  if (composed_.body.size() == before) {
    // Asked before in other words and all said: something else of the same matter, or a sigh.
    const Part* other = chooser_.best_of(
        {{{.intent = "stay", .layer = topic.layer}, 0, topic.layer.empty() ? kFollows : 0}});
    if (!out) other = nullptr;
    if (!other) other = chooser_.again({.intent = intent, .topic = topic.id}, kAnswersAgain);
    add(other);
    if (!other && sentence.asks) say("repeated");
  }
  if (composed_.body.size() == before) return false;
  const bool unsure = sentence.asks && asked.score < kSurely && before == 0;
  if (unsure && may_be_beside() && !is_direct(*composed_.body[0])) say_before({{"beside"}});
  asked_layer_ = topic.layer;
  if (out && topic.reveals && topic.layer == brief_.intended.layer) revealed_ = true;
  return true;
}

/// "Have you been hurting yourself?" is asked for safety's sake, and "I'm okay tonight" is no
/// answer to it: that is what the case says under its topic of that name, or of a nearer one.
bool Composer::answer_harm() {
  if (brief_.heard.asks && brief_.heard.asks->about_suicide) return false;
  for (const Sentence& sentence : heard_.sentences) {
    const auto says = [&](std::initializer_list<std::string_view> any) {
      return std::ranges::find_first_of(sentence.words, any) != sentence.words.end();
    };
    const bool harm = says({"hurt", "hurting", "harm", "harming", "harmed", "cut", "cutting"}) &&
                      says({"yourself", "self"});
    if (!sentence.asks || !harm) continue;
    const std::vector<Asked> nearer = script_.topics().asked(sentence, past_.last_said, kPlainly);
    if (!nearer.empty()) return answer(sentence, nearer[0]);
    const auto& topics = script_.person().topics;
    const auto topic = std::ranges::find(topics, "self-harm", &client::Topic::id);
    if (topic != topics.end()) return answer(sentence, {&*topic, 1});
  }
  return false;
}

bool Composer::is_repeated() const {
  const std::string now = join(heard_.sentences).text;
  if (count_words(now) < 3) return false;
  const std::unordered_set<std::string_view> words = words_of(now);
  const language::Meaning& meaning = script_.meaning();
  std::optional<language::Sense> sense;
  return std::ranges::any_of(past_.heard, [&](const std::string& turn) {
    const Sentence before = join(plain(turn, script_.wording()));
    if (before.text == now) return true;
    if (before.words.size() < 4 || !share_words(before.words, words)) return false;
    if (!sense) sense = meaning.sense(now);
    const language::Sense earlier = meaning.sense(before.text);
    return meaning.similarity(*sense, earlier) > kSame &&
           std::min(meaning.contains(*sense, earlier), meaning.contains(earlier, *sense)) > kSame;
  });
}

std::vector<Chooser::Offer> Composer::offers(double floor) const {
  std::vector<Chooser::Offer> offers;
  for (const client::Layer& layer : script_.person().layers)
    if (brief_.disclosed.contains(layer.id))
      offers.push_back(
          {{.intent = "stay", .layer = layer.id}, layer.id == past_.layer ? kSameLayer : 0, floor});
  if (!past_.topic.empty())
    offers.push_back({{.intent = "answer", .topic = past_.topic}, 0, std::max(floor, kFollows)});
  offers.push_back({{.intent = "elicit"}, brief_.disclosed.empty() ? 0 : kElicit, floor});
  return offers;
}

/// The words are about something that the client has not told: neither confirmed nor enlarged on.
bool Composer::touches_hidden() const {
  double hidden = 0, open = 0;
  for (const std::string_view intent : {"stay", "disclose"})
    for (const Part* part : script_.with_intent(intent)) {
      double& most = brief_.disclosed.contains(part->line->layer) ? open : hidden;
      most = std::max(most, chooser_.related(*part));
    }
  return hidden > kTouches && hidden > open + kTouchesMore;
}

void Composer::evade() {
  evaded_ = true;
  if (asks() && decline(kDecline)) return;
  const bool turns_away = chooser_.draw("evade") < 0.4 && !past_.last_had("withdraw");
  if (turns_away && say("withdraw")) return;
  if (!say("unplaced")) say("withdraw");
}

/// Carries on with what the talk is about.
void Composer::go_on() {
  if (unplaced_) return answer_unplaced();
  if (heard_.does(Act::reflection) && touches_hidden()) {
    if (heard_.feeling.empty()) evade();
    return;
  }
  // What was given back is taken up, or merely answered by a word; no other matter is put beside
  // it.
  const bool reflected = heard_.does(Act::reflection) && !meant({Intent::soften, Intent::forgive});
  add(chooser_.best_of(offers(reflected ? kTakesUp : 0)));
  if (composed_.body.empty() && !reflected) run_dry();
}

/// A question that no topic knows: what is near to it, or an answer in character that there is
/// none.
void Composer::answer_unplaced() {
  std::string question;
  for (const Sentence& sentence : heard_.sentences)
    if (sentence.asks) question += sentence.text + ". ";
  const bool wide = is_wide(), on = asks_on();
  const std::size_t said = composed_.body.size();
  const bool light = last_question() && last_question()->core.empty();
  chooser_.talk_about(wide && light ? past_.last_words : question);
  if (brief_.heard.asks && brief_.heard.asks->about_suicide && say("risk_told")) return;
  if (!wide && touches_hidden()) return evade();
  if (on && say_more()) return;
  // By light words alone ("what did they say to that?") no line is known to follow.
  if (wide || !light) add(chooser_.best_of(offers(wide && !on ? 0 : kFollows)));
  // A greeting answers nothing.
  if (composed_.body.size() > said || reply_in_kind(kDecline)) return;
  if (!say("no_answer") && !say("unplaced")) run_dry();
}

/// More of what the client has just spoken of.
bool Composer::say_more() {
  if (asks_one_thing() || sort_of(*last_question()) == "why") return false;
  const auto& topics = script_.person().topics;
  const auto subject = std::ranges::find(topics, past_.subject, &client::Topic::id);
  chooser_.talk_about(past_.last_words);
  if (subject != topics.end())
    if (say_first(
            {{.intent = "answer", .topic = subject->id}, {.intent = "stay", .topic = subject->id}}))
      return true;
  std::vector<Chooser::Offer> same;
  if (!past_.layer.empty()) same.push_back({{.intent = "stay", .layer = past_.layer}, 0, kOn});
  const Part* more = chooser_.best_of(same);
  add(more);
  return more != nullptr;
}

/// Says little, but what was asked for: of a "who" somebody, of a "when" some time.
bool Composer::reply_in_kind(std::size_t most_words) {
  for (auto sentence = heard_.sentences.rbegin(); sentence != heard_.sentences.rend(); ++sentence)
    if (sentence->asks) {
      const std::string_view sort = sort_of(*sentence);
      // Those lines say how it is for the client, or yes or no: "How did he die?" is not asked of
      // that, nor "Did you ring or wait?"
      if ((sort == "how" || sort == "feel") && !is_about_you(*sentence)) return false;
      const bool either = std::ranges::find(sentence->words, "or") != sentence->words.end();
      if ((sort == "you" || sort == "other") && either) return false;
      return say_first({{.intent = "no_answer", .most_words = most_words, .asks = sort}});
    }
  return false;
}

bool Composer::decline(std::size_t most_words) {
  return reply_in_kind(most_words) ||
         say_first({{.intent = "no_answer", .most_words = most_words}});
}

/// By the topic that comes nearest to the last question that some topic comes near to.
bool Composer::answer_nearest(double floor) {
  for (auto sentence = heard_.sentences.rbegin(); sentence != heard_.sentences.rend(); ++sentence) {
    if (!sentence->asks) continue;
    const std::vector<Asked> topics =
        script_.topics().asked_anywhere(*sentence, past_.last_said, floor);
    if (!topics.empty() && answer(*sentence, topics[0])) return true;
  }
  return false;
}

void Composer::run_dry() {
  composed_.exhausted = true;
  if (!say("unplaced") && !say("silent")) add(chooser_.again({"silent"}));
}

}  // namespace attune::voice
