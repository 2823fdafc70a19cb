#include "debrief/timeline_json.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;
using namespace conversation;

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What both speakers' words have: how they read.
Json words_json(const Reading& reading) {
  const auto& abstains = reading.abstains;
  const bool unclear = std::find(abstains.begin(), abstains.end(), "emotion") != abstains.end();
  return {{"emotion", name(reading.emotion.label)},
          {"unclear", unclear},
          {"valence", rounded(reading.valence)},
          {"arousal", rounded(reading.arousal)}};
}

Json client_json(const std::optional<Reading>& reading) {
  if (!reading) return nullptr;
  Json out = words_json(*reading);
  if (reading->risk) out["risk"] = name(reading->risk->level);
  return out;
}

Json supporter_json(const std::optional<Reading>& reading, const ExpertView& experts) {
  if (!reading) return nullptr;
  Json out = words_json(*reading);
  if (reading->skills) {
    out["main"] = name(reading->skills->main);
    out["skills"] = Json::array();
    for (const Skill skill : reading->skills->labels) out["skills"].push_back(name(skill));
  }
  if (reading->empathy) {
    for (std::size_t i = 0; i < kMechanisms; ++i) {
      const std::string mechanism(name(static_cast<Mechanism>(i)));
      const std::string score = "empathy." + mechanism;
      if (experts.shows(score))
        out["empathy"][mechanism] =
            std::lround(experts.as_shown(score, reading->empathy->levels[i]));
    }
  }
  if (reading->concerns && experts.shows("concern.any"))
    out["concern"] = rounded(experts.as_shown("concern.any", reading->concerns->any));
  return out;
}

void add_state(Json& point, const State& state) {
  point["phase"] = name(state.phase);
  point["trust"] = rounded(state.trust);
  point["guard"] = rounded(state.guard);
  point["distress"] = rounded(state.distress);
  point["hope"] = rounded(state.hope);
}

std::string_view change_name(CueChange change) {
  constexpr std::string_view kNames[] = {"opened", "caught", "withdrawn", "missed"};
  return kNames[static_cast<std::size_t>(change)];
}

/// What became of cues at this turn.
Json cues_json(const Talk& talk, TurnNumber turn) {
  Json out = Json::array();
  for (const CueStory& story : talk.cues) {
    if (story.opened == turn) out.push_back({{"kind", story.cue->kind}, {"change", "opened"}});
    if (story.turn == turn && turn != 0)
      out.push_back({{"kind", story.cue->kind}, {"change", change_name(story.outcome)}});
  }
  return out;
}

bool was_consulted(const Talk& talk, TurnNumber turn) {
  return std::find(talk.consulted.begin(), talk.consulted.end(), turn) != talk.consulted.end();
}

Json exchange_json(const Talk& talk, const Exchange& one, const ExpertView& experts) {
  Json point{{"turn", one.turn},
             {"client", client_json(one.answer_reading)},
             {"supporter", supporter_json(one.reading, experts)}};
  add_state(point, one.after);
  point["cues"] = cues_json(talk, one.turn);
  for (const Nudged& nudged : talk.nudged)
    if (nudged.turn == one.turn) point["nudge"] = nudged.kind;
  if (!one.card.empty()) point["idea"] = one.card;
  if (was_consulted(talk, one.turn)) point["consulted"] = true;
  return point;
}

}  // namespace

std::string timeline_json(const Talk& talk, const ExpertView& experts) {
  Json start{{"turn", 0}, {"client", client_json(talk.opening_reading)}, {"supporter", nullptr}};
  add_state(start, talk.start);
  start["cues"] = cues_json(talk, 0);
  if (was_consulted(talk, 0)) start["consulted"] = true;
  Json out = Json::array({std::move(start)});
  for (const Exchange& one : talk.exchanges) out.push_back(exchange_json(talk, one, experts));
  return printed(out);
}

std::string client_reading_json(const std::optional<Reading>& reading) {
  return printed(client_json(reading));
}

std::string supporter_reading_json(const std::optional<Reading>& reading,
                                   const ExpertView& experts) {
  return printed(supporter_json(reading, experts));
}

std::string trust_json(const std::vector<language::Card>& cards) {
  Json out = Json::array();
  for (const language::Card& card : cards)
    out.push_back({{"head", card.head},
                   {"statistic", card.statistic},
                   {"value", rounded(card.value)},
                   {"low", rounded(card.low)},
                   {"high", rounded(card.high)},
                   {"n", card.n},
                   {"measured_on", card.measured_on},
                   {"date", card.date}});
  return printed(out);
}

std::string nudges_json(const Talk& talk) {
  Json out = Json::array();
  for (const Nudged& nudged : talk.nudged) {
    Json one{{"turn", nudged.turn},
             {"kind", nudged.kind},
             {"text", nudged.text},
             {"words", nudged.words},
             {"asks", nudged.asks}};
    for (const Disputed& disputed : talk.disputed)
      if (disputed.turn == nudged.turn && disputed.kind == nudged.kind)
        one["disputed"] = disputed.reason;
    out.push_back(std::move(one));
  }
  return printed(out);
}

}  // namespace attune::debrief
