#include <algorithm>
#include <set>

#include "debrief/figures.h"
#include "debrief/quoting.h"
#include "debrief/seen_look.h"
#include "language/context.h"

namespace attune::debrief {
namespace {

using conversation::Talk;
using conversation::TurnNumber;

// Our choices, set by reading what they chose in public talks.
constexpr std::size_t kMost = 3;
constexpr int kStatement = 6;       // words of a step that says what it is
constexpr int kLong = 20;           // words of a message that opens up
constexpr double kLonger = 1.5;     // times the median so far
constexpr std::size_t kBefore = 2;  // messages needed to know what is long for this client
constexpr double kHarm = 0.5;       // of fit: what minimizes, judges or presses did not work
constexpr double kHeard = 0.5;      // of fit: content
constexpr double kEcho = 0.4;
constexpr std::string_view kFeeling = "feeling.";  // section of the texts
constexpr double kSameAgain = 0.5;  // weight of a second reply that worked in the same way

struct Good {
  const SeenReply* reply = nullptr;
  std::string key;
  Slots slots;
  double weight = 0;
};

/// A feeling that a text names: the key of its words in the texts, and the word that stands there.
struct Named {
  std::string key, word;
};

/// The first feeling in a sentence that says it of `whom` and asks nothing.
Named named_feeling(const std::string& text, const std::vector<std::string>& whom,
                    const Texts& texts) {
  for (const std::string& one : sentences(text)) {
    if (one.ends_with('?') || !mentions(one, whom)) continue;
    for (const auto& [key, phrases] : texts.phrases) {
      if (!key.starts_with(kFeeling)) continue;
      for (const std::string& phrase : phrases)
        if (mentions(one, {phrase})) return {key, phrase};
    }
  }
  return {};
}

bool is_about_to_go(const std::string& words_said, const Texts& texts) {
  return mentions(words_said, texts.of("said.goodbye"));
}

int median(std::vector<int> lengths) {
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  return *middle;
}

class Weighing {
 public:
  explicit Weighing(const SeenScene& scene) : scene_(scene), texts_(scene.pen.texts()) {
    if (!scene.seen.talk.opening.empty()) hear(scene.seen.talk.opening);
  }

  /// Everything good that the next reply did.
  std::vector<Good> weigh(const SeenReply& reply);

 private:
  void hear(const std::string& words_said) {
    lengths_.push_back(words(words_said));
    known_ += "\n" + words_said;
  }
  void about_risk(const SeenReply& reply, std::vector<Good>& found) const;
  void about_answer(const SeenReply& reply, std::vector<Good>& found) const;
  void about_words(const SeenReply& reply, std::vector<Good>& found) const;

  const SeenScene& scene_;
  const Texts& texts_;
  std::vector<int> lengths_;  // of the client's messages so far, in words
  std::string known_;         // all that the client has said so far
};

void Weighing::about_risk(const SeenReply& reply, std::vector<Good>& found) const {
  const RiskStory& risk = scene_.risk;
  const TurnNumber turn = reply.said->turn;
  if (reply.said->asks_plainly() && (turn == risk.asked || turn == risk.told)) {
    const bool no = language::reply_of(reply.said->answer) == language::Reply::no;
    found.push_back({&reply,
                     turn == risk.told ? "seen_worked.asked_yes"
                     : no              ? "seen_worked.asked_no"
                                       : "worked.asked_any",
                     {},
                     3});
  }
  for (const auto& [what, when] : risk.after)
    if (when == turn && risk.told != 0 && turn > risk.told)
      found.push_back({&reply, "worked.after_" + what, {}, 1.8});
}

void Weighing::about_answer(const SeenReply& reply, std::vector<Good>& found) const {
  const std::string& answer = reply.said->answer;
  if (answer.empty() || lengths_.size() < kBefore || reply.is_frame()) return;
  if (is_about_to_go(answer, texts_) || speaks_of_risk(answer, reply.after, texts_)) return;
  const bool asks = reply.asks() && reply.said->reply.find('?') != std::string::npos;
  if (!asks && !reply.mainly_reflects()) return;
  const int length = words(answer);
  if (length >= kLong && length > *std::ranges::max_element(lengths_) &&
      length >= kLonger * median(lengths_)) {
    found.push_back({&reply,
                     asks ? "seen_worked.longer_question" : "seen_worked.longer_reflection",
                     {{"count", std::to_string(length)}},
                     1.2 + std::min(1.0, length / 100.0)});
  }
  const Named feeling = named_feeling(answer, texts_.of("said.of_oneself"), texts_);
  if (!feeling.key.empty() && reply.after != nullptr && reply.after->valence < 0 &&
      !mentions(known_ + "\n" + reply.said->reply, texts_.of(feeling.key)))
    found.push_back({&reply, "seen_worked.feeling", {{"feeling", feeling.word}}, 1.5});
  const bool change =
      reply.after != nullptr && reply.after->talk && reply.after->talk->label == Talk::change;
  const std::string step = fit_to_quote(sentence_with(answer, texts_.of("said.change")));
  const bool own = !reply.said->reading->asks || !reply.said->reading->asks->advice;
  if (change && own && words(step) >= kStatement && !mentions(step, texts_.of("said.unsure")))
    found.push_back({&reply, "seen_worked.change", {{"words", step}}, 1});
}

void Weighing::about_words(const SeenReply& reply, std::vector<Good>& found) const {
  const std::string& text = reply.said->reply;
  const auto& asks = reply.said->reading->asks;
  if (asks && asks->permission && mentions(text, texts_.of("said.leave")))
    found.push_back({&reply, "worked.permission", {}, 0.9});
  if (reply.said->client.empty() || reply.is_frame() || (asks && asks->advice)) return;
  const Named feeling = named_feeling(text, texts_.of("said.of_you"), texts_);
  if (reply.fit.feeling >= kHeard && !feeling.key.empty())
    found.push_back({&reply, "seen_worked.empathy", {{"feeling", feeling.word}}, 1.1});
  const bool opinion = mentions(text, texts_.of("said.opinion"));
  if (reply.mainly_reflects() && !opinion && reply.fit.content >= kHeard &&
      reply.fit.parrot < kEcho)
    found.push_back({&reply, "seen_worked.reflection", {}, 0.6 + 0.3 * reply.fit.content});
}

std::vector<Good> Weighing::weigh(const SeenReply& reply) {
  std::vector<Good> found;
  if (reply.said->reading) {
    about_risk(reply, found);
    const language::Fit& fit = reply.fit;
    const bool harmed = std::max({fit.minimizes, fit.judges, fit.pressure}) >= kHarm;
    if (!harmed && !reply.advises_unasked()) {
      about_answer(reply, found);
      about_words(reply, found);
    }
  }
  if (!reply.said->answer.empty()) hear(reply.said->answer);
  return found;
}

/// One true thing about a talk in which nothing else stood out.
Worked one_true_thing(const SeenScene& scene) {
  const auto& all = scene.seen.replies;
  const auto say = [&](const SeenReply& reply, const char* key) {
    const Slots slots{{"turns", std::to_string(all.size())}};
    return Worked{quote(*reply.said), scene.pen.write(key, reply.said->turn, slots)};
  };
  const SeenReply* asked = nullptr;
  for (const SeenReply& reply : all) {
    const bool asks = reply.asks() && !reply.said->client.empty() && reply.fit.judges < kHarm;
    if (asks && (asked == nullptr || reply.fit.follows > asked->fit.follows)) asked = &reply;
  }
  if (asked != nullptr) return say(*asked, "fallback.question");
  return say(all.back(), all.size() >= 5 ? "seen_worked.stayed" : "seen_worked.wrote");
}

}  // namespace

std::vector<Worked> seen_worked(const SeenScene& scene, const std::vector<Moment>& moments) {
  const auto& replies = scene.seen.replies;
  if (replies.empty()) return {};
  std::set<TurnNumber> taken;
  for (const Moment& moment : moments) taken.insert(moment.quote.turn);
  std::vector<Good> all;
  Weighing weighing(scene);
  for (const SeenReply& reply : replies) {
    std::vector<Good> found = weighing.weigh(reply);
    const auto best = std::ranges::max_element(found, {}, &Good::weight);
    if (best != found.end() && !taken.contains(reply.said->turn)) all.push_back(*best);
  }
  std::vector<Good> chosen;
  while (!all.empty() && chosen.size() < std::min(kMost, 1 + replies.size() / 3)) {
    const auto best = std::ranges::max_element(all, {}, &Good::weight);
    const Good good = *best;
    all.erase(best);
    for (Good& other : all)
      if (other.key == good.key) other.weight *= kSameAgain;
    chosen.push_back(good);
  }
  std::ranges::sort(chosen, {}, [](const Good& one) { return one.reply->said->turn; });
  std::vector<Worked> out;
  for (const Good& one : chosen)
    out.push_back(
        {quote(*one.reply->said), scene.pen.write(one.key, one.reply->said->turn, one.slots)});
  if (out.empty()) out.push_back(one_true_thing(scene));
  return out;
}

}  // namespace attune::debrief
