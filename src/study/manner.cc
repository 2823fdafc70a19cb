#include "study/manner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

#include "language/reader.h"
#include "language/tokens.h"

namespace attune::study {
namespace {

using conversation::Emotion;
using conversation::Speaker;
using conversation::Turn;

constexpr std::size_t kVarietyWords = 150;  // about what a short talk holds
constexpr std::size_t kRun = 6;             // fewer words in a row are everybody's
constexpr std::size_t kFewestTurns = 6;     // for a first and a last third of two turns
constexpr double kTurnsOfRecovery = 10;

constexpr std::array<std::string_view, 23> kAssent{
    "yes",        "yeah",   "yep",   "yup",    "yea",  "ya",         "aye",      "true",
    "right",      "sure",   "ok",    "okay",   "good", "great",      "exactly",  "agreed",
    "definitely", "indeed", "thank", "thanks", "yh",   "absolutely", "certainly"};
constexpr std::array<std::string_view, 5> kAssentPhrases{"that's true", "that is true",
                                                         "that's right", "i agree", "sounds good"};

std::vector<std::string> words_of(std::string_view text) {
  const language::Tokens tokens = language::tokenize(text);
  std::vector<std::string> words;
  for (const language::Token& token : tokens.list)
    if (token.kind == language::Token::Kind::word) words.emplace_back(tokens.form(token));
  return words;
}

// The chance that any of anger, disgust, fear and sadness is in the words. Our choice.
double distress(const std::string& text, const language::Reader& reader) {
  const auto scores = reader.read({Speaker::client, text}, {}).emotion.scores;
  double none = 1;
  for (const Emotion emotion : {Emotion::anger, Emotion::disgust, Emotion::fear, Emotion::sadness})
    none *= 1 - scores[static_cast<std::size_t>(emotion)];
  return 1 - none;
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// First third less last third, which lie two thirds of the talk apart.
double recovery_of(std::span<const double> course) {
  const std::size_t third = course.size() / 3;
  const double fall = mean(course.first(third)) - mean(course.last(third));
  return fall / (static_cast<double>(course.size() - third) / kTurnsOfRecovery);
}

/// Which runs of words a client has used.
class Runs {
 public:
  /// Whether any of the turn's runs was said before; takes them in.
  bool repeats(const std::vector<std::string>& words) {
    std::set<std::string> now;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      std::string run;
      for (std::size_t k = i; k < i + kRun; ++k) run += words[k] + ' ';
      now.insert(std::move(run));
    }
    const bool before =
        std::ranges::any_of(now, [&](const std::string& run) { return said_.contains(run); });
    said_.merge(now);
    return before;
  }

 private:
  std::set<std::string> said_;
};

void collect(const std::optional<double>& value, std::vector<double>& values) {
  if (value) values.push_back(*value);
}

}  // namespace

bool opens_with_assent(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return false;
  if (std::ranges::find(kAssent, words.front()) != kAssent.end()) return true;
  std::string opening;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, words.size()); ++i)
    opening += words[i] + ' ';
  return std::ranges::any_of(kAssentPhrases, [&](std::string_view phrase) {
    return opening.starts_with(std::string(phrase) + ' ');
  });
}

Manner manner_of(std::span<const Turn> talk, const language::Reader& reader) {
  Manner manner;
  std::vector<std::string> first;
  std::vector<double> course;
  Runs runs;
  double repeated = 0, agreed = 0;
  for (const Turn& turn : talk) {
    if (turn.speaker != Speaker::client) continue;
    const auto words = words_of(turn.text);
    manner.words.push_back(static_cast<double>(words.size()));
    const std::size_t room = kVarietyWords - first.size();
    first.insert(first.end(), words.begin(),
                 words.begin() + static_cast<std::ptrdiff_t>(std::min(room, words.size())));
    repeated += runs.repeats(words) ? 1 : 0;
    agreed += opens_with_assent(turn.text) ? 1 : 0;
    course.push_back(distress(turn.text, reader));
  }
  if (manner.words.empty()) return manner;
  const auto turns = static_cast<double>(manner.words.size());
  manner.repeated = repeated / turns;
  manner.agreed = agreed / turns;
  if (first.size() == kVarietyWords)
    manner.variety = static_cast<double>(std::set(first.begin(), first.end()).size()) /
                     static_cast<double>(kVarietyWords);
  if (course.size() >= kFewestTurns) manner.recovery = recovery_of(course);
  return manner;
}

Quartiles quartiles(std::vector<double> values) {
  Quartiles result{.count = values.size()};
  if (values.empty()) return result;
  std::ranges::sort(values);
  // Between the two nearest values (Hyndman and Fan 1996, type 7).
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], place - static_cast<double>(below));
  };
  result.low = at(0.25);
  result.middle = at(0.5);
  result.high = at(0.75);
  return result;
}

Manners manners_of(std::span<const Manner> talks) {
  std::vector<double> words, variety, repeated, agreed, recovery;
  for (const Manner& talk : talks) {
    words.insert(words.end(), talk.words.begin(), talk.words.end());
    collect(talk.variety, variety);
    collect(talk.repeated, repeated);
    collect(talk.agreed, agreed);
    collect(talk.recovery, recovery);
  }
  return {talks.size(),        quartiles(std::move(words)),  quartiles(std::move(variety)),
          quartiles(repeated), quartiles(std::move(agreed)), quartiles(std::move(recovery))};
}

}  // namespace attune::study
