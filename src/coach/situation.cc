#include "coach/situation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_set>

#include "base/draw.h"
#include "coach/feelings.h"
#include "coach/plain_words.h"
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
constexpr int kSharedWords = 2;
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
    {"asks_advice", "asks_reassurance", "asks_secrecy", "asks_about_you", "unclear", "pushes_back",
     "leaving", "joke"});
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
  const auto shared = std::ranges::count_if(
      example, [&](std::uint64_t stem) { return std::ranges::find(heard, stem) != heard.end(); });
  return shared >= kSharedWords;
}

bool is_first_of_client(const Moment& moment) {
  const auto& lines = moment.observed.lines;
  return std::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(moment.last),
                      is_client);
}

// Whether the message ends in a question to the one who reads it.
bool asks_supporter(std::string_view said) {
  const PlainWords words = plain_words(said);
  if (words.empty() || words.back().mark != '?') return false;
  for (std::size_t at = words.size(); at-- > 0;) {
    if (is_one_of("you your you're you've you'd", words[at].form)) return true;
    if (at > 0 && ends_sentence(words[at - 1].mark)) return false;
  }
  return false;
}

// What a short reply is: a yes, a no, or nearly nothing.
std::string_view brief(std::string_view said) {
  const PlainWords words = plain_words(said);
  if (words.empty()) return "silent";
  if (words.size() <= kFewForAnswer) {
    if (is_one_of("yes yeah aye yep exactly right correct", words.front().form)) return "confirms";
    if (is_one_of("no nah nope not", words.front().form)) return "corrects";
  }
  return words.size() <= kFewWords ? "silent" : "";
}

}  // namespace

bool denies(std::string_view answer) {
  const PlainWords words = plain_words(answer);
  if (words.empty()) return false;
  std::size_t first = 0;
  while (first + 1 < words.size() &&
         is_one_of("oh haha lol well god what hey um", words[first].form))
    ++first;
  if (is_one_of("no nah nope never not", words[first].form)) return true;
  const std::span<const PlainWord> opening(words.data(), std::min<std::size_t>(words.size(), 8));
  return std::any_of(kNoes.begin(), kNoes.end(),
                     [&](std::string_view phrase) { return holds_sequence(opening, phrase); });
}

Recognizer::Recognizer(const Phrases& phrases, const language::Reader& reader,
                       const language::Meaning& meaning)
    : phrases_(phrases), reader_(reader), meaning_(meaning) {
  for (const Situation& situation : phrases.situations) {
    for (const std::string& example : situation.when) {
      examples_.push_back({&situation, meaning.sense(example), telling_stems(example)});
    }
  }
}

const Situation& Recognizer::named(std::string_view id) const {
  const Situation* situation = phrases_.find(id);
  return situation != nullptr ? *situation : *phrases_.find("neutral");
}

void Recognizer::add_alike(std::string_view sentence, const Situation* only,
                           std::vector<Found>& found) const {
  const auto stems = telling_stems(sentence);
  std::optional<language::Sense> sense;  // few sentences share words with any example
  for (const Example& example : examples_) {
    if (only != nullptr && example.situation != only) continue;
    if (!share_words(stems, example.stems)) continue;
    if (!sense) sense = meaning_.sense(sentence);
    const double score = meaning_.similarity(*sense, example.sense);
    if (score >= kFloor) found.push_back({example.situation->id, score});
  }
}

std::vector<Recognizer::Found> Recognizer::find(std::string_view said) const {
  std::vector<Found> found;
  const PlainWords words = plain_words(said);
  for (const Situation& situation : phrases_.situations) {
    const auto& has = situation.has;
    if (std::any_of(has.begin(), has.end(),
                    [&](const auto& some) { return holds_sequence(words, some); })) {
      found.push_back({situation.id, 1});
    }
  }
  for (const std::string_view sentence : language::sentences(said))
    add_alike(sentence, nullptr, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return found;
}

bool Recognizer::finds(std::string_view id, std::string_view said) const {
  const Situation& situation = named(id);
  const PlainWords words = plain_words(said);
  if (std::ranges::any_of(situation.has,
                          [&](const auto& some) { return holds_sequence(words, some); }))
    return true;
  if (situation.when.empty()) return false;
  std::vector<Found> found;
  for (const std::string_view sentence : language::sentences(said))
    add_alike(sentence, &situation, found);
  return !found.empty();
}

bool Recognizer::hints_at_risk(std::string_view said) const {
  return finds("risk_hint", said);
}

Asks Recognizer::asks(const Moment& moment, std::size_t line) const {
  const Observed::Line& spoken = moment.observed.lines[line];
  if (spoken.reading && spoken.reading->asks) return *spoken.reading->asks;
  return reader_.read(spoken.said, turns_before(moment.observed, line)).asks.value_or(Asks{});
}

std::string_view Recognizer::risk_after_question(const Moment& moment, std::size_t asked) const {
  const auto& lines = moment.observed.lines;
  std::size_t answer = asked + 1;
  while (answer < moment.last && !is_client(lines[answer])) ++answer;
  const std::string_view said = lines[answer].said.text;
  const bool denied = denies(said) && !hints_at_risk(said);
  if (answer == moment.last) {
    return denied && asks(moment, asked).about_suicide ? "risk_denied" : "risk_answered";
  }
  const bool first_after =
      std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(answer) + 1,
                   lines.begin() + static_cast<std::ptrdiff_t>(moment.last), is_client);
  if (hints_at_risk(lines[moment.last].said.text)) return denied ? "risk_hint" : "risk_open";
  return !denied && first_after && asks(moment, asked).about_suicide ? "risk_open" : "";
}

std::string_view Recognizer::risk(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  bool hinted = false;
  int client_turns = 0;
  int supporter_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && supporter_turns < kAskedLasts;) {
    if (is_client(lines[at])) {
      hinted = hinted || (client_turns++ < kHintLasts && hints_at_risk(lines[at].said.text));
      continue;
    }
    ++supporter_turns;
    const Asks heard = asks(moment, at);
    if (heard.about_suicide || heard.about_safety) return risk_after_question(moment, at);
  }
  return hinted ? "risk_hint" : "";
}

const Situation& Recognizer::emotion(const Moment& moment) const {
  const Observed::Line& line = moment.observed.lines[moment.last];
  const conversation::Reading reading =
      line.reading ? *line.reading
                   : reader_.read(line.said, turns_before(moment.observed, moment.last));
  const bool abstains = std::find(reading.abstains.begin(), reading.abstains.end(), "emotion") !=
                        reading.abstains.end();
  const auto label = static_cast<std::size_t>(reading.emotion.label);
  const bool is_sure = !abstains && reading.emotion.scores[label] >= kSure[label];
  return named(is_sure ? name(reading.emotion.label) : "neutral");
}

const Situation& Recognizer::recognize(const Moment& moment) const {
  if (const std::string_view id = risk(moment); !id.empty()) return named(id);
  const std::string& said = moment.observed.lines[moment.last].said.text;
  const std::vector<Found> found = find(said);
  for (const std::string_view id : kInOrder) {
    if (std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.id == id; }))
      return named(id);
  }
  if (asks_supporter(said)) return named("asks_you");
  if (!found.empty()) return named(found.front().id);
  const auto felt = feelings_said(said, phrases_.feelings);
  if (!felt.empty()) return named(felt.front()->to);
  if (is_first_of_client(moment)) return named("arriving");
  if (const std::string_view id = brief(said); !id.empty()) return named(id);
  // A reading takes a denied feeling, or another person's, for the client's own.
  return names_feeling(said, phrases_.feelings) ? named("neutral") : emotion(moment);
}

bool Recognizer::welcomes_advice(const Moment& moment) const {
  const auto& lines = moment.observed.lines;
  int client_turns = 0;
  for (std::size_t at = moment.last + 1; at-- > 0 && client_turns < kHintLasts;) {
    if (is_client(lines[at])) {
      ++client_turns;
      if (finds("asks_advice", lines[at].said.text)) return true;
    } else if (asks(moment, at).permission && !denies(lines[moment.last].said.text)) {
      return true;
    }
  }
  return false;
}

}  // namespace attune::coach
