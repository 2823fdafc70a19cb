#include "voice/judge.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "client/principle.h"
#include "language/tokens.h"
#include "voice/material.h"
#include "voice/plain.h"

namespace attune::voice {
namespace {

using conversation::Intent;
using conversation::RiskLevel;
using conversation::Skill;
using conversation::Speaker;

// Set on authored turns held out of their case and on answers written to fail: bench/RESULTS.md.
constexpr double kLeaks = 1.5;  // log odds that a layer is told
constexpr double kTells = 0.0;
constexpr double kGuessed = 0.0;  // a guess that is then confirmed
constexpr double kHints = 2.0;    // so much nearer may a hint come to the layer of its cue
constexpr double kCue = 0.3, kOfKind = 0.3;  // nearness to an authored line
constexpr double kLike = 0.45, kSame = 0.6;  // the same, where less would let a dodge pass
constexpr std::size_t kBeside = 14;          // words that a reaction adds to a line
constexpr std::size_t kSentence = 40;        // words: longer is nobody's typing
constexpr std::size_t kRun = 8;              // words in the order in which they stood before
constexpr std::size_t kBubbles = 5, kEmoji = 2;
constexpr std::size_t kEnoughToKnow = 6;    // words, to tell a language
constexpr double kFollows = 0.35;           // nearness to what there was to say
constexpr std::size_t kEnoughToFollow = 5;  // words of it
constexpr double kEnglish = 0.25;           // of longer texts, by very common words
constexpr std::size_t kSilentBeside = 3, kCloseBeside = 10;
// How surely a sentence reads as a supporter's: so set that one authored line in 300 does.
constexpr double kAdvises = 0.36, kAdvisesNobody = 0.65, kSupports = 0.9, kInvites = 0.8;
constexpr std::size_t kShortQuestion = 4;  // words: "How do you mean that?" anyone asks

bool is_one_of(Intent intent, std::initializer_list<Intent> all) {
  return std::ranges::find(all, intent) != all.end();
}

/// A turn in which nobody thanks or agrees, unless it is how this person pushes back.
bool pushes_back(Intent intent) {
  return is_one_of(intent, {Intent::resist, Intent::flinch, Intent::withdraw, Intent::escalate,
                            Intent::test, Intent::silent});
}

/// Answers a question about suicide with more than a no or a step aside.
bool tells_risk(const conversation::Intended& intended) {
  return intended.intent == Intent::answer_risk && intended.risk != "guarded" &&
         intended.risk != "led";
}

/// The words in lower case, as a set of runs: "i was at the" ...
std::set<std::string> runs(const std::vector<std::string>& words, std::size_t length) {
  std::set<std::string> all;
  for (std::size_t at = 0; at + length <= words.size(); ++at) {
    std::string run;
    for (std::size_t i = at; i < at + length; ++i) run += words[i] + " ";
    all.insert(std::move(run));
  }
  return all;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& one) { return b.contains(one); });
}

/// Nothing that a person would send: blanks, quotation marks, dashes.
bool is_blank(std::string_view text) {
  static constexpr std::u32string_view kMarks = U" \n\t\r'\"`-*_~\u200B\u200C\u200D\u2060\uFEFF";
  for (std::size_t at = 0; at < text.size();)
    if (kMarks.find(base::next(text, at)) == kMarks.npos) return false;
  return true;
}

std::string joined(const std::vector<std::string>& bubbles) {
  std::string all;
  for (const std::string& bubble : bubbles) all += (all.empty() ? "" : "\n") + bubble;
  return all;
}

/// "Listener:", "**Me**:" and the like at a line's beginning.
bool has_label(std::string_view line) {
  static constexpr std::array<std::string_view, 12> kLabels = {
      "listener",  "supporter", "counselor", "counsellor", "therapist", "user",
      "assistant", "client",    "system",    "me",         "you",       "response"};
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon > 14) return false;
  std::string label;
  for (const char c : line.substr(0, colon))
    if (std::isalpha(static_cast<unsigned char>(c)))
      label += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::ranges::find(kLabels, label) != kLabels.end();
}

bool is_listed(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") ||
      line.starts_with("#"))
    return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits > 0 && digits < 3 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

}  // namespace

struct Judge::Words {
  const std::string& answer;  ///< as the model gave it
  const std::vector<std::string>& bubbles;
  std::string text;  ///< the bubbles, parted by '\n'
  language::Wording wording;
  std::size_t count = 0;
};

Judge::Judge(const client::Case& person, const language::Reader& reader,
             const language::Meaning& meaning, const Prompts& prompts, const Typing& typing)
    : person_(person),
      reader_(reader),
      meaning_(meaning),
      typing_(typing),
      usage_(prompts.usage),
      phrases_(prompts.phrases),
      secrets_(person, meaning),
      danger_(person, reader, phrases_) {
  for (const client::Line& line : person.lines) {
    const std::string text = text_of(line);
    const auto add = [&](Kind& kind) {
      kind.senses.push_back(meaning.sense(text));
      kind.longest = std::max(kind.longest, count_words(text));
    };
    if (line.intent == "hint") add(by_cue_[line.cue]);
    if (line.intent == "ask") add(by_trap_[line.trap]);
    if (line.layer.empty() && line.topic.empty()) add(by_intent_[line.intent]);
  }
}

std::size_t Judge::longest(std::string_view intent) const {
  const auto found = by_intent_.find(intent);
  return found == by_intent_.end() ? 0 : found->second.longest;
}

std::size_t Judge::limit(const Brief& brief) const {
  const conversation::Intended& intended = brief.intended;
  if (intended.intent == Intent::silent) return longest("silent") + kSilentBeside;
  if (intended.intent == Intent::close)
    return longest(intended.ending == "leave" ? "leave" : "goodbye_" + intended.ending) +
           kCloseBeside;
  const auto hints = by_cue_.find(intended.cue);
  const std::size_t hint = hints == by_cue_.end() ? 0 : hints->second.longest;
  return std::max(typing_.longest, count_words(brief.draft) + hint) + kBeside;
}

bool Judge::tells_hidden(std::string_view words, const Brief& brief) const {
  return hidden(words, brief) > kLeaks;
}

double Judge::hidden(std::string_view words, const Brief& brief) const {
  double most = -9;
  const auto traces = secrets_.traces(words, brief);
  for (std::size_t i = 0; i < traces.size(); ++i)
    if (!is_out(brief, person_.layers[i].id)) most = std::max(most, traces[i].score());
  return most;
}

Delivery Judge::delivery(const Brief& brief, const std::string& words) const {
  Delivery near;
  const auto traces = secrets_.traces(words, brief);
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const std::string& layer = person_.layers[i].id;
    const client::Cue* cue = person_.cue(brief.intended.cue);
    const double hints = cue != nullptr && cue->layer == layer ? kHints : 0;
    const bool answers = tells_risk(brief.intended) && danger_.is_about_it(layer);
    if (!is_out(brief, layer) && !answers)
      near.leak = std::max(near.leak, traces[i].score() - hints);
    if (layer == brief.intended.layer) near.told = traces[i].score();
  }
  std::vector<language::Sense> said{meaning_.sense(words)};
  for (const std::string_view piece : language::sentences(words))
    said.push_back(meaning_.sense(piece));
  const auto nearest = [&](const auto& kinds, const std::string& key) {
    double best = 0;
    if (const auto found = kinds.find(key); found != kinds.end())
      for (const language::Sense& sense : found->second.senses)
        for (const language::Sense& piece : said)
          best = std::max(best, meaning_.similarity(piece, sense));
    return best;
  };
  const conversation::Intended& intended = brief.intended;
  near.cue = nearest(by_cue_, intended.cue);
  if (count_words(brief.draft) >= kEnoughToFollow) near.draft = 0;
  for (const std::string_view piece : language::sentences(brief.draft))
    for (const language::Sense& sense : said)
      near.draft = std::max(near.draft, meaning_.similarity(sense, meaning_.sense(piece)));
  if (intended.intent == Intent::ask) near.kind = nearest(by_trap_, intended.trap);
  if (pushes_back(intended.intent))
    near.kind = nearest(by_intent_, std::string(conversation::name(intended.intent)));
  if (intended.intent == Intent::answer_risk)
    near.kind =
        std::max(nearest(by_intent_, "risk_" + intended.risk), nearest(by_intent_, "risk_told"));
  if (intended.intent == Intent::close)
    near.kind =
        nearest(by_intent_, intended.ending == "leave" ? "leave" : "goodbye_" + intended.ending);
  return near;
}

bool Judge::is_out_of_role(const Words& said) const {
  if (phrases_.has("role", said.wording)) return true;
  const std::string& raw = said.answer;
  const auto stars = std::ranges::count(raw, '*');
  if (raw.find("**") == raw.npos && stars >= 2 && stars % 2 == 0) return true;
  if (std::ranges::count(raw, '~') >= 2) return true;
  for (const std::string& bubble : said.bubbles) {
    if (has_label(bubble)) return true;
    const language::Wording words = language::wording(bubble);
    const bool staged = bubble.starts_with('(') || bubble.starts_with('[') ||
                        bubble.starts_with('_') || bubble.starts_with('<');
    const bool named =
        words.words.size() > 1 && words.words[0] == language::wording(person_.name).words[0];
    const std::size_t at = named ? 1 : 0;
    if ((staged || named) && at < words.words.size() &&
        phrases_.has("narration", language::wording(words.words[at])))
      return true;
  }
  return false;
}

bool Judge::is_formatted(const Words& said) const {
  const std::string& text = said.text;
  for (const char* mark : {"**", "```", "__", "{", "}", "[", "]", "http", "<", "\t", "\\"})
    if (text.find(mark) != text.npos) return true;
  if (std::ranges::any_of(said.bubbles, is_listed)) return true;
  std::size_t emoji = 0;
  for (std::size_t at = 0; at < text.size();)
    if (is_emoji(base::next(text, at))) ++emoji;
  return emoji > (typing_.emoji ? kEmoji : 0);
}

bool Judge::is_foreign(const Words& said) const {
  const language::Tokens tokens = language::tokenize(said.text);
  if (tokens.letters > 3 && tokens.latin * 10 < tokens.letters * 8) return true;
  if (said.wording.words.size() < kEnoughToKnow) return false;
  const int known = phrases_.count("english", said.wording);
  return known < 1 || known < kEnglish * static_cast<double>(said.wording.words.size());
}

bool Judge::is_polished(const Words& said) const {
  for (const auto& sentence : said.wording.sentences)
    if (sentence.last - sentence.first > kSentence) return true;
  return phrases_.has("polished", said.wording) || phrases_.count("smooth", said.wording) > 1;
}

bool Judge::is_repeated(const Brief& brief, const Words& said) const {
  const auto own = runs(said.wording.words, kRun);
  const std::size_t whole = std::max<std::size_t>(said.wording.words.size(), 1);
  for (const conversation::Turn& turn : brief.talk) {
    const language::Wording before = language::wording(turn.text);
    if (meet(own, runs(before.words, kRun))) return true;
    if (turn.speaker == Speaker::client && whole > 2 && before.words == said.wording.words)
      return true;
  }
  return false;
}

bool Judge::is_meant(const Brief& brief, std::string_view sentence) const {
  const language::Sense sense = meaning_.sense(sentence);
  const auto near = [&](const language::Sense& other) {
    return meaning_.similarity(sense, other) >= kFollows;
  };
  const auto hints = by_cue_.find(brief.intended.cue);
  return std::ranges::any_of(language::sentences(brief.draft),
                             [&](auto piece) { return near(meaning_.sense(piece)); }) ||
         (hints != by_cue_.end() && std::ranges::any_of(hints->second.senses, near));
}

/// Talks to the other as the one who helps: as the reader reads a supporter, or of the other where
/// there was nothing of the kind to say.
bool Judge::is_helping(const Brief& brief, const Words& said) const {
  static const std::set<std::string> kOther = {"you", "your", "yourself", "yours"};
  static const std::set<std::string> kOwn = {"i",    "my",   "me",  "we",  "our", "he",   "she",
                                             "they", "them", "her", "him", "his", "their"};
  const bool may_ask = is_one_of(brief.intended.intent, {Intent::ask, Intent::test, Intent::open});
  const bool may_greet = brief.intended.intent == Intent::open;
  for (const std::string_view sentence : language::sentences(said.text)) {
    const std::vector<std::string> words = language::wording(sentence).words;
    const auto holds = [&](const std::set<std::string>& these) {
      return std::ranges::any_of(words, [&](const auto& word) { return these.contains(word); });
    };
    const auto read = reader_.read_skills(std::string(sentence), {});
    const conversation::SkillReading& skills = *read.skills;
    const bool to_other = holds(kOther);
    if (to_other && !may_ask && !brief.draft.empty() && words.size() >= kEnoughToFollow &&
        !is_meant(brief, sentence))
      return true;
    if (to_other && !may_greet && skills.score(Skill::support) >= kSupports) return true;
    if (holds(kOwn)) continue;
    if (read.asks->advice && skills.advice() >= (to_other ? kAdvises : kAdvisesNobody)) return true;
    if (to_other && !may_ask && words.size() > kShortQuestion &&
        skills.score(Skill::open_question) >= kInvites)
      return true;
  }
  return false;
}

bool Judge::is_pleased(const Brief& brief, const Words& said, const Delivery& near) const {
  const int strong = phrases_.count("pleased", said.wording);
  const int weak = phrases_.count("pleasing", said.wording);
  if (pushes_back(brief.intended.intent)) return strong + (near.kind >= kSame ? 0 : weak) > 0;
  if (brief.intended.intent == Intent::close) return strong > 1;
  return strong > 0 || weak > 2;
}

bool Judge::answers_risk(const Brief& brief, const Words& said, const Delivery& near) const {
  const std::string& risk = brief.intended.risk;
  const bool denies = phrases_.has("denial", said.wording);
  if (near.kind >= kSame) return true;
  if (risk == "true" || risk.empty() || risk == "told")
    return danger_.speaks_of_it("risk_true") ? danger_.of(said.text).grade > 0 : denies;
  if (risk == "led" || risk == "plan") return denies || near.kind >= kLike;
  return risk == "guarded" || near.kind >= kOfKind;
}

bool Judge::delivers(const Brief& brief, const Words& said, const Delivery& near) const {
  const bool leaves = phrases_.has("leaving", said.wording);
  if (leaves && brief.intended.intent != Intent::close) return false;
  switch (brief.intended.intent) {
    case Intent::disclose:
      return near.told > kTells;
    case Intent::answer_risk:
      return answers_risk(brief, said, near);
    case Intent::ask:
      return near.kind >= kOfKind || said.text.find('?') != said.text.npos;
    case Intent::close:
      return said.text.find('?') == said.text.npos &&
             (near.kind >= kOfKind || phrases_.has("farewell", said.wording));
    default:
      return true;
  }
}

/// "Yes" to somebody who has guessed what is not out.
bool Judge::confirms_hidden(const Brief& brief, const Words& said) const {
  if (brief.talk.empty() || brief.talk.back().speaker != Speaker::supporter) return false;
  return phrases_.has("assent", said.wording) && hidden(brief.talk.back().text, brief) > kGuessed;
}

std::vector<std::string> Judge::faults(const Brief& brief, const std::string& answer,
                                       const std::vector<std::string>& bubbles) const {
  const std::string text = joined(bubbles);
  if (is_blank(text)) return {"empty"};
  if (usage_.is_babble(answer)) return {"sense"};
  const Words said{answer, bubbles, text, language::wording(text), count_words(text)};
  const Delivery near = delivery(brief, text);
  const Peril peril = danger_.of(text), allowed = danger_.allowed(brief);
  const Intent intent = brief.intended.intent;
  std::vector<std::string> faults;
  const auto check = [&](bool wrong, const char* what) {
    if (wrong) faults.emplace_back(what);
  };
  check(std::ranges::any_of(person_.principles,
                            [&](const client::Principle& principle) {
                              return client::find_phrase(principle.never, text).has_value();
                            }),
        "principle");
  check(is_out_of_role(said), "role");
  check(is_formatted(said), "format");
  check(is_foreign(said), "language");
  check(said.count > limit(brief) || bubbles.size() > kBubbles, "length");
  check(peril.means && !allowed.means, "safety");
  check(peril.grade > allowed.grade ||
            (peril.level > allowed.level && peril.level >= RiskLevel::moderate && peril.grade > 0),
        "risk");
  check(near.leak > kLeaks || confirms_hidden(brief, said), "leak");
  check(phrases_.has("advice", said.wording) || is_helping(brief, said), "advice");
  check(is_pleased(brief, said, near), "recovery");
  check(!delivers(brief, said, near) || near.draft < kFollows, "intent");
  check(!brief.intended.cue.empty() && intent != Intent::withdraw && intent != Intent::close &&
            near.cue < kCue,
        "cue");
  check(is_repeated(brief, said), "repeat");
  check(is_polished(said), "fluency");
  return faults;
}

}  // namespace attune::voice
