#include <algorithm>
#include <set>

#include "debrief/figures.h"
#include "debrief/quoting.h"
#include "debrief/seen_look.h"

namespace attune::debrief {
namespace {

using conversation::Emotion;
using conversation::Mechanism;
using conversation::Reading;
using conversation::TurnNumber;

// Our choices, set by reading what they chose in public talks.
constexpr std::size_t kMost = 3;
constexpr std::size_t kMostPassed = 2;
constexpr double kStrong = 0.7;     // score of an emotion that is plainly there
constexpr int kStatement = 5;       // words; less names a feeling at most
constexpr double kTakenUp = 0.2;    // a reply with less has taken nothing up
constexpr double kPlain = 0.5;      // minimizing
constexpr std::size_t kInARow = 3;  // questions
constexpr TurnNumber kEarly = 4;    // replies; later, or past a third of the talk, is not early

/// Something in a reply to look at again: which sentences speak of it, what they quote, and how
/// heavy it is.
struct Look {
  const SeenReply* reply = nullptr;
  std::string kind;
  Slots slots;
  double weight = 0;
};

bool is_hard(Emotion emotion) {
  return emotion == Emotion::sadness || emotion == Emotion::fear || emotion == Emotion::anger ||
         emotion == Emotion::disgust;
}

/// How strongly the client's words read as a feeling that is hard, or 0.
double heaviness(const std::string& words_said, const Reading* reading) {
  if (reading == nullptr || words(words_said) < kStatement || reading->valence > 0) return 0;
  const Emotion label = reading->emotion.label;
  const double score = reading->emotion.scores[static_cast<std::size_t>(label)];
  const bool own = mentions(words_said, {"i ", "im ", "ive ", "my ", "me ", "myself "});
  return own && is_hard(label) && score >= kStrong ? score : 0;
}

/// The sentence that carries the feeling, whole, or "".
std::string heaviest_words(const std::string& words_said, const Reading& reading) {
  const std::string head = "emotion:" + std::string(name(reading.emotion.label));
  for (const conversation::Evidence& why : reading.why)
    if (why.head == head && why.weight > 0) return fit_to_quote(sentence_at(words_said, why.start));
  return "";
}

/// Something of what was said stands in the reply again, or is answered warmly.
bool gives_back(const SeenReply& reply) {
  if (std::max(reply.fit.content, reply.fit.feeling) >= kTakenUp || reply.reflects()) return true;
  const auto& empathy = reply.said->reading->empathy;
  if (reply.said->asks_plainly() || !empathy) return true;
  const auto level = [&](Mechanism way) { return empathy->levels[static_cast<std::size_t>(way)]; };
  return level(Mechanism::emotional_reactions) > 0 || level(Mechanism::interpretations) > 0;
}

bool took_up(const SeenReply& reply) {
  return reply.fit.follows >= kTakenUp || gives_back(reply);
}

class Choosing {
 public:
  explicit Choosing(const SeenScene& scene) : scene_(scene) {}

  std::vector<Look> choose();

 private:
  void passed(const SeenReply& reply);
  void advice(const SeenReply& reply);
  void minimizes(const SeenReply& reply);
  void questions();

  const SeenScene& scene_;
  std::vector<Look> found_;
};

void Choosing::passed(const SeenReply& reply) {
  const double heavy = heaviness(reply.said->client, reply.before);
  if (heavy == 0 || took_up(reply) || reply.is_frame()) return;
  if (reply.said->turn == scene_.risk.shown) return;
  found_.push_back(
      {&reply, "passed", {{"words", heaviest_words(reply.said->client, *reply.before)}}, heavy});
}

void Choosing::advice(const SeenReply& reply) {
  const auto all = static_cast<TurnNumber>(scene_.seen.replies.size());
  const bool early = reply.said->turn <= std::min(kEarly, std::max(2, (all + 2) / 3));
  if (!early || !reply.advises_unasked() || reply.said->client.empty()) return;
  const Slots slots{{"count", std::to_string(reply.said->turn)},
                    {"turns", std::to_string(all)},
                    {"words", quotable(reply.said->client)}};
  found_.push_back({&reply, "advice", slots, 1.1});
}

void Choosing::minimizes(const SeenReply& reply) {
  if (reply.fit.minimizes < kPlain || reply.said->client.empty()) return;
  found_.push_back({&reply, "minimizes", {{"words", quotable(reply.said->client)}}, 1.2});
}

void Choosing::questions() {
  std::size_t row = 0;
  for (const SeenReply& reply : scene_.seen.replies) {
    const bool bare = reply.asks() && !gives_back(reply) && !reply.said->client.empty();
    row = bare ? row + 1 : 0;
    if (row == kInARow) found_.push_back({&reply, "questions", {}, 0.9});
  }
}

std::vector<Look> Choosing::choose() {
  for (const SeenReply& reply : scene_.seen.replies) {
    if (!reply.said->reading || reply.said->client.empty()) continue;
    passed(reply);
    advice(reply);
    minimizes(reply);
  }
  questions();
  std::ranges::stable_sort(found_, std::greater{}, &Look::weight);
  std::vector<Look> chosen;
  std::set<TurnNumber> turns;
  for (Look& one : found_) {
    const auto same = static_cast<std::size_t>(
        std::ranges::count(chosen, one.kind, [](const Look& other) { return other.kind; }));
    const std::size_t most = one.kind == "passed" ? kMostPassed : 1;
    if (chosen.size() == kMost || same == most || !turns.insert(one.reply->said->turn).second)
      continue;
    chosen.push_back(std::move(one));
  }
  return chosen;
}

}  // namespace

std::vector<Moment> seen_moments(const SeenScene& scene, std::string& heaviest) {
  std::vector<Look> looks = Choosing(scene).choose();
  heaviest = looks.empty() ? "" : looks.front().kind;
  std::ranges::stable_sort(looks, {}, [](const Look& one) { return one.reply->said->turn; });
  std::vector<Moment> out;
  for (const Look& one : looks) {
    const TurnNumber turn = one.reply->said->turn;
    Moment moment{quote(*one.reply->said), scene.pen.write("seen_title." + one.kind, turn),
                  scene.pen.write("seen_beneath." + one.kind, turn, one.slots),
                  scene.pen.write("seen_another." + one.kind, turn, one.slots)};
    out.push_back(std::move(moment));
  }
  return out;
}

}  // namespace attune::debrief
