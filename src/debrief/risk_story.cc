#include "debrief/risk_story.h"

#include <algorithm>

#include "debrief/touch.h"

namespace attune::debrief {
namespace {

using conversation::TurnNumber;

/// The layer in which the client says it: the last one that a cue of risk belongs to.
std::string risk_layer(const client::Case& person) {
  std::string found;
  for (const client::Layer& layer : person.layers)
    for (const client::Cue& cue : person.cues)
      if (cue.kind == "risk" && cue.layer == layer.id) found = layer.id;
  return found;
}

void note_shown(RiskStory& story, const Talk& talk, TurnNumber said, const std::string& words) {
  if (talk.at(said + 1) == nullptr) return;
  if (story.shown != 0 && story.shown <= said + 1) return;
  story.shown = said + 1;
  story.words = words;
}

void note_asks(RiskStory& story, const Exchange& one, const Texts& texts) {
  if (!one.reading || !one.reading->asks) return;
  const conversation::Asks& asks = *one.reading->asks;
  const bool any =
      asks.about_suicide || asks.about_safety || says(one.reply, texts.of("said.veiled"));
  if (asks.leading && any) {
    if (story.led == 0) story.led = one.turn;
  } else if (one.asks_plainly()) {
    if (story.asked == 0) story.asked = one.turn;
  } else if (asks.about_safety && story.near == 0) {
    story.near = one.turn;
  }
}

void note_told(RiskStory& story, const Exchange& one, const std::string& layer) {
  if (!story.real || story.told != 0) return;
  const bool answered = one.meant && one.meant->risk == "true";
  const bool out =
      std::find(one.disclosed.begin(), one.disclosed.end(), layer) != one.disclosed.end();
  if (answered || out) story.told = one.turn;
}

void note_after(RiskStory& story, const Exchange& one, const Texts& texts) {
  const TurnNumber since = story.asked != 0 ? story.asked : story.told;
  if (since == 0 || one.turn <= since) return;
  for (const char* what : {"keeps", "who", "tonight"}) {
    const bool safe = std::string(what) == "tonight" && one.reading && one.reading->asks &&
                      one.reading->asks->about_safety;
    if (safe || says(one.reply, texts.of(std::string("said.") + what)))
      story.after.emplace(what, one.turn);
  }
}

/// What the reply says about who will know.
void note_limits(RiskStory& story, const Exchange& one, const Texts& texts) {
  const bool limits = says(one.reply, texts.of("said.limits"));
  const bool fed = one.trap_fed && one.trap == "secrecy";
  const bool promises = fed || says(one.reply, texts.of("said.promises"));
  if (promises && !limits && story.promised == 0) story.promised = one.turn;
  if (says(one.reply, texts.of("said.consults")) && story.consulted == 0)
    story.consulted = one.turn;
}

}  // namespace

bool RiskStory::answers(const CueStory& cue) const {
  if (cue.cue->kind != "risk" || asked == 0) return false;
  return asked > cue.opened || !real;
}

RiskStory risk_story(const client::Case& person, const Talk& talk, const Texts& texts) {
  RiskStory story;
  story.real = !person.risk.level.empty() && person.risk.level != "none";
  const std::string layer = risk_layer(person);
  for (const CueStory& cue : talk.cues)
    if (cue.cue->kind == "risk") note_shown(story, talk, cue.opened, cue.words);
  for (const Exchange& one : talk.exchanges) {
    note_asks(story, one, texts);
    note_told(story, one, layer);
    note_after(story, one, texts);
    note_limits(story, one, texts);
    if (one.meant && one.meant->risk == "guarded") story.guarded = one.turn;
  }
  if (story.told != 0) note_shown(story, talk, story.told, "");
  return story;
}

}  // namespace attune::debrief
