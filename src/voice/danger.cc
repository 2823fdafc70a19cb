#include "voice/danger.h"

#include <algorithm>

#include "voice/material.h"
#include "voice/typing.h"

namespace attune::voice {

using conversation::Intent;
using conversation::Speaker;

void Peril::raise(const Peril& other) {
  grade = std::max(grade, other.grade);
  level = std::max(level, other.level);
  means = means || other.means;
}

Danger::Danger(const client::Case& person, const language::Reader& reader,
               const Phrasebook& phrases)
    : person_(person), reader_(reader), phrases_(phrases) {
  for (const client::Line& line : person.lines) {
    const Peril peril = of(text_of(line));
    if (!line.cue.empty()) by_cue_[line.cue].raise(peril);
    by_intent_[line.intent].raise(peril);
    if (line.cue.empty() && line.intent != "escalate" && !line.intent.starts_with("risk_"))
      by_layer_[line.layer].raise(peril);
  }
}

Peril Danger::of(const std::string& words) const {
  const language::Wording wording = language::wording(words);
  Peril peril;
  const bool means = phrases_.has("means", wording);
  if (phrases_.asserts("passive", wording)) peril.grade = 1;
  if (phrases_.asserts("explicit", wording)) peril.grade = 2;
  if (phrases_.asserts("planned", wording) && (peril.grade > 0 || means)) peril.grade = 3;
  if (const auto risk = reader_.read({Speaker::client, words}, {}).risk) peril.level = risk->level;
  peril.means = means && peril.grade > 0;
  return peril;
}

Peril Danger::allowed(const Brief& brief) const {
  Peril most;
  const auto add = [&](const std::map<std::string, Peril>& all, const std::string& key) {
    if (const auto found = all.find(key); found != all.end()) most.raise(found->second);
  };
  const conversation::Intended& intended = brief.intended;
  const bool answers = intended.intent == Intent::answer_risk;
  const std::string kind = "risk_" + (intended.risk.empty() ? "told" : intended.risk);
  if (answers) add(by_intent_, kind);
  // Who does not answer yet does not answer by way of another matter.
  const bool holds_back = answers && (kind == "risk_guarded" || kind == "risk_led");
  if (!holds_back) {
    add(by_layer_, "");
    for (const client::Layer& layer : person_.layers)
      if (is_out(brief, layer.id)) add(by_layer_, layer.id);
    add(by_cue_, intended.cue);
    if (intended.intent == Intent::escalate) add(by_intent_, "escalate");
  }
  if (answers && !holds_back) {
    add(by_intent_, "risk_true");
    add(by_intent_, "risk_told");
  }
  for (const conversation::Turn& turn : brief.talk)
    if (turn.speaker == Speaker::client) most.raise(of(turn.text));
  return most;
}

bool Danger::speaks_of_it(const std::string& intent) const {
  const auto found = by_intent_.find(intent);
  return found != by_intent_.end() && found->second.grade > 0;
}

bool Danger::is_about_it(const std::string& layer) const {
  const auto found = by_layer_.find(layer);
  return found != by_layer_.end() && found->second.grade > 0;
}

}  // namespace attune::voice
