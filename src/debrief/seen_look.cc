#include "debrief/seen_look.h"

#include <algorithm>

#include "base/draw.h"
#include "debrief/figures.h"
#include "debrief/quoting.h"
#include "language/context.h"

namespace attune::debrief {
namespace {

using conversation::MainSkill;
using conversation::TurnNumber;

constexpr TurnNumber kInTime = 2;            // replies within which a question about suicide is due
constexpr std::size_t kShortTalk = 4;        // replies; fewer have no habits
constexpr std::size_t kLongestDanger = 160;  // code points of a sentence that is quoted
constexpr double kHabit = 0.8;               // share of replies that are questions
constexpr int kLengthy = 60;                 // words

/// The sentence that names the danger, else the one that points to it; whole, or "".
std::string risky_words(const std::string& words, const Texts& texts) {
  for (const char* key : {"said.risk_named", "said.risk", "said.self_harm", "said.risk_hints"})
    if (const std::string one = sentence_with(words, texts.of(key)); !one.empty())
      return fit_to_quote(one, kLongestDanger);
  return "";
}

RiskStory::Shown how_shown(const std::string& words, const Texts& texts) {
  if (mentions(words, texts.of("said.risk_named"))) return RiskStory::Shown::outright;
  const bool harm = mentions(words, texts.of("said.self_harm"));
  return harm && !mentions(words, texts.of("said.risk")) ? RiskStory::Shown::harm
                                                         : RiskStory::Shown::hint;
}

/// The client answered a direct question with yes, or in words of their own that say so.
bool says_yes(const SeenReply& reply, const Texts& texts) {
  if (!reply.said->asks_plainly() || reply.said->answer.empty()) return false;
  const language::Reply how = language::reply_of(reply.said->answer);
  if (how != language::Reply::other) return how == language::Reply::yes;
  return mentions(reply.said->answer, texts.of("said.risk_named"));
}

void asked_late(const SeenScene& scene, std::vector<SafetyPoint>& points) {
  const RiskStory& risk = scene.risk;
  if (risk.shown == 0 || risk.asked < risk.shown + kInTime) return;
  points.push_back(
      {risk.asked, scene.pen.write("seen.asked_late", risk.asked, {{"words", risk.words}})});
}

double share(const SeenTalk& seen, const auto& holds) {
  const auto count = std::ranges::count_if(seen.replies, holds);
  return static_cast<double>(count) / static_cast<double>(seen.replies.size());
}

/// The key of the one thing for next time.
std::string next_key(const SeenScene& scene, bool asked_late, const std::string& heaviest) {
  const RiskStory& risk = scene.risk;
  if (risk.shown != 0 && (risk.asked == 0 || asked_late)) return "next.ask_plainly";
  if (risk.led != 0 && risk.asked == 0) return "next.ask_plainly";
  if (risk.promised != 0) return "next.secrecy";
  if (risk.told != 0 && risk.after.size() < 3) return "next.after_yes";
  if (heaviest == "passed") return "seen_next.passed";
  if (heaviest == "lecture") return "next.shorter";
  if (!heaviest.empty()) return "next." + heaviest;
  if (scene.seen.replies.size() < kShortTalk) return "seen_next.short";
  const double asking = share(scene.seen, [](const SeenReply& one) { return one.asks(); });
  if (asking >= kHabit) return "next.questions";
  const double lengthy = share(scene.seen, [](const SeenReply& one) {
    return words(one.said->reply) > kLengthy &&
           words(one.said->reply) > 2 * words(one.said->client);
  });
  return lengthy >= 0.5 ? "next.shorter" : "seen_next.stretch";
}

std::uint64_t seed_of(const SeenTalk& seen) {
  std::string all = seen.talk.opening;
  for (const Exchange& one : seen.talk.exchanges) all += one.reply + one.answer;
  return base::hash(all);
}

/// Somebody without a name.
client::Case nobody() {
  client::Case person;
  person.name = "the client";
  return person;
}

}  // namespace

const SeenReply* SeenScene::at(TurnNumber turn) const {
  for (const SeenReply& reply : seen.replies)
    if (reply.said->turn == turn) return &reply;
  return nullptr;
}

RiskStory seen_risk(const SeenTalk& seen, const Texts& texts) {
  RiskStory story = risk_story(client::Case{}, seen.talk, texts);
  for (const SeenReply& reply : seen.replies) {
    if (story.shown == 0 && speaks_of_risk(reply.said->client, reply.before, texts)) {
      story.shown = reply.said->turn;
      story.words = risky_words(reply.said->client, texts);
      story.how = how_shown(reply.said->client, texts);
      story.real = true;
    }
    if (story.told == 0 && says_yes(reply, texts)) {
      story.told = reply.said->turn;
      story.real = true;
    }
  }
  return story;
}

SeenLook look(const SeenSource& source, const SeenTalk& seen, const RiskStory& risk) {
  const client::Case person = source.person == nullptr ? nobody() : *source.person;
  Pen pen(source.texts, person, seed_of(seen));
  const SeenScene scene{seen, risk, pen};
  const auto last = static_cast<TurnNumber>(seen.replies.size());
  SeenLook out;
  for (const char* key : {"seen.about", "seen.limits"}) out.about.push_back(pen.write(key, 0));
  if (!source.note.empty()) out.about.push_back(source.note);
  asked_late(scene, out.safety);
  const bool late = !out.safety.empty();
  for (SafetyPoint& point : safety({person, seen.talk, risk, pen, Scene::Kind::outside}))
    out.safety.push_back(std::move(point));
  std::string heaviest;
  out.moments = seen_moments(scene, heaviest);
  out.worked = seen_worked(scene, out.moments);
  out.unsaid = pen.write("seen.unsaid", 0);
  out.next = pen.write(last == 0 ? "seen_next.nothing" : next_key(scene, late, heaviest), last);
  return out;
}

}  // namespace attune::debrief
