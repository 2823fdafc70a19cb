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
constexpr double kStrong = 0.7;   // score of an emotion that is plainly there
constexpr int kStatement = 5;     // words; less names a feeling at most
constexpr double kTakenUp = 0.2;  // a reply with less has taken nothing up
constexpr double kPlain = 0.8;    // minimizing: more than one phrase of it
constexpr double kPerhaps = 0.6;  // one phrase, which counts after words that are hard
constexpr int kNod = 3;           // words
constexpr double kNarrow = 0.5;   // of fit: asks for one thing
constexpr double kMostly = 0.8;   // of fit: lecture, own story
constexpr int kLongStory = 40, kLongLecture = 80;  // words
constexpr std::size_t kInARow = 3;                 // questions
constexpr TurnNumber kEarly = 4;  // replies; later, or past a third of the talk, is not early

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

/// The words end in the middle, as when somebody is interrupted.
bool is_cut_off(const std::string& words_said) {
  return words_said.ends_with('-') || words_said.ends_with("—");
}

/// "Mm-hmm.", "Okay, sure.": says go on.
bool is_nod(const SeenReply& reply) {
  return words(reply.said->reply) <= kNod && reply.said->reply.find('?') == std::string::npos;
}

/// How strongly the client's words read as a feeling that is hard, or 0.
double hardness(const SeenReply& reply) {
  if (reply.before == nullptr || reply.before->valence > 0) return 0;
  const Emotion label = reply.before->emotion.label;
  return is_hard(label) ? reply.before->emotion.scores[static_cast<std::size_t>(label)] : 0;
}

/// Something of what was said stands in the reply again, or is answered warmly.
bool gives_back(const SeenReply& reply) {
  if (std::max(reply.fit.content, reply.fit.feeling) >= kTakenUp || reply.reflects()) return true;
  const auto& empathy = reply.said->reading->empathy;
  if (reply.said->asks_plainly() || !empathy) return true;
  const auto level = [&](Mechanism way) { return empathy->levels[static_cast<std::size_t>(way)]; };
  return level(Mechanism::emotional_reactions) > 0 || level(Mechanism::interpretations) > 0;
}

/// Or asks on from there, for whatever comes: a question for one fact passes by what was felt.
bool took_up(const SeenReply& reply) {
  const bool opens = reply.fit.narrow < kNarrow && reply.fit.follows >= kTakenUp;
  return opens || gives_back(reply);
}

class Choosing {
 public:
  explicit Choosing(const SeenScene& scene) : scene_(scene) {}

  std::vector<Look> choose();

 private:
  [[nodiscard]] std::string heavy_words(const SeenReply& reply) const;
  void passed(const SeenReply& reply);
  void advice(const SeenReply& reply);
  void minimizes(const SeenReply& reply);
  void long_reply(const SeenReply& reply);
  void questions();

  const SeenScene& scene_;
  std::vector<Look> found_;
};

/// The sentence in which the client names a hard feeling of their own, where the whole reads as one
/// too; or "".
std::string Choosing::heavy_words(const SeenReply& reply) const {
  if (hardness(reply) < kStrong || words(reply.said->client) < kStatement) return "";
  const Texts& texts = scene_.pen.texts();
  for (const std::string& one : sentences(reply.said->client))
    if (!one.ends_with('?') && mentions(one, texts.of("said.heavy")) &&
        mentions(one, texts.of("said.of_oneself")))
      return one;
  return "";
}

void Choosing::passed(const SeenReply& reply) {
  const std::string heavy = heavy_words(reply);
  if (heavy.empty() || is_cut_off(reply.said->client)) return;
  if (is_nod(reply) || took_up(reply) || reply.is_frame()) return;
  if (mentions(reply.said->reply, scene_.pen.texts().of("said.heavy"))) return;
  found_.push_back({&reply, "passed", {{"words", fit_to_quote(heavy)}}, hardness(reply)});
}

void Choosing::advice(const SeenReply& reply) {
  const auto all = static_cast<TurnNumber>(scene_.seen.replies.size());
  const bool early = reply.said->turn <= std::min(kEarly, std::max(2, (all + 2) / 3));
  if (!early || !reply.advises_unasked()) return;
  if (!mentions(reply.said->reply, scene_.pen.texts().of("said.advises"))) return;
  const Slots slots{{"count", std::to_string(reply.said->turn)},
                    {"turns", std::to_string(all)},
                    {"words", quotable(reply.said->client)}};
  found_.push_back({&reply, "advice", slots, 1.1});
}

void Choosing::minimizes(const SeenReply& reply) {
  const bool plainly = reply.fit.minimizes >= kPlain;
  const bool perhaps = reply.fit.minimizes >= kPerhaps && !reply.mainly_reflects();
  if (!plainly && !(perhaps && hardness(reply) >= kStrong)) return;
  found_.push_back({&reply, "minimizes", {{"words", quotable(reply.said->client)}}, 1.2});
}

/// Long, and most of it about what the supporter knows, or about the supporter.
void Choosing::long_reply(const SeenReply& reply) {
  const int length = words(reply.said->reply);
  const bool asked = reply.said->client.find('?') != std::string::npos;
  if (asked || reply.fit.permission >= kMostly || length < 2 * words(reply.said->client)) return;
  if (mentions(reply.said->reply, scene_.pen.texts().of("said.sums_up"))) return;
  const Slots slots{{"count", std::to_string(length)}};
  if (reply.fit.own_story >= kMostly && length >= kLongStory)
    found_.push_back({&reply, "own_story", slots, 0.7});
  else if (reply.fit.lecture >= kMostly && length >= kLongLecture)
    found_.push_back({&reply, "lecture", slots, 0.75});
}

void Choosing::questions() {
  std::size_t row = 0;
  for (const SeenReply& reply : scene_.seen.replies) {
    if (is_nod(reply) && !reply.said->client.empty()) continue;
    const bool bare = reply.asks() && !gives_back(reply) && !reply.said->client.empty();
    row = bare ? row + 1 : 0;
    if (row == kInARow) found_.push_back({&reply, "questions", {}, 0.9});
  }
}

std::vector<Look> Choosing::choose() {
  for (const SeenReply& reply : scene_.seen.replies) {
    // What safety says of a turn stands first and alone.
    const bool due = reply.said->turn == scene_.risk.shown;
    if (!reply.said->reading || reply.said->client.empty() || due) continue;
    passed(reply);
    advice(reply);
    minimizes(reply);
    long_reply(reply);
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
