#include "coach/faults.h"

#include <algorithm>
#include <span>

#include "language/reader.h"
#include "language/safety_moves.h"
#include "language/stock_phrases.h"

namespace attune::coach {
namespace {

using conversation::Emotion;
using conversation::Observed;
using language::Patterns;

// All our choice.
constexpr double kSaidOutright = 0.8;
constexpr double kMet = 0.5;             // from here on a reply took up what was said
constexpr std::size_t kFewestWords = 5;  // a shorter turn neither weighs nor passes by
constexpr double kHeavyWords = 0.8;      // "I buried him in May"
constexpr double kSurelyFelt = 0.75;     // of a negative emotion
constexpr double kUnpleasant = -0.25;    // valence with it
constexpr std::size_t kEarly = 3;        // supporter turns in which little can be known yet
constexpr std::size_t kWishLasts = 2;    // client turns for which a wish for advice stands
constexpr double kAdviceCounts = 0.2;    // so that it takes a score of 0.3
constexpr double kSomeAdvice = 0.2;      // of a sentence, to be quoted
constexpr double kLectureCounts = 0.83;  // so that it takes a reading of 0.6
constexpr double kAway = 0.8;
constexpr std::size_t kQuestionRow = 3;
constexpr std::size_t kShortStory = 35;  // words

const Patterns& heavy_words() {
  static const Patterns kList{
      "i|we|my|he|she|they * died|dead|dying|buried|killed|suicide",
      "passed away|on",
      "funeral|miscarriage|miscarried|stillbirth|stillborn|cancer|terminal",
      "ashamed|humiliated|worthless|unlovable|disgusting|monster",
      "hate|hated|hating|disgust|despise|loathe myself|me",
      "a|such|just|only burden",
      "nobody|no|noone one? would|cares|loves|notice|noticed|wants|miss care|notice|me|if|about",
      "hit|hits|beat|beats|raped|abused|abuses|hurts|choked me",
      "lost my|the|our "
      "baby|child|son|daughter|mother|father|mum|mom|dad|wife|husband|brother|sister|best",
  };
  return kList;
}

const Patterns& asks_what_was_tried() {
  static const Patterns kList{
      "what|anything|which * tried|helped|helps|worked|works|done|thought|think|considered",
      "how have|did|do you * cope|coped|coping|dealt|deal|handle|handled|managed|manage",
      "what would|do|could you * like|help|want|best|need|think",
      "what have you",
  };
  return kList;
}

const Patterns& says_what_was_tried() {
  static const Patterns kList{
      "i|we have|had already|also? tried|spoken|talked|asked|been|thought",
      "i|we tried|already",
      "nothing|it|that|none has|have|did|does? not? helps|helped|help|works|worked|work",
  };
  return kList;
}

const Patterns& reassurings() {
  static const Patterns kList{
      "!if|say|promise|that|hope it|things|everything will|is|are all? going? to? be|work|turn "
      "all? out? fine|okay|ok|alright",
      "!if|say|promise|that everything|it will|is all? going? to? work out",
      "^ oh|no|hey? no? do not worry",
      "!if|that you will|are going? to? be just? fine|okay|ok|alright",
      "nothing to worry about",
      "no need to worry",
      "happens for a reason",
      "not the end of the world",
      "cheer up",
      "^ at least you|it|he|she|they|your",
      "could be|have been? worse",
      "others|people|many|some have it|things? much|far? worse",
      "time heals",
      "plenty of? more|other? fish",
      "look on the bright",
  };
  return kList;
}

bool asks_supporter(const Sentence& client) {
  return client.asks() && std::ranges::count(client.words.words, "you") > 0;
}

bool any_of(const std::vector<Sentence>& said, const Patterns& phrases) {
  return std::ranges::any_of(said, [&](const Sentence& one) { return one.has(phrases); });
}

std::size_t words_in(const std::vector<Sentence>& said) {
  std::size_t count = 0;
  for (const Sentence& one : said) count += one.words.words.size();
  return count;
}

bool asks_something(const std::vector<Sentence>& said) {
  return std::ranges::any_of(said, &Sentence::asks);
}

bool abstains(const conversation::Reading& reading, std::string_view head) {
  return std::ranges::find(reading.abstains, head) != reading.abstains.end();
}

/// Questions that are never one too many.
bool is_exempt(const conversation::Asks& asks) {
  return asks.about_suicide || asks.about_safety || asks.permission;
}

Fault of(double probability, const std::vector<Sentence>& said, const Patterns& phrases) {
  const auto found =
      std::ranges::find_if(said, [&](const Sentence& one) { return one.has(phrases); });
  return {probability, found == said.end() ? "" : quote(found->text)};
}

/// How far the reply took up what was said, in any way but by asking.
double taken_up(const Reply& reply) {
  const auto& reading = reply.reading();
  double most = std::max({2 * reply.fit.content, reply.fit.feeling, reply.fit.formula,
                          reply.fit.owns_miss, reply.fit.names_suicide});
  if (any_of(reply.said, language::formulas()) || any_of(reply.said, language::reflections()))
    most = 1;
  if (reading.empathy)
    for (const int level : reading.empathy->levels) most = std::max(most, level > 0 ? 1.0 : 0.0);
  return std::min(1.0, most);
}

Fault passed_by(const Reply& reply) {
  Fault found = heavy(reply.client());
  if (words_in(reply.said) < kFewestWords || asks_something(reply.said)) return {};
  const double taken = taken_up(reply);
  if (taken >= kMet) return {};
  found.probability *= 1 - taken;
  return found;
}

/// The sentence that reads most like advice.
std::string advising_words(const Reply& reply) {
  double most = kSomeAdvice;
  std::string_view words;
  for (const Sentence& one : reply.said) {
    const auto reading = reply.reader.read_skills(std::string(one.text), reply.before);
    if (!reading.skills || reading.skills->advice() <= most) continue;
    most = reading.skills->advice();
    words = one.text;
  }
  return quote(words);
}

/// From how experts judged peers' messages (docs/formats/nudges.md): of those whose score of advice
/// is at least 0.3 they fault two thirds for their suggestions.
double advising(const Reply& reply) {
  const double score = reply.reading().skills->advice();
  return score <= 0 ? 0 : std::min(1.0, score + kAdviceCounts);
}

/// The client asks for something, of whatever kind.
bool is_asked(const Reply& reply) {
  const auto said = sentences_of(reply.client().said.text);
  return any_of(said, language::wishes()) || std::ranges::any_of(said, asks_supporter);
}

Fault advice(const Reply& reply) {
  const auto& reading = reply.reading();
  const bool asks_leave = reading.asks && reading.asks->permission;
  if (asks_leave || any_of(reply.said, reassurings()) || is_asked(reply) ||
      reply.fit.autonomy >= kMet || reply.welcomes_advice || reply.fit.permission >= kMet ||
      reply.fit.together >= kMet)
    return {};
  const double probability = advising(reply);
  return probability < kMet ? Fault{} : Fault{probability, advising_words(reply)};
}

Fault advice_early(const Reply& reply) {
  if (reply.supporters.size() >= kEarly) return {};
  bool wished = false;
  for (std::size_t i = 0; i < reply.clients.size(); ++i) {
    const auto said = sentences_of(reply.clients[i]->said.text);
    if (any_of(said, says_what_was_tried())) return {};
    wished = wished || (i < kWishLasts && any_of(said, language::wishes()));
  }
  if (!wished || any_of(reply.said, asks_what_was_tried())) return {};
  for (const Observed::Line* line : reply.supporters)
    if (any_of(sentences_of(line->said.text), asks_what_was_tried())) return {};
  const double probability = advising(reply);
  return probability < kMet ? Fault{} : Fault{probability, advising_words(reply)};
}

Fault reassurance(const Reply& reply) {
  const bool theirs = any_of(sentences_of(reply.client().said.text), reassurings());
  if (theirs || !any_of(reply.said, reassurings())) return {};
  return of(kSaidOutright, reply.said, reassurings());
}

Fault lecture(const Reply& reply) {
  if (reply.fit.lecture <= 0 || reply.welcomes_advice) return {};
  const auto begins = std::ranges::find_if(
      reply.said, [](const Sentence& one) { return one.words.words.size() >= kFewestWords; });
  return {kLectureCounts * reply.fit.lecture,
          begins == reply.said.end() ? "" : quote(begins->text)};
}

/// A turn that asks and shows nothing of having heard.
bool only_asks(const conversation::Turn& turn, std::span<const conversation::Turn> before,
               const Reply& reply) {
  const auto said = sentences_of(turn.text);
  const bool tells = std::ranges::any_of(said, [](const Sentence& one) {
    return one.words.words.size() >= kFewestWords && !one.opens_as_question();
  });
  if (tells || !asks_something(said)) return false;
  const auto fit = language::fit(turn, before, reply.meaning);
  return fit.content < kMet && fit.feeling < kMet && !any_of(said, language::formulas());
}

Fault questions(const Reply& reply) {
  std::size_t row = 0;
  const auto& lines = reply.observed.lines;
  for (std::size_t i = lines.size(); i-- > 0 && row < kQuestionRow;) {
    if (lines[i].said.speaker == conversation::Speaker::client) continue;
    const bool exempt =
        lines[i].reading && lines[i].reading->asks && is_exempt(*lines[i].reading->asks);
    const std::size_t upto = std::min(i, reply.before.size());
    if (exempt || !only_asks(lines[i].said, std::span(reply.before).first(upto), reply)) return {};
    ++row;
  }
  const auto asked = sentences_of(reply.client().said.text);
  if (row < kQuestionRow || (!asked.empty() && asked.back().asks())) return {};
  const auto last = std::ranges::find_if(reply.said.rbegin(), reply.said.rend(), &Sentence::asks);
  return {kSaidOutright, quote(last->text)};
}

Fault subject(const Reply& reply) {
  if (reply.fit.off_topic < kAway || heavy(reply.client()).probability <= 0) return {};
  const bool thanks =
      any_of(reply.said, language::thanks()) || any_of(reply.said, language::stayings());
  if (thanks || taken_up(reply) >= kMet) return {};
  return {reply.fit.off_topic, quote(reply.said.back().text)};
}

Fault own_story(const Reply& reply, OwnStory stance) {
  if (reply.fit.own_story < kMet) return {};
  const bool asked = reply.fit.permission >= kMet ||
                     (reply.reading().asks && reply.reading().asks->permission) ||
                     std::ranges::any_of(sentences_of(reply.client().said.text), asks_supporter);
  const bool is_short = words_in(reply.said) <= kShortStory;
  const auto& last = reply.said.back();
  const bool back = reply.text().find('?') != std::string::npos ||
                    std::ranges::count(last.words.words, "you") > 0;
  const bool counts = stance == OwnStory::welcome           ? !asked && !is_short && !back
                      : stance == OwnStory::with_permission ? !asked
                                                            : true;
  return counts ? of(kSaidOutright, reply.said, language::own_stories()) : Fault{};
}

}  // namespace

Fault heavy(const Observed::Line& line) {
  const auto said = sentences_of(line.said.text);
  if (words_in(said) < kFewestWords || !line.reading) return {};
  const auto& reading = *line.reading;
  const auto span = [&](std::string_view head) {
    const auto why = std::ranges::find_if(
        reading.why, [&](const auto& one) { return one.head == head && one.weight > 0; });
    return why == reading.why.end() ? quote(line.said.text)
                                    : quote_around(line.said.text, {why->start, why->end});
  };
  if (any_of(said, heavy_words())) return of(kHeavyWords, said, heavy_words());
  const auto label = reading.emotion.label;
  const bool negative = label == Emotion::sadness || label == Emotion::fear ||
                        label == Emotion::anger || label == Emotion::disgust;
  const double score = reading.emotion.scores[static_cast<std::size_t>(label)];
  if (!negative || abstains(reading, "emotion") || score < kSurelyFelt ||
      reading.valence > kUnpleasant)
    return {};
  return {score, span("emotion:" + std::string(name(label)))};
}

Fault fault(NudgeKind kind, const Reply& reply, OwnStory stance) {
  switch (kind) {
    case NudgeKind::risk_unasked:
      return risk_unasked(reply);
    case NudgeKind::leading:
      return leading(reply);
    case NudgeKind::secrecy:
      return secrecy(reply);
    case NudgeKind::contract:
      return contract(reply);
    case NudgeKind::leaves:
      return leaves(reply);
    case NudgeKind::repeats_risk:
      return repeats_risk(reply);
    case NudgeKind::passed_by:
      return passed_by(reply);
    case NudgeKind::advice:
      return advice(reply);
    case NudgeKind::advice_early:
      return advice_early(reply);
    case NudgeKind::reassurance:
      return reassurance(reply);
    case NudgeKind::lecture:
      return lecture(reply);
    case NudgeKind::questions:
      return questions(reply);
    case NudgeKind::subject:
      return subject(reply);
    case NudgeKind::own_story:
      return own_story(reply, stance);
  }
  return {};
}

}  // namespace attune::coach
