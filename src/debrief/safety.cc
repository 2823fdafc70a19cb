#include <array>

#include "debrief/page.h"

namespace attune::debrief {
namespace {

using conversation::TurnNumber;

constexpr std::array kAfterYes = {"keeps", "who", "tonight"};

/// "what keeps her going, who else could know and one next step for tonight"
std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::vector<std::string> missing_after_yes(const Scene& scene) {
  std::vector<std::string> missing;
  const bool left = scene.talk.ending == conversation::Ending::left;
  if (scene.risk.asked == 0 || scene.risk.told == 0 || left) return missing;
  for (const char* what : kAfterYes)
    if (!scene.risk.after.contains(what))
      missing.push_back(scene.pen.write(std::string("missing.") + what, scene.risk.told));
  return missing;
}

void unasked(const Scene& scene, std::vector<SafetyPoint>& points) {
  const RiskStory& risk = scene.risk;
  if (risk.asked != 0) return;
  const auto say = [&](const char* key, TurnNumber turn, const Slots& slots = {}) {
    points.push_back({turn, scene.pen.write(std::string("safety.") + key, turn, slots)});
  };
  if (risk.led != 0) {
    say("led", risk.led);
  } else if (risk.real && risk.shown != 0 && risk.near != 0) {
    say("asked_near", risk.near);
  } else if (risk.real && risk.shown != 0) {
    const std::string words =
        scene.kind == Scene::Kind::outside ? risk.words : quotable(risk.words);
    say(risk.how == RiskStory::Shown::outright ? "not_asked_outright"
        : risk.how == RiskStory::Shown::harm   ? "not_asked_harm"
        : words.empty()                        ? "not_asked"
                                               : "not_asked_words",
        risk.shown, {{"words", words}});
  }
}

void unfinished(const Scene& scene, std::vector<SafetyPoint>& points) {
  const auto missing = missing_after_yes(scene);
  if (missing.empty()) return;
  const char* key = missing.size() == 1 ? "safety.after_yes_one" : "safety.after_yes";
  points.push_back(
      {scene.risk.told, scene.pen.write(key, scene.risk.told, {{"missing", listed(missing)}})});
}

}  // namespace

std::vector<SafetyPoint> safety(const Scene& scene) {
  std::vector<SafetyPoint> points;
  const RiskStory& risk = scene.risk;
  if (scene.stopped()) return points;
  unasked(scene, points);
  unfinished(scene, points);
  if (const Exchange* one = scene.talk.at(risk.promised); one != nullptr) {
    const char* key = one->trap == "secrecy" ? "safety.secrecy" : "safety.secrecy_unasked";
    points.push_back({one->turn, scene.pen.write(key, one->turn)});
  }
  const TurnNumber answered = risk.told != 0 ? risk.told : risk.guarded;
  const TurnNumber turn = answered != 0 ? answered : risk.shown;
  const bool at_stake = risk.real && turn != 0;
  const std::string section = scene.kind == Scene::Kind::outside ? "seen." : "safety.";
  if (at_stake && !points.empty())
    points.push_back({turn, scene.pen.write(section + "consult", turn)});
  else if (at_stake && answered != 0 && risk.consulted == 0)
    points.push_back({turn, scene.pen.write(section + "consult_good", turn)});
  return points;
}

}  // namespace attune::debrief
