#include "language/fit.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "language/ask_phrases.h"
#include "language/feelings.h"
#include "language/meaning.h"
#include "language/stock_phrases.h"
#include "language/uptake.h"

namespace attune::language {
namespace {

using conversation::Speaker;
using conversation::Turn;

// Supporter turns by which greeting is done, and before which nobody parts.
constexpr std::ptrdiff_t kGreetedBy = 3;
constexpr std::ptrdiff_t kPartedFrom = 2;

// Sentences at a turn's end in which a parting stands, and the words (a name, "for now") after it.
constexpr std::size_t kPartingSentences = 2;
constexpr std::size_t kAfterParting = 2;

// A reflection in other words than the client's still takes up something.
constexpr double kOtherWords = 0.12;
// Telling words of the client's before which nothing can be foreign to the talk.
constexpr double kKnown = 3;
// Thinking about what to do, where no step is named.
constexpr double kNoStep = 0.4;
// And one near in meaning this much, at most.
constexpr double kByMeaning = 0.5;
// Similarity of two turns that have nothing, and of two that have all in common.
constexpr double kUnlike = 0.2;
constexpr double kAlike = 0.6;

double rising(double amount, double half) {
  return 1 - std::exp2(-amount / half);
}

double strength(const Found& found) {
  return found.any() ? std::min(1.0, 0.6 + 0.2 * (found.count - 1)) : 0;
}

double part_of(const Found& found, const Wording& said) {
  if (said.words.empty()) return 0;
  return static_cast<double>(found.words) / static_cast<double>(said.words.size());
}

bool reflects(const Wording& said, const Wording::Sentence& sentence, std::size_t at) {
  if (reflections().begins(said, sentence, at) || freedoms().begins(said, sentence, at) ||
      ownings().begins(said, sentence, at) || farewells().begins(said, sentence, at))
    return true;
  return addresses().begins(said, sentence, at) && !directives().begins(said, sentence, at);
}

/// The turn with its reflecting sentences marked.
Heard marked(Heard turn) {
  Wording& said = turn.wording;
  for (auto& sentence : said.sentences)
    for (std::size_t at = sentence.first; at < sentence.last && !sentence.reflects; ++at)
      sentence.reflects = reflects(said, sentence, at);
  return turn;
}

double words_where(const Wording& said, Where where) {
  double count = 0;
  for (const auto& sentence : said.sentences) {
    const bool wanted = where == Where::assertions ? !sentence.asks && !sentence.reflects
                                                   : sentence.reflects && !sentence.asks;
    if (wanted) count += static_cast<double>(sentence.last - sentence.first);
  }
  return count;
}

bool has_question(const Wording& said) {
  return std::any_of(said.sentences.begin(), said.sentences.end(),
                     [](const auto& sentence) { return sentence.asks; });
}

bool stands_in(const Patterns& phrases, const Wording& said, const Wording::Sentence& sentence) {
  for (std::size_t at = sentence.first; at < sentence.last; ++at)
    if (phrases.furthest(said, sentence, at) > at) return true;
  return false;
}

/// "It sounds like you want to end your life": a statement, to the client, of the client.
bool names_suicide(const Wording& said) {
  return std::ranges::any_of(said.sentences, [&](const Wording::Sentence& sentence) {
    const auto words =
        std::span(said.words).subspan(sentence.first, sentence.last - sentence.first);
    return !sentence.asks && std::ranges::find(words, "you") != words.end() &&
           std::ranges::find(words, "not") == words.end() &&
           stands_in(suicide_topics(), said, sentence) && !stands_in(not_suicide(), said, sentence);
  });
}

bool parts(const Wording& said) {
  if (has_question(said)) return false;
  const std::size_t sentences = said.sentences.size();
  for (std::size_t i = sentences - std::min(sentences, kPartingSentences); i < sentences; ++i) {
    const auto& sentence = said.sentences[i];
    for (std::size_t at = sentence.first; at < sentence.last && !sentence.asks; ++at) {
      const std::size_t to = partings().furthest(said, sentence, at);
      if (to > at && to + kAfterParting >= sentence.last) return true;
    }
  }
  return false;
}

/// The client's last turns, the latest first.
std::vector<const Wording*> last_client_turns(std::span<const Heard> before, std::size_t most) {
  std::vector<const Wording*> turns;
  for (auto turn = before.rbegin(); turn != before.rend() && turns.size() < most; ++turn)
    if (turn->client) turns.push_back(&turn->wording);
  return turns;
}

class FitReader {
 public:
  FitReader(const Turn& supporter, std::span<const Turn> before, std::span<const Heard> last,
            const Meaning& meaning)
      : meaning_(meaning),
        supporter_(supporter.text),
        turn_(marked(heard(supporter))),
        said_(turn_.wording),
        before_(before),
        client_(last_client_turns(last, 3)),
        uptake_(uptake(turn_, last)),
        asks_(has_question(said_)) {}

  Fit read();

 private:
  void meeting();
  void form();
  void harm();
  void care();
  void astray();
  [[nodiscard]] bool misplaced() const;

  [[nodiscard]] double length() const { return static_cast<double>(said_.words.size()); }

  [[nodiscard]] double likeness() const;

  const Meaning& meaning_;
  std::string_view supporter_;
  const Heard turn_;
  const Wording& said_;
  std::span<const Turn> before_;
  std::vector<const Wording*> client_;
  Uptake uptake_;
  bool asks_;
  bool farewell_ = false;  ///< goodbye, or near it
  double reflected_ = 0;   ///< how much of the turn says how it is for the client
  Fit fit_;
};

/// How near in meaning the turn comes to the client's last words, above what any two turns share.
double FitReader::likeness() const {
  for (auto turn = before_.rbegin(); turn != before_.rend(); ++turn) {
    if (turn->speaker != Speaker::client) continue;
    const double like = meaning_.similarity(meaning_.sense(supporter_), meaning_.sense(turn->text));
    return std::clamp((like - kUnlike) / (kAlike - kUnlike), 0.0, 1.0);
  }
  return 0;
}

void FitReader::meeting() {
  if (uptake_.words > 0 && uptake_.known >= kKnown)
    fit_.foreign = 1 - uptake_.grounded / uptake_.words;
  const double density = uptake_.taken / std::max(3.0, uptake_.words);
  fit_.content = rising(uptake_.taken, 0.7) * std::min(1.0, 3 * density);
  reflected_ = std::min(1.0, words_where(said_, Where::statements) / 8);
  fit_.content = std::max(fit_.content, kOtherWords * reflected_);
  if (fit_.content < kByMeaning) fit_.content = std::max(fit_.content, kByMeaning * likeness());
  Feelings felt = 0;
  for (const Wording* turn : client_) felt |= feelings(*turn);
  const Feelings named = feelings_named(said_);
  if (named != 0) fit_.feeling = (named & felt) != 0 ? 1 : (felt == 0 ? 0.6 : 0.3);
  if (asks_after_feeling(said_)) fit_.feeling = std::max(fit_.feeling, felt != 0 ? 0.7 : 0.5);
  if (asks_) {
    const bool invites = invitations().find(said_, Where::questions).any();
    const double open = invites ? 0.5 : 0.15;
    fit_.asks_on = askings_on().find(said_, Where::questions).any() ? 1 : 0;
    fit_.narrow = wide_questions().find(said_).any() ? 0 : 1;
    fit_.follows = std::min(1.0, open + 0.7 * fit_.content);
    fit_.follows /= std::max(1.0, length() / 30);
  }
}

void FitReader::form() {
  const double own = client_.empty() ? 0 : static_cast<double>(client_.front()->words.size());
  const double opening = part_of(echo_openings().find(said_), said_);
  const double copied = std::min(1.0, uptake_.copied / std::max(0.2, 1 - opening));
  const double whole = uptake_.returned * (own >= 6 ? 1 : 0.6);
  const double verbatim = uptake_.in_first_person ? 1 : 0;
  if (telling_words(said_) > 0 || said_.words.size() > 2)
    fit_.parrot = std::clamp(copied * std::max(copied * whole, verbatim), 0.0, 1.0);
  const double stock = part_of(formulas().find(said_, Where::statements), said_);
  fit_.formula = said_.words.size() < 2 ? 0 : std::clamp(1.6 * stock - 0.4, 0.0, 1.0);

  fit_.repeated = std::clamp((uptake_.repeats - 0.5) / 0.4, 0.0, 1.0);
}

void FitReader::harm() {
  const bool theirs = !client_.empty() && minimizings().find(*client_.front()).any();
  fit_.minimizes = theirs ? 0 : strength(minimizings().find(said_, Where::statements));
  fit_.judges = strength(judgments().find(said_));
  const Found pressed = pressings().find(said_, Where::assertions);
  const Found nudged = nudgings().find(said_);
  const Found worried = concerns().find(said_);
  fit_.pressure =
      std::min(1.0, strength(pressed) + 0.3 * strength(nudged) + 0.5 * strength(worried));
  const double told = words_where(said_, Where::assertions);
  const double informing = informings().find(said_, Where::assertions).count + 0.5 * pressed.count;
  const double strange = 1 - uptake_.taken / std::max(4.0, uptake_.words);
  const double size = std::clamp((told - 15) / 40, 0.0, 1.0);
  fit_.lecture = std::clamp(size * strange * (0.5 + 0.25 * informing), 0.0, 1.0);
  fit_.own_story = strength(own_stories().find(said_, Where::statements));
}

void FitReader::care() {
  fit_.autonomy = strength(freedoms().find(said_));
  fit_.permission = strength(leaves().find(said_));
  if (!client_.empty() && wishes().find(*client_.front()).any()) fit_.permission = 1;
  fit_.together = strength(joint_steps().find(said_));
  if (!next_steps().find(said_).any()) fit_.together = std::min(fit_.together, kNoStep);
  fit_.owns_miss = strength(ownings().find(said_));
  fit_.bare = 1 - std::min(1.0, uptake_.added) * (1 - std::max(fit_.formula, fit_.owns_miss));
  farewell_ = farewells().find(said_, Where::statements).any();
  fit_.goodbye = parts(said_) ? 1 : 0;
  fit_.names_suicide = names_suicide(said_) ? 1 : 0;
}

void FitReader::astray() {
  if (client_.empty()) return;
  const bool asked = has_question(*client_.front()) && client_.front()->words.size() > 2;
  const bool met = fit_.content > 0.1 || reflected_ > 0.5 || honest_answers().find(said_).any();
  fit_.unanswered = asked && !met ? 0.8 : 0;
  fit_.off_topic = misplaced() ? 0.6 : 0;
  const bool near = std::max({fit_.feeling, fit_.permission, fit_.owns_miss, fit_.autonomy,
                              fit_.together, fit_.formula, fit_.own_story}) >= 0.5;
  if (near || farewell_ || uptake_.words < 2 || uptake_.known < 6) return;
  const double strange = 1 - uptake_.grounded / uptake_.words;
  const double generic = invitations().find(said_, Where::questions).any() ? 0.2 : 1;
  const double away = std::clamp((strange - 0.6) / 0.4, 0.0, 1.0);
  fit_.off_topic = std::max(fit_.off_topic, away * generic * (1 - 0.7 * reflected_));
}

/// A greeting in the middle of a talk, or a goodbye at its beginning.
bool FitReader::misplaced() const {
  const auto turns = std::count_if(before_.begin(), before_.end(), [](const Turn& turn) {
    return turn.speaker == Speaker::supporter;
  });
  if (turns >= kGreetedBy && greetings().find(said_).any()) return true;
  return turns < kPartedFrom && farewell_;
}

Fit FitReader::read() {
  meeting();
  form();
  harm();
  care();
  astray();
  return fit_;
}

}  // namespace

Fit fit(const Turn& supporter, std::span<const Turn> before, const Meaning& meaning) {
  return fit(supporter, before, heard(before), meaning);
}

Fit fit(const Turn& supporter, std::span<const Turn> before, std::span<const Heard> last,
        const Meaning& meaning) {
  return FitReader(supporter, before, last.last(std::min(last.size(), kReach)), meaning).read();
}

}  // namespace attune::language
