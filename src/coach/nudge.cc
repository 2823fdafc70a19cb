#include "coach/nudge.h"

#include <algorithm>

#include "base/draw.h"
#include "base/utf8.h"
#include "coach/faults.h"
#include "coach/reply.h"

namespace attune::coach {
namespace {

// All our choice. Below the first nothing is said; between the two the text asks.
constexpr double kLeast = 0.5;
constexpr double kSure = 0.75;
// After a nudge so many turns of the supporter's stay without one.
constexpr int kQuietFor = 2;

constexpr std::array<std::string_view, kNudgeKinds> kNames{
    "risk_unasked", "leading",   "secrecy", "contract",     "leaves",
    "repeats_risk", "passed_by", "advice",  "advice_early", "reassurance",
    "lecture",      "questions", "subject", "own_story"};

constexpr std::string_view kSlot = "{words}";
// A longer quote makes a sentence hard to hear; it stands beside the text then. Our choice.
constexpr std::size_t kLongestSlot = 60;

/// Too soon for another, or too late: after a goodbye there is nothing left to do with it.
bool is_no_time(NudgeKind kind, const conversation::Observed& observed, const Reply& reply) {
  if (is_of_safety(kind)) return false;
  if (reply.fit.goodbye > 0) return true;
  if (reply.supporters.empty()) return true;
  return !observed.nudged.empty() && reply.line().turn - observed.nudged.back().turn <= kQuietFor;
}

bool was_said(NudgeKind kind, const Fault& fault, const conversation::Observed& observed) {
  return std::ranges::any_of(observed.nudged, [&](const conversation::Nudged& nudged) {
    return nudged.kind == name(kind) && (!is_of_safety(kind) || nudged.words == fault.words);
  });
}

bool was_disputed(NudgeKind kind, const conversation::Observed& observed) {
  return std::ranges::any_of(observed.disputed, [&](const conversation::Disputed& disputed) {
    return disputed.kind == name(kind);
  });
}

bool is_unsure(NudgeKind kind, const Fault& fault, const Reply& reply) {
  const auto& abstains = reply.reading().abstains;
  const bool rests_on_skills = kind == NudgeKind::advice || kind == NudgeKind::advice_early;
  return fault.probability < kSure ||
         (rests_on_skills && std::ranges::find(abstains, "skills") != abstains.end());
}

}  // namespace

std::string_view name(NudgeKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<ChosenNudge> choose_nudge(const Reply& reply, OwnStory stance) {
  const auto& observed = reply.observed;
  const bool plain = asks_plainly(reply.said);
  for (std::size_t i = 0; i < kNudgeKinds; ++i) {
    const auto kind = static_cast<NudgeKind>(i);
    if (plain && kind != NudgeKind::repeats_risk) continue;
    if (is_no_time(kind, observed, reply) || was_disputed(kind, observed)) continue;
    Fault found = fault(kind, reply, stance);
    if (found.probability < kLeast || was_said(kind, found, observed)) continue;
    const bool asks = is_unsure(kind, found, reply);
    return ChosenNudge{kind, std::move(found), asks};
  }
  return std::nullopt;
}

std::string nudge_text(const ChosenNudge& chosen, const NudgeTexts& texts, std::uint64_t seed,
                       conversation::TurnNumber turn) {
  std::vector<std::string> fitting = chosen.asks ? texts.asks : texts.sure;
  if (chosen.fault.words.empty() || base::length(chosen.fault.words) > kLongestSlot)
    std::erase_if(fitting, [](const std::string& text) { return text.find(kSlot) != text.npos; });
  std::string text =
      fitting[base::draw_index(seed, static_cast<std::uint64_t>(turn),
                               "nudge:" + std::string(name(chosen.kind)), fitting.size())];
  if (const std::size_t at = text.find(kSlot); at != text.npos)
    text.replace(at, kSlot.size(), chosen.fault.words);
  return text;
}

}  // namespace attune::coach
