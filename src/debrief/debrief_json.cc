#include "debrief/debrief.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "debrief/expert_view_json.h"
#include "debrief/figures.h"
#include "debrief/mi.h"
#include "debrief/page.h"
#include "debrief/timeline_json.h"
#include "protocol/steps.h"

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;
using namespace conversation;

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json list(const auto& all, const auto& print) {
  Json out = Json::array();
  for (const auto& one : all) out.push_back(print(one));
  return out;
}

Json turn_or_null(TurnNumber turn, bool there) {
  return there ? Json(turn) : Json(nullptr);
}

Json state_json(TurnNumber turn, const State& state) {
  Json emotions = Json::object();
  for (std::size_t i = 0; i < kEmotions; ++i)
    emotions[std::string(name(static_cast<Emotion>(i)))] = rounded(state.emotions[i]);
  return {{"turn", turn},
          {"valence", rounded(state.valence)},
          {"arousal", rounded(state.arousal)},
          {"distress", rounded(state.distress)},
          {"trust", rounded(state.trust)},
          {"hope", rounded(state.hope)},
          {"guard", rounded(state.guard)},
          {"emotions", std::move(emotions)}};
}

Json last_state(const Talk& talk) {
  return state_json(talk.exchanges.empty() ? 0 : talk.exchanges.back().turn, talk.last());
}

Json states_json(const Talk& talk) {
  Json out = Json::array();
  out.push_back(state_json(0, talk.start));
  for (const Exchange& one : talk.exchanges) out.push_back(state_json(one.turn, one.after));
  return out;
}

Json skills_json(const Figures& figures) {
  Json out = Json::array();
  for (std::size_t i = 0; i < kSkills; ++i)
    out.push_back({{"skill", std::string(name(static_cast<Skill>(i)))},
                   {"count", figures.skills[i].count},
                   {"own", figures.skills[i].own}});
  return out;
}

std::string outcome(const CueStory& story) {
  if (story.outcome == CueChange::caught) return story.late ? "late" : "caught";
  if (story.cue->subtle) return "subtle";
  return story.outcome == CueChange::withdrawn ? "withdrawn" : "missed";
}

Json cue_json(const CueStory& story) {
  return {{"kind", story.cue->kind}, {"words", story.words},
          {"opened", story.opened},  {"outcome", outcome(story)},
          {"how", story.how},        {"turn", turn_or_null(story.turn, story.turn != 0)}};
}

const ExpertView& experts(const Source& source) {
  static const ExpertView none;
  return source.experts == nullptr ? none : *source.experts;
}

/// Where experts judged it differently, if anywhere.
void add_differing(Json& out, const Source& source, std::optional<TurnNumber> turn) {
  Json differing = Json::parse(differing_json(experts(source), turn));
  if (!differing.empty()) out["experts_differ"] = std::move(differing);
}

/// Of the supporter's own words alone.
std::string own_mi(const Source& source, const Talk& talk) {
  std::vector<const Exchange*> own;
  for (const Exchange& one : talk.exchanges)
    if (one.own) own.push_back(&one);
  return mi_json(count_mi(own, why_mi_is_hidden(source.person)));
}

Json figures_json(const Source& source, const Talk& talk) {
  const Figures figures = count(talk);
  const auto layer_json = [&](const client::Layer& layer) -> Json {
    const auto out = talk.disclosed.find(layer.id);
    const bool there = out != talk.disclosed.end();
    return {{"about", layer.about}, {"turn", turn_or_null(there ? out->second : 0, there)}};
  };
  return {{"states", states_json(talk)},
          {"timeline", Json::parse(timeline_json(talk, experts(source)))},
          {"mi", Json::parse(own_mi(source, talk))},
          {"skills", skills_json(figures)},
          {"cues", list(talk.cues, cue_json)},
          {"layers", list(source.person.layers, layer_json)},
          {"words", {{"supporter", figures.supporter_words}, {"client", figures.client_words}}},
          {"questions", figures.questions},
          {"reflections", figures.reflections},
          {"advice", figures.advice},
          {"suggestions",
           {{"offered", figures.suggestions.offered},
            {"adopted", figures.suggestions.adopted},
            {"edited", figures.suggestions.edited},
            {"ignored", figures.suggestions.ignored}}},
          {"trust_in_scores", Json::parse(trust_json(source.cards))},
          {"trust_here", Json::parse(trust_here_json(experts(source)))}};
}

void add_quote(Json& out, const Quote& quote) {
  out["turn"] = quote.turn;
  out["client"] = quote.client;
  out["reply"] = quote.reply;
  out["answer"] = quote.answer;
}

Json worked_json(const Worked& worked) {
  Json out;
  add_quote(out, worked.quote);
  out["why"] = worked.why;
  return out;
}

Json moment_json(const Source& source, const Moment& moment) {
  Json out;
  add_quote(out, moment.quote);
  out["title"] = moment.title;
  out["beneath"] = moment.beneath;
  out["another_way"] = moment.another_way;
  out["branch_turn"] = moment.quote.turn;
  add_differing(out, source, moment.quote.turn);
  return out;
}

Json line_json(const Source& source, const Scene& scene, const Exchange& one) {
  Json out;
  add_quote(out, quote(one));
  const bool read = one.reading && one.reading->skills;
  out["main"] = read ? std::string(name(one.reading->skills->main)) : "";
  out["skills"] = Json::array();
  if (read) {
    for (const Skill skill : one.reading->skills->labels)
      out["skills"].push_back(std::string(name(skill)));
  }
  out["causes"] = causes(scene, one);
  add_differing(out, source, one.turn);
  return out;
}

Json future_json(const Talk& talk, TurnNumber from) {
  Json out = Json::array();
  for (const Exchange& one : talk.exchanges)
    if (one.turn >= from)
      out.push_back({{"client", one.client}, {"reply", one.reply}, {"answer", one.answer}});
  return out;
}

Json compare_json(const Source& source, const Talk& talk) {
  const Talk first = fold_talk(source.person, *source.first);
  return {{"session", talk.opened.branch_of->text()},
          {"from_turn", talk.from},
          {"before", future_json(first, talk.from)},
          {"after", future_json(talk, talk.from)},
          {"then", last_state(first)},
          {"now", last_state(talk)}};
}

/// How the talk stands by the protocol that fits it, or null.
Json protocol_json(const Source& source) {
  if (source.protocols == nullptr) return nullptr;
  const Observed observed = observe(source.events, source.person.name);
  const auto* protocol = protocol::fitting(*source.protocols, observed);
  if (protocol == nullptr) return nullptr;
  return Json::parse(protocol::steps_json(*protocol, observed, true));
}

Json self_json(const Rated& rated) {
  Json items = Json::object();
  for (const auto& [item, value] : rated.items) items[item] = value;
  Json out{{"items", std::move(items)}};
  if (rated.redo) out["redo"] = *rated.redo;
  return out;
}

Json page_json(const SessionId& session, const Source& source, const Scene& scene) {
  const Talk& talk = scene.talk;
  Json out{{"session", session.text()},
           {"case", source.person.id},
           {"name", source.person.name},
           {"ending", std::string(name(talk.ending.value_or(Ending::now)))},
           {"out_of_role", out_of_role(scene)}};
  out["safety"] = list(safety(scene), [](const SafetyPoint& point) -> Json {
    return {{"turn", point.turn}, {"text", point.text}};
  });
  const bool rated = talk.rated && (!talk.rated->items.empty() || talk.rated->redo);
  if (rated) out["self"] = self_json(*talk.rated);
  const std::vector<Moment> again = moments(scene);
  out["worked"] = list(worked(scene, again), worked_json);
  out["moments"] = list(again, [&](const Moment& one) { return moment_json(source, one); });
  out["note"] = note(scene);
  out["unsaid"] = unsaid(scene);
  out["next"] = next(scene);
  out["nudges"] = Json::parse(nudges_json(talk));
  for (Json& nudge : out["nudges"]) add_differing(nudge, source, nudge["turn"].get<TurnNumber>());
  add_differing(out, source, std::nullopt);
  out["protocol"] = protocol_json(source);
  out["figures"] = figures_json(source, talk);
  out["transcript"] =
      list(talk.exchanges, [&](const Exchange& one) { return line_json(source, scene, one); });
  if (source.first != nullptr && talk.opened.branch_of) out["compare"] = compare_json(source, talk);
  return out;
}

}  // namespace

std::string debrief_json(const SessionId& session, const Source& source) {
  Talk talk = fold_talk(source.person, source.events);
  std::erase_if(talk.nudged, [&](const Nudged& nudged) {
    return !experts(source).shows("nudge." + nudged.kind);
  });
  Pen pen(source.texts, source.person, talk.opened.seed);
  const RiskStory risk = risk_story(source.person, talk, source.texts);
  const Json page = page_json(session, source, {source.person, talk, risk, pen});
  return page.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::debrief
