#include <algorithm>
#include <cctype>
#include <cmath>

#include "debrief/page.h"

namespace attune::debrief {
namespace {

using conversation::Ending;

// Where the client did not say goodbye, how close they stood at the end (trust minus guard) says
// how it went; the same bounds as the mind's first values. Our choice.
constexpr double kWell = 0.15;
constexpr double kHalf = -0.3;
constexpr std::size_t kFewest = 3;    // fewer replies, broken off, are too short a talk for a note
constexpr double kWorthSaying = 0.3;  // share of a turn's largest cause
constexpr std::size_t kMostUnsaid = 2;

std::string how_it_went(const Talk& talk) {
  if (talk.ending == Ending::left) return "badly";
  if (!talk.went.empty()) return talk.went;
  if (talk.exchanges.size() < kFewest) return "";
  const double closeness = talk.last().trust - talk.last().guard;
  if (closeness >= kWell) return "well";
  return closeness >= kHalf ? "half" : "badly";
}

/// "a little more trust", "guard up a lot": nothing when it hardly moved.
std::string movement(double change, const char* what) {
  const double size = std::abs(change);
  if (size < 0.002) return "";
  const std::string much = size < 0.015 ? " a little" : size < 0.05 ? "" : " a lot";
  return std::string(what) + (change > 0 ? " up" : " down") + much;
}

double size_of(const conversation::Cause& cause) {
  return std::abs(cause.trust) + std::abs(cause.guard);
}

/// Said even where it moved nothing.
bool is_act(const conversation::Cause& cause) {
  return cause.what == "asked directly" || cause.what == "owned" || cause.what.starts_with("trap");
}

std::string key_of(std::string cause) {
  std::replace(cause.begin(), cause.end(), ' ', '_');
  return "cause." + cause;
}

/// A cause that the texts do not know, in its own words.
std::string plain(std::string cause) {
  std::replace(cause.begin(), cause.end(), '_', ' ');
  if (!cause.empty())
    cause[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(cause[0])));
  return cause;
}

std::string sentence(const Scene& scene, const Exchange& one, const conversation::Cause& cause) {
  const std::string key = key_of(cause.what);
  std::string text =
      scene.pen.texts().has(key) ? scene.pen.write(key, one.turn) : plain(cause.what);
  const std::string trust = movement(cause.trust, "trust"), guard = movement(cause.guard, "guard");
  if (!trust.empty() || !guard.empty()) text += ": ";
  return text + trust + (trust.empty() || guard.empty() ? "" : ", ") + guard + ".";
}

}  // namespace

std::string out_of_role(const Scene& scene) {
  const std::string over = scene.pen.write("frame.out_of_role", 0);
  return scene.stopped() ? over + " " + scene.pen.write("frame.stop", 0) : over;
}

std::string note(const Scene& scene) {
  if (scene.stopped() || scene.talk.exchanges.empty()) return "";
  const auto found = scene.person.note.find(how_it_went(scene.talk));
  return found == scene.person.note.end() ? "" : found->second;
}

std::vector<std::string> unsaid(const Scene& scene) {
  std::vector<std::string> out;
  if (scene.stopped()) return out;
  for (const client::Layer& layer : scene.person.layers) {
    const bool hidden = !scene.talk.disclosed.contains(layer.id);
    if (hidden && out.size() < kMostUnsaid) out.push_back(layer.unsaid);
  }
  return out;
}

std::vector<std::string> causes(const Scene& scene, const Exchange& one) {
  std::vector<std::string> out;
  double largest = 0;
  for (const conversation::Cause& cause : one.causes) largest = std::max(largest, size_of(cause));
  for (const conversation::Cause& cause : one.causes)
    if (size_of(cause) >= kWorthSaying * largest || is_act(cause))
      out.push_back(sentence(scene, one, cause));
  for (const conversation::CueMoved& moved : one.cues)
    if (moved.change == conversation::CueChange::caught)
      out.push_back(scene.pen.write("cause.caught", one.turn));
  for (const std::string& id : one.disclosed)
    if (const client::Layer* layer = scene.person.layer(id))
      out.push_back(scene.pen.write("cause.disclosed", one.turn, {{"about", layer->about}}));
  return out;
}

}  // namespace attune::debrief
