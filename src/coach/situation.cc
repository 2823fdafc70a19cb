#include "coach/situation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <unordered_set>

#include "base/draw.h"
#include "coach/focus.h"
#include "language/stem.h"
#include "language/tokens.h"

namespace attune::coach {

using conversation::Asks;
using conversation::Observed;
using conversation::Speaker;
using conversation::Turn;

namespace {

// How like an example a sentence must be, and how many telling words both must hold: a single one
// is shared by accident ("night", "good"). Our choice, set on the words of the authored clients.
constexpr double kFloor = 0.62;
constexpr std::size_t kSharedWords = 2;
// How sure a reading must be before phrases rest on it, in the order of conversation::Emotion; a
// word for a sadness that is not there costs more than a neutral one. Happiness and surprise are
// never taken from a reading alone: polite words read as happy, and a cheerful card beside a sad
// scene hurts. Our choice.
constexpr std::array<double, conversation::kEmotions> kSure{0.55, 0.4, 0.5, 2, 0.55, 2, 0};
// For so many client turns a hint that nobody asked about stays due.
constexpr int kHintLasts = 3;
// Within so many supporter turns a question about suicide is not asked again, but stayed with.
constexpr int kAskedLasts = 6;
// An answer of at most so many words is nearly silence; a yes or no of at most so many is only
// that.
constexpr std::size_t kFewWords = 3;
constexpr std::size_t kFewForAnswer = 6;

constexpr auto kInOrder = std::to_array<std::string_view>(
    {"asks_presence", "asks_joke", "asks_judged", "asks_fits", "asks_advice", "asks_reassurance",
     "asks_secrecy", "asks_about_you", "unclear", "pushes_back", "leaving", "takes_back", "joke"});
constexpr std::string_view kEmptyWords =
    "a an the i i'm i've i'd i'll me my mine you your it it's its that that's this these those he "
    "she "
    "they them him her we us and or but so if of in on at to for from with by as is are was were "
    "be been "
    "am do does did done don't doesn't didn't have has had can can't could would will won't just "
    "really "
    "very too not no yes well now then there here what who how why when where which go going went "
    "gone "
    "get got let all some any one thing things know say said think like up out off over down about "
    "good "
    "more much only even still again";
constexpr auto kNoes = std::to_array<std::string_view>(
    {"nothing like that", "course not", "of course not", "not like that", "god no", "christ no",
     "i'm not suicidal", "i wouldn't do that"});
// They name what they deny.
constexpr auto kOutright = std::to_array<std::string_view>(
    {"not suicidal", "never suicidal", "don't want to die", "do not want to die",
     "not going to kill myself", "never kill myself", "wouldn't kill myself", "won't kill myself",
     "not thinking about suicide", "not thinking of suicide"});

bool is_client(const Observed::Line& line) {
  return line.said.speaker == Speaker::client;
}

std::vector<Turn> turns_before(const Observed& observed, std::size_t line) {
  constexpr std::size_t kBack = 6;
  std::vector<Turn> turns;
  for (std::size_t i = line > kBack ? line - kBack : 0; i < line; ++i) {
    turns.push_back(observed.lines[i].said);
  }
  return turns;
}

const std::unordered_set<std::string_view>& empty_words() {
  static const auto kWords = [] {
    std::unordered_set<std::string_view> words;
    for (std::string_view left = kEmptyWords; !left.empty();) {
      const std::size_t size = std::min(left.find(' '), left.size());
      words.insert(left.substr(0, size));
      left.remove_prefix(std::min(size + 1, left.size()));
    }
    return words;
  }();
  return kWords;
}

std::vector<std::uint64_t> telling_stems(std::string_view text) {
  std::vector<std::uint64_t> stems;
  for (const PlainWord& word : plain_words(text)) {
    if (!empty_words().contains(word.form)) stems.push_back(base::hash(language::stem(word.form)));
  }
  return stems;
}

bool share_words(std::span<const std::uint64_t> heard, std::span<const std::uint64_t> example) {
  std::size_t shared = 0;
  for (const std::uint64_t stem : example)
    if (std::ranges::find(heard, stem) != heard.end() && ++shared == kSharedWords) return true;
  return false;
}

bool is_first_of_client(const Moment& moment) {
  const auto& lines = moment.observed.lines;
  return std::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(moment.last),
                      is_client);
}

// Whether the message ends in a question to the one who reads it.
bool asks_supporter(const PlainWords& words) {
  if (words.empty()) return false;
  std::size_t start = words.size() - 1;
  while (start > 0 && !ends_sentence(words[start - 1].mark)) --start;
  const auto last = std::span(words).subspan(start);
  if (last.size() > 1 && is_one_of("you", last[1].form) &&
      is_one_of("are do did can could have will would is", last[0].form))
    return true;  // "are you writing this down", without its mark
  for (std::size_t at = 0; at + 1 < words.size(); ++at)
    if ((at == 0 || ends_sentence(words[at - 1].mark)) && words[at + 1].form == "you" &&
        is_one_of("are do did can have will", words[at].form))
      return true;
  // "You know any men my age? I mean to talk to.", "Should I tell her? You may as well say."
  for (std::size_t at = 0; at + 1 < words.size(); ++at)
    if ((at == 0 || ends_sentence(words[at - 1].mark)) &&
        (words[at].form == "you" ||
         (is_one_of("should shall", words[at].form) && words[at + 1].form == "i"))) {
      while (at < words.size() && !ends_sentence(words[at].mark)) ++at;
      if (at < words.size() && words[at].mark == '?') return true;
    }
  if (words.back().mark != '?') return false;
  const auto of_me = [](const PlainWord& word) { return is_one_of("i i'm me my", word.form); };
  const bool wonders = last.size() > 1 && last[0].form == "what" && last[1].form == "if";
  if (last.size() > 2 && !wonders && std::ranges::none_of(last, of_me)) return true;
  for (std::size_t at = words.size(); at-- > 0;) {
    if (is_one_of("you your you're you've you'd", words[at].form)) return true;
    if (at > 0 && ends_sentence(words[at - 1].mark)) return false;
  }
  return false;
}

// Whether the sentence that these words are in ends as a question, or they ask to be told.
bool is_asked(std::span<const PlainWord> words) {
  const auto end =
      std::ranges::find_if(words, [](const PlainWord& word) { return ends_sentence(word.mark); });
  return words.front().form == "tell" || (end != words.end() && end->mark == '?');
}

// What a short reply is: a yes, a no, or nearly nothing.
std::string_view brief(const PlainWords& words) {
  if (words.empty()) return "silent";
  if (words.size() <= kFewForAnswer) {
    if (is_one_of("yes yeah aye yep exactly right correct", words.front().form)) return "confirms";
    if (is_one_of("no nah nope not", words.front().form)) return "corrects";
  }
  return words.size() <= kFewWords ? "silent" : "";
}

}  // namespace

namespace {

// Without spaces and line ends around it.
Range trimmed(std::string_view text, Range range) {
  const auto is_space = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (range.begin < range.end && is_space(range.begin)) ++range.begin;
  while (range.end > range.begin && is_space(range.end - 1)) --range.end;
  return range;
}

}  // namespace

LineWords::LineWords(std::string_view a_text) : text(a_text), words(plain_words(a_text)) {
  for (const std::string_view sentence : language::sentences(text)) {
    const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
    const Range range = trimmed(text, {begin, begin + sentence.size()});
    sentences.push_back({sentence, range, telling_stems(sentence)});
  }
}

Moment::Moment(const Observed& a_talk, std::size_t a_line) : observed(a_talk), last(a_line) {
  for (std::size_t at = last + 1; at-- > 0 && std::ssize(said_) < kHintLasts;)
    if (is_client(observed.lines[at])) said_.emplace(at, LineWords(observed.lines[at].said.text));
}

std::vector<std::size_t> Moment::client_lines() const {
  std::vector<std::size_t> lines;
  for (auto it = said_.rbegin(); it != said_.rend(); ++it) lines.push_back(it->first);
  return lines;
}

bool denies(std::span<const PlainWord> words) {
  if (words.empty()) return false;
  std::size_t first = 0;
  while (first + 1 < words.size() &&
         is_one_of("oh haha lol well god what hey um", words[first].form))
    ++first;
  if (is_one_of("no nah nope never not", words[first].form)) return true;
  const auto opening = words.first(std::min<std::size_t>(words.size(), 8));
  return std::any_of(kNoes.begin(), kNoes.end(),
                     [&](std::string_view phrase) { return holds_sequence(opening, phrase); });
}

// What an answer says besides denying it outright.
std::string beside_denials(const LineWords& said) {
  std::string text(said.text);
  const std::span<const PlainWord> words(said.words);
  for (std::size_t at = words.size(); at-- > 0;)
    for (const std::string_view denial : kOutright) {
      const auto size = static_cast<std::size_t>(std::ranges::count(denial, ' ')) + 1;
      if (at + size > words.size() || !holds_sequence(words.subspan(at, size), denial)) continue;
      const Range cut = typed(words.subspan(at, size));
      text.erase(cut.begin, cut.end - cut.begin);
      break;
    }
  return text;
}

Recognizer::Recognizer(const Phrases& phrases, const language::Reader& reader,
                       const language::Meaning& meaning)
    : phrases_(phrases), reader_(reader), meaning_(meaning), feelings_(phrases.feelings) {
  for (std::size_t i = 0; i < phrases.situations.size(); ++i) {
    const Situation& situation = phrases.situations[i];
    for (const std::string& some : situation.has) has_.add(i, some);
    for (const std::string& some : situation.after) after_.add(i, some);
    for (const std::string& example : situation.when) {
      examples_.push_back({&situation, meaning.sense(example), telling_stems(example)});
    }
  }
}

const Situation& Recognizer::named(std::string_view id) const {
  const Situation* situation = phrases_.find(id);
  return situation != nullptr ? *situation : *phrases_.find("neutral");
}

void Recognizer::add_alike(const LineWords::Sentence& sentence, const Situation* only,
                           std::vector<Found>& found) const {
  if (sentence.stems.empty()) return;
  std::optional<language::Sense> sense;  // few sentences share words with any example
  for (const Example& example : examples_) {
    if (only != nullptr && example.situation != only) continue;
    if (!share_words(sentence.stems, example.stems)) continue;
    if (!sense) sense = meaning_.sense(sentence.text);
    const double score = meaning_.similarity(*sense, example.sense);
    if (score >= kFloor) found.push_back({example.situation, score, sentence.typed});
  }
}

const std::vector<Range>& Recognizer::held(const LineWords& said) const {
  if (said.held) return *said.held;
  std::vector<Range>& held = said.held.emplace(phrases_.situations.size());
  const std::span<const PlainWord> words(said.words);
  for (std::size_t at = 0; at < words.size(); ++at)
    has_.each(words.subspan(at), [&](std::size_t which, const std::string&) {
      const auto here = std::ranges::find_if(said.sentences, [&](const auto& sentence) {
        return overlap(sentence.typed, words[at].typed);
      });
      held[which] = here == said.sentences.end() ? words[at].typed : here->typed;
    });
  return held;
}

std::vector<Recognizer::Found> Recognizer::find(const LineWords& said) const {
  std::vector<Found> found;
  const std::vector<Range>& here = held(said);
  for (std::size_t i = 0; i < here.size(); ++i)
    if (here[i].end > 0 && !phrases_.situations[i].last)
      found.push_back({&phrases_.situations[i], 1, here[i]});
  for (const LineWords::Sentence& sentence : said.sentences) add_alike(sentence, nullptr, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

bool Recognizer::finds(std::string_view id, const LineWords& said) const {
  const Situation& situation = named(id);
  if (held(said)[static_cast<std::size_t>(&situation - phrases_.situations.data())].end > 0)
    return true;
  if (situation.when.empty()) return false;
  std::vector<Found> found;
  for (const LineWords::Sentence& sentence : said.sentences) add_alike(sentence, &situation, found);
  return !found.empty();
}

bool Recognizer::hints_at_risk(const LineWords& said) const {
  return finds("risk_hint", said);
}

Asks Recognizer::asks(const Observed& observed, std::size_t line) const {
  const auto& read = observed.lines[line].reading;
  return read ? read->asks.value_or(Asks{}) : reading(observed, line).asks.value_or(Asks{});
}

bool Recognizer::answers_risk(const Observed& observed, std::size_t line) const {
  if (line == 0 || is_client(observed.lines[line - 1])) return false;
  const Asks heard = asks(observed, line - 1);
  return heard.about_suicide || heard.about_safety;
}

std::string_view Recognizer::risk_after_question(const Moment& moment, std::size_t asked) const {
  const auto& lines = moment.observed.lines;
  std::size_t answer = asked + 1;
  while (answer < moment.last && !is_client(lines[answer])) ++answer;
  const LineWords said(lines[answer].said.text);
  const std::string beside = beside_denials(said);
  const bool denied = denies(said.words) && !hints_at_risk(LineWords(beside));
  if (answer == moment.last) {
    return denied && asks(moment.observed, asked).about_suicide ? "risk_denied" : "risk_answered";
  }
  const bool first_after =
      std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(answer) + 1,
                   lines.begin() + static_cast<std::ptrdiff_t>(moment.last), is_client);
  if (hints_at_risk(moment.last_said())) return denied ? "risk_hint" : "risk_open";
  return !denied && first_after && asks(moment.observed, asked).about_suicide ? "risk_open" : "";
}

std::string_view Recognizer::risk(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  bool hinted = false;
  int client_turns = 0;
  int supporter_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && supporter_turns < kAskedLasts;) {
    if (is_client(lines[at])) {
      hinted = hinted || (client_turns++ < kHintLasts && hints_at_risk(moment.said(at)));
      continue;
    }
    ++supporter_turns;
    const Asks heard = asks(moment.observed, at);
    if (heard.about_suicide || heard.about_safety) return risk_after_question(moment, at);
  }
  return hinted ? "risk_hint" : "";
}

conversation::Reading Recognizer::reading(const Observed& observed, std::size_t line) const {
  const Observed::Line& spoken = observed.lines[line];
  return spoken.reading ? *spoken.reading : reader_.read(spoken.said, turns_before(observed, line));
}

Recognized Recognizer::emotion(const Moment& moment, std::size_t line) const {
  const conversation::Reading read = reading(moment.observed, line);
  const bool abstains =
      std::find(read.abstains.begin(), read.abstains.end(), "emotion") != read.abstains.end();
  const auto label = static_cast<std::size_t>(read.emotion.label);
  const bool is_sure = !abstains && read.emotion.scores[label] >= kSure[label];
  if (!is_sure || read.emotion.label == conversation::Emotion::neutral)
    return {&named("neutral"), {}};
  const std::string head = "emotion:" + std::string(name(read.emotion.label));
  const auto why = std::ranges::find_if(
      read.why, [&](const auto& one) { return one.head == head && one.weight > 0; });
  const LineWords& said = moment.said(line);
  Range in;
  if (why != read.why.end())
    for (const auto& sentence : said.sentences)
      if (overlap(sentence.typed, bytes(said.text, {why->start, why->end}))) in = sentence.typed;
  return {&named(name(read.emotion.label)), in};
}

std::vector<Recognized> Recognizer::asides(const Moment& moment, std::size_t line) const {
  const LineWords& said = moment.said(line);
  std::vector<Recognized> all;
  const std::vector<Range>& here = held(said);
  for (std::size_t i = 0; i < here.size(); ++i)
    if (here[i].end > 0 && phrases_.situations[i].last)
      all.push_back({&phrases_.situations[i], here[i]});
  const auto& lines = moment.observed.lines;
  if (line == 0 || is_client(lines[line - 1])) return all;
  const Range first{0, std::min(said.text.find('\n'), said.text.size())};
  const PlainWords asked = plain_words(lines[line - 1].said.text);
  for (std::size_t at = 0; at < asked.size(); ++at) {
    if (!is_asked(std::span(asked).subspan(at))) continue;
    after_.each(std::span(asked).subspan(at), [&](std::size_t which, const std::string&) {
      all.push_back({&phrases_.situations[which], first});
    });
  }
  return all;
}

// The words that made the question due, where they are the last ones; what was answered, else.
Recognized Recognizer::risk_due(const Moment& moment) const {
  const std::string_view id = risk(moment);
  if (id.empty()) return {};
  const LineWords& said = moment.last_said();
  const auto hint =
      held(said)[static_cast<std::size_t>(&named("risk_hint") - phrases_.situations.data())];
  if (hint.end > 0) return {&named(id), hint};
  std::vector<Found> found;
  for (const LineWords::Sentence& sentence : said.sentences)
    add_alike(sentence, &named("risk_hint"), found);
  if (!found.empty()) return {&named(id), found.front().in};
  const bool answers = id != "risk_hint" && !said.words.empty();
  return {&named(id), answers ? typed(said.words) : Range{}};
}

Recognized Recognizer::recognize(const Moment& moment) const {
  if (const Recognized due = risk_due(moment); due.situation != nullptr) return due;
  const LineWords& said = moment.last_said();
  const Range whole = said.words.empty() ? Range{} : typed(said.words);
  std::vector<Found> found = find(said);
  const auto ready = [](const Found& f) { return f.situation->id == "readiness"; };
  if (std::ranges::any_of(found, ready) && only_listens(moment)) std::erase_if(found, ready);
  for (const std::string_view id : kInOrder)
    for (const Found& f : found)
      if (f.situation->id == id) return {f.situation, f.in};
  if (asks_supporter(said.words)) return {&named("asks_you"), whole};
  if (!found.empty()) return {found.front().situation, found.front().in};
  const auto felt = feelings_.said(said.words);
  if (!felt.empty()) return {&named(felt.front().feeling->to), felt.front().from};
  if (is_first_of_client(moment)) return {&named("arriving"), whole};
  if (const std::string_view id = brief(said.words); !id.empty()) return {&named(id), whole};
  // A reading takes a denied feeling, or another person's, for the client's own.
  return feelings_.named(said.words) ? Recognized{&named("neutral"), {}}
                                     : emotion(moment, moment.last);
}

bool Recognizer::only_listens(const Moment& moment) const {
  return std::ranges::any_of(moment.client_lines(), [&](std::size_t line) {
    return finds("loss", moment.said(line)) || hints_at_risk(moment.said(line));
  });
}

bool Recognizer::welcomes_advice(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  int client_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && client_turns < kHintLasts;) {
    if (is_client(lines[at])) {
      ++client_turns;
      if (finds("asks_advice", moment.said(at))) return true;
    } else if (asks(moment.observed, at).permission && !denies(moment.last_said().words)) {
      return true;
    }
  }
  return false;
}

}  // namespace attune::coach
