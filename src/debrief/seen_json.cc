#include <cmath>

#include <nlohmann/json.hpp>

#include "debrief/seen_figures.h"
#include "debrief/seen_look.h"
#include "debrief/timeline_json.h"

namespace attune::debrief {
namespace {

using Json = nlohmann::ordered_json;
using namespace conversation;

Json rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json or_null(const std::optional<double>& value) {
  return value ? rounded(*value) : Json(nullptr);
}

Json list(const auto& all, const auto& print) {
  Json out = Json::array();
  for (const auto& one : all) out.push_back(print(one));
  return out;
}

Json quote_json(const Quote& quote) {
  return {{"turn", quote.turn},
          {"client", quote.client},
          {"reply", quote.reply},
          {"answer", quote.answer}};
}

Json worked_json(const Worked& worked) {
  Json out = quote_json(worked.quote);
  out["why"] = worked.why;
  return out;
}

Json moment_json(const Moment& moment) {
  Json out = quote_json(moment.quote);
  out["title"] = moment.title;
  out["beneath"] = moment.beneath;
  out["another_way"] = moment.another_way;
  return out;
}

Json nudge_json(const Nudged& nudge) {
  return {{"turn", nudge.turn},
          {"kind", nudge.kind},
          {"text", nudge.text},
          {"words", nudge.words},
          {"asks", nudge.asks}};
}

Json step_json(const ProtocolLine& line) {
  return {{"title", line.title},
          {"state", line.state},
          {"turn", line.turn == 0 ? Json(nullptr) : Json(line.turn)}};
}

Json empathy_json(const SeenFigures& figures) {
  Json out = Json::object();
  for (std::size_t i = 0; i < kMechanisms; ++i)
    out[std::string(name(static_cast<Mechanism>(i)))] = figures.empathy[i];
  return out;
}

/// A point a turn, as of a talk of our own, without what is hidden there.
Json timeline_json(const Observed& observed) {
  Json out = Json::array();
  for (const auto& line : observed.lines) {
    if (out.empty() || out.back()["turn"] != line.turn)
      out.push_back({{"turn", line.turn}, {"client", nullptr}, {"supporter", nullptr}});
    if (line.said.speaker == Speaker::client)
      out.back()["client"] = Json::parse(client_reading_json(line.reading));
    else
      out.back()["supporter"] = Json::parse(supporter_reading_json(line.reading));
  }
  return out;
}

Json figures_json(const SeenSource& source, const SeenFigures& figures) {
  const Figures& counts = figures.counts;
  Json skills = Json::array();
  for (std::size_t i = 0; i < kSkills; ++i)
    skills.push_back({{"skill", name(static_cast<Skill>(i))}, {"count", counts.skills[i].count}});
  return {{"skills", std::move(skills)},
          {"words", {{"supporter", counts.supporter_words}, {"client", counts.client_words}}},
          {"questions", counts.questions},
          {"reflections", counts.reflections},
          {"advice", counts.advice},
          {"mi", Json::parse(mi_json(figures.mi))},
          {"empathy", empathy_json(figures)},
          {"heaviness", {{"first", or_null(figures.first)}, {"last", or_null(figures.last)}}},
          {"timeline", timeline_json(source.observed)},
          {"trust_in_scores", Json::parse(trust_json(source.cards))}};
}

}  // namespace

std::string seen_json(const SeenSource& source) {
  const SeenTalk seen = fold_seen(source.observed, source.fits, source.texts);
  const RiskStory risk = seen_risk(seen, source.texts);
  const SeenLook found = look(source, seen, risk);
  Json out{{"transcript_id", source.id},
           {"title", source.title},
           {"name", source.person == nullptr ? "" : source.person->name},
           {"about", found.about}};
  out["safety"] = list(found.safety, [](const SafetyPoint& point) -> Json {
    return {{"turn", point.turn}, {"text", point.text}};
  });
  out["worked"] = list(found.worked, worked_json);
  out["moments"] = list(found.moments, moment_json);
  out["unsaid"] = Json::array();
  out["unsaid_why"] = found.unsaid;
  out["next"] = found.next;
  out["nudges"] = list(source.nudges, nudge_json);
  out["protocol"] =
      source.protocol.empty() ? Json(nullptr) : Json{{"steps", list(source.protocol, step_json)}};
  out["figures"] = figures_json(source, seen_figures(source, seen, risk));
  out["transcript"] =
      list(seen.talk.exchanges, [](const Exchange& one) { return quote_json(quote(one)); });
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::debrief
