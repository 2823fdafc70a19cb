#include <algorithm>
#include <span>

#include "coach/faults.h"
#include "coach/situation.h"
#include "language/ask_phrases.h"
#include "language/asks.h"
#include "language/risk_moves.h"
#include "language/safety_moves.h"
#include "language/stock_phrases.h"

namespace attune::coach {
namespace {

using conversation::Observed;
using conversation::RiskKind;
using conversation::RiskLevel;

// All our choice. A phrase that says it outright, one that may, and one with its limit beside it.
constexpr double kPlain = 0.9;
constexpr double kVeiled = 0.65;
constexpr double kLimited = 0.2;

// Words that pointed to suicide stay open for so many client turns.
constexpr std::size_t kRiskLasts = 3;
constexpr double kRiskSure = 0.9;    // moderate or high
constexpr double kRiskUnsure = 0.6;  // low
// Who hints does so briefly: in longer lines such words stand by chance.
constexpr std::size_t kLongestHint = 25;  // words
// An answered question about suicide counts as just asked for so many replies.
constexpr std::size_t kAskedLasts = 4;

// Leaving: what makes it, and what takes from it.
constexpr double kNamesHelp = 0.6;
constexpr double kTurnsAway = 0.65;
constexpr double kBoth = 0.9;
constexpr double kStays = 0.7;
constexpr double kAsksOn = 0.4;
constexpr double kCalm = 0.6;      // where the client's words show neither risk nor pain
constexpr double kPainful = -0.2;  // valence

/// The first sentence for which `holds`, or nullptr.
template <class Holds>
const Sentence* first(const std::vector<Sentence>& said, Holds holds) {
  const auto found = std::ranges::find_if(said, holds);
  return found == said.end() ? nullptr : &*found;
}

const conversation::RiskReading* risk_of(const Observed::Line& line) {
  return line.reading && line.reading->risk ? &*line.reading->risk : nullptr;
}

bool points_to_suicide(const conversation::RiskReading& risk) {
  if (risk.level == RiskLevel::none) return false;
  return std::ranges::any_of(risk.kinds, [&](RiskKind kind) {
    switch (kind) {
      case RiskKind::ideation:
      case RiskKind::intent:
      case RiskKind::plan:
      case RiskKind::self_harm:
        return true;
      case RiskKind::burdensomeness:
        return risk.level >= RiskLevel::moderate;
      default:
        return false;
    }
  });
}

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  for (const Sentence& one : sentences_of(text)) count += one.words.words.size();
  return count;
}

/// How surely a client's line points to suicide. The reader hears it in many a harmless line, so
/// its word counts where a phrase bears it out.
double danger(const Observed::Line& line, const Recognizer& recognizer) {
  auto said = sentences_of(line.said.text);
  const bool is_short = words_in(line.said.text) <= kLongestHint;
  std::erase_if(said, [](const Sentence& one) { return one.has(language::not_death_wishes()); });
  const auto any = [&](const language::Patterns& phrases) {
    return std::ranges::any_of(said, [&](const Sentence& one) { return one.has(phrases); });
  };
  if (any(language::death_wishes())) return kRiskSure;
  const auto* risk = risk_of(line);
  const bool read = risk != nullptr && points_to_suicide(*risk);
  const bool hinted = (is_short && any(language::passive_wishes())) ||
                      std::ranges::any_of(said, [&](const Sentence& one) {
                        return recognizer.hints_at_risk(LineWords(one.text));
                      });
  if (!read) return hinted ? kRiskUnsure : 0;
  if (!hinted && !(is_short && any(language::death_hints()))) return 0;
  return risk->level == RiskLevel::low ? kRiskUnsure : kRiskSure;
}

bool asked_about_it(const Observed::Line& line) {
  if (line.reading && line.reading->asks) {
    const auto& asks = *line.reading->asks;
    if (asks.about_safety && !asks.leading) return true;
  }
  return asks_plainly(sentences_of(line.said.text));
}

/// Less than `danger`: enough to mind how the supporter speaks of it.
bool is_worrying(const Observed::Line& line, const Recognizer& recognizer) {
  if (danger(line, recognizer) > 0) return true;
  const auto* risk = risk_of(line);
  return risk != nullptr && risk->level > RiskLevel::none &&
         words_in(line.said.text) <= kLongestHint;
}

/// Whether one of the client's last lines is so, or suicide was asked about before.
template <class Is>
bool recently(const Reply& reply, Is is) {
  const auto last = std::span(reply.clients).first(std::min(kRiskLasts, reply.clients.size()));
  return std::ranges::any_of(last, [&](const auto* line) { return is(*line, reply.recognizer); }) ||
         std::ranges::any_of(reply.supporters, [](const auto* line) {
           return line->reading && line->reading->asks && line->reading->asks->about_suicide;
         });
}

bool is_in_danger(const Reply& reply) {
  return recently(reply, [](const auto& line, const auto& by) { return danger(line, by) > 0; });
}

bool is_at_risk(const Reply& reply) {
  return recently(reply, is_worrying);
}

bool is_in_pain(const Reply& reply) {
  if (heavy(reply.client()).probability > 0) return true;
  const auto& reading = reply.client().reading;
  return reading && reading->valence <= kPainful &&
         std::ranges::find(reading->abstains, "valence") == reading->abstains.end();
}

/// The client thanks or says goodbye, and nothing in it points to danger.
bool parts_calmly(const Reply& reply) {
  if (danger(reply.client(), reply.recognizer) > 0) return false;
  return std::ranges::any_of(sentences_of(reply.client().said.text), [](const Sentence& one) {
    return one.has(language::partings()) || one.has(language::thanks());
  });
}

/// The words that point to it most plainly, as a quote.
std::string risk_words(const Observed::Line& line, const Recognizer& recognizer) {
  const auto said = sentences_of(line.said.text);
  const auto quoted = [&](auto holds) {
    const Sentence* found = first(said, holds);
    return found == nullptr ? std::string() : quote(found->text);
  };
  for (const std::string& words :
       {quoted([](const Sentence& one) { return one.has(language::death_wishes()); }),
        quoted([&](const Sentence& one) { return recognizer.hints_at_risk(LineWords(one.text)); }),
        quoted([](const Sentence& one) { return one.has(language::passive_wishes()); }),
        quoted([](const Sentence& one) { return one.has(language::death_hints()); })})
    if (!words.empty()) return words;
  const auto* risk = risk_of(line);
  return risk == nullptr || risk->spans.empty() ? quote(line.said.text)
                                                : quote_around(line.said.text, risk->spans.front());
}

bool names_topic(const Sentence& sentence) {
  if (sentence.has(language::suicide_words()) || sentence.has(language::death_words())) return true;
  return (sentence.has(language::suicide_topics()) && !sentence.has(language::not_suicide())) ||
         (sentence.has(language::safety_topics()) && !sentence.has(language::not_safety()));
}

bool ends_with_tag(const Sentence& sentence) {
  const auto& words = sentence.words;
  for (const auto& part : words.sentences)
    for (std::size_t at = part.first + 1; at < part.last; ++at)
      if (language::tags().furthest(words, part, at) == part.last) return true;
  return false;
}

Fault of(double probability, const Sentence& sentence) {
  return {probability, quote(sentence.text)};
}

/// A yes or no that was meant as one.
bool is_clear(const Observed::Line& answer) {
  const auto said = sentences_of(answer.said.text);
  const auto any = [&](const language::Patterns& phrases) {
    return std::ranges::any_of(said, [&](const Sentence& one) { return one.has(phrases); });
  };
  return any(language::plain_answers()) && !any(language::guarded_answers());
}

/// Puts the question itself, not one that goes on from its answer.
bool asks_anew(const Sentence& sentence) {
  return asks_plainly({sentence}) && !sentence.has(language::risk_follow_ups());
}

/// The sentence that puts the question of `asked` once more, or nullptr.
const Sentence* put_again(const std::vector<Sentence>& said, const Observed::Line& asked) {
  const auto before = sentences_of(asked.said.text);
  const bool went_on = std::ranges::any_of(
      before, [](const Sentence& one) { return one.has(language::risk_follow_ups()); });
  return first(said, [&](const Sentence& one) {
    return asks_anew(one) || (went_on && asks_plainly({one}));
  });
}

/// Of the reply's sentences: names other help, turns away, stays, asks on.
struct Leaving {
  const Sentence* help = nullptr;
  const Sentence* away = nullptr;
  bool stays = false;
  bool only = true;  ///< and does nothing else
  bool asks_on = false;
};

/// "It really helped me to join a group."
bool is_of_oneself(const Sentence& sentence) {
  const auto& words = sentence.words.words;
  const auto says = [&](const char* word) { return std::ranges::count(words, word) > 0; };
  return sentence.has(language::own_stories()) || ((says("me") || says("my")) && !says("you"));
}

Leaving leaving(const std::vector<Sentence>& said) {
  Leaving found;
  for (const Sentence& sentence : said) {
    const bool help = sentence.has(language::resources()) && !is_of_oneself(sentence);
    const bool stays = sentence.has(language::stayings());
    found.stays = found.stays || stays;
    const bool away = sentence.has(language::hand_offs());
    found.only = found.only && (help || away) && !sentence.asks();
    if (!stays && help && found.help == nullptr) found.help = &sentence;
    if (!stays && found.away == nullptr && away) found.away = &sentence;
    found.asks_on = found.asks_on || (!help && sentence.asks());
  }
  return found;
}

}  // namespace

namespace {

/// "When you say you'd rather not wake up, are you thinking of suicide?": what is denied before the
/// comma is the client's.
bool asks_at_its_end(const Sentence& sentence) {
  const std::size_t comma = sentence.text.rfind(',');
  if (comma == sentence.text.npos) return false;
  const auto clauses = sentences_of(sentence.text.substr(comma + 1));
  return clauses.size() == 1 && clauses[0].asks() && clauses[0].opens_as_question() &&
         names_topic(clauses[0]) && !clauses[0].has(language::denials()) &&
         !clauses[0].has(language::leaning());
}

}  // namespace

bool leans(const Sentence& sentence) {
  if (asks_at_its_end(sentence)) return false;
  const bool topic = names_topic(sentence);
  if (!topic && !sentence.has(language::veiled_topics())) return false;
  if (sentence.has(language::leaning())) return true;
  if (sentence.opens_as_question() || !sentence.has(language::denials())) return false;
  return (topic && sentence.asks()) || sentence.has(language::assumings()) ||
         ends_with_tag(sentence);
}

bool asks_promise(const Sentence& sentence) {
  if (sentence.has(language::not_contracts())) return false;
  const std::string& last = sentence.words.words.back();
  return sentence.has(language::contracts()) || last == "promise" || last == "swear";
}

Fault risk_unasked(const Reply& reply) {
  if (leading(reply).probability >= kVeiled) return {};  // it was asked, after a fashion
  if (asked_about_it(reply.line())) return {};
  for (const Observed::Line* line : reply.supporters)
    if (asks_plainly(sentences_of(line->said.text))) return {};
  if (!reply.supporters.empty() && asked_about_it(*reply.supporters.front())) return {};
  Fault found;
  for (std::size_t i = 0; i < reply.clients.size() && i < kRiskLasts; ++i) {
    const double probability = danger(*reply.clients[i], reply.recognizer);
    if (probability < kRiskSure && i == 0) continue;  // one reply may pass
    if (probability > found.probability)
      found = {probability, risk_words(*reply.clients[i], reply.recognizer)};
  }
  return found;
}

Fault leading(const Reply& reply) {
  const auto& asks = *reply.reading().asks;
  if (asks_plainly(reply.said)) return {};
  const Sentence* leaning =
      first(reply.said, [](const Sentence& one) { return leans(one) && !asks_promise(one); });
  if (leaning == nullptr) {
    if (!asks.leading || !(asks.about_suicide || asks.about_safety)) return {};
    const Sentence* topic = first(reply.said, names_topic);
    return topic == nullptr
               ? Fault{}
               : of(danger(reply.client(), reply.recognizer) > 0 ? kPlain : kLimited, *topic);
  }
  const bool says_it = leaning->has(language::suicide_words()) ||
                       (leaning->has(language::death_words()) && is_at_risk(reply));
  if (says_it) return of(kPlain, *leaning);
  return of(danger(reply.client(), reply.recognizer) > 0 ? kVeiled : kLimited, *leaning);
}

Fault secrecy(const Reply& reply) {
  const auto of_list = [&](const language::Patterns& phrases) {
    return first(reply.said, [&](const Sentence& one) { return one.has(phrases); });
  };
  const bool limited = of_list(language::limits()) != nullptr;
  if (const Sentence* promise = of_list(language::secrecies()); promise != nullptr)
    return of(limited ? kLimited : kPlain, *promise);
  const auto asked = sentences_of(reply.client().said.text);
  const bool wished = first(asked, [](const Sentence& one) {
                        return one.has(language::secrecy_wishes());
                      }) != nullptr;
  const Sentence* vow = of_list(language::vows());
  const bool asks = std::ranges::any_of(reply.said, &Sentence::asks);
  if (!wished || vow == nullptr || asks) return {};
  return of(limited ? kLimited / 2 : kVeiled, *vow);
}

Fault contract(const Reply& reply) {
  const Sentence* promise = first(reply.said, asks_promise);
  if (promise == nullptr) return {};
  const bool of_life = first(reply.said, [](const Sentence& one) {
                         return one.has(language::promised_lives());
                       }) != nullptr;
  if (is_at_risk(reply)) return of(of_life ? kPlain : kVeiled, *promise);
  return of(of_life ? kVeiled : kLimited, *promise);
}

Fault leaves(const Reply& reply) {
  const Leaving found = leaving(reply.said);
  if (found.help == nullptr && found.away == nullptr) return {};
  if (parts_calmly(reply)) return {};
  double probability = found.help == nullptr ? kTurnsAway : kNamesHelp;
  if (found.help != nullptr && found.away != nullptr) probability = kBoth;
  if (found.stays) probability -= kStays;
  if (found.asks_on) probability -= kAsksOn;
  if (!is_in_danger(reply) && !(is_in_pain(reply) && found.only)) probability *= kCalm;
  const Sentence& words = found.help != nullptr ? *found.help : *found.away;
  return probability <= 0 ? Fault{} : of(probability, words);
}

Fault repeats_risk(const Reply& reply) {
  for (std::size_t i = 0; i < reply.supporters.size() && i < kAskedLasts; ++i) {
    const Observed::Line& asked = *reply.supporters[i];
    if (!asks_plainly(sentences_of(asked.said.text))) continue;
    const Observed::Line& answer = *(&asked + 1);  // the reply at the latest
    if (answer.said.speaker != conversation::Speaker::client || !is_clear(answer)) return {};
    const Sentence* again = put_again(reply.said, asked);
    return again == nullptr ? Fault{} : of(kPlain, *again);
  }
  return {};
}

}  // namespace attune::coach
